"""The three kinds of proposals that the window offers."""

from __future__ import annotations

from model.parse.correcting import Proposed, corrected, proposed
from model.parse.linking import Tie, tied, ties
from model.renewal.period_words import Proposal, accepted, proposals
from ui.renewal.proposals_dialog import Offer


def _renewal(one: Proposal) -> tuple[str, str]:
    return f"{one.before} → {one.after}", ""


def _slip(one: Proposed) -> tuple[str, str]:
    return f"{one.before} → {one.after or '（删去）'}", one.reason


def _tie(one: Tie) -> tuple[str, str]:
    return one.before, "与指标库里的数一致"


PERIODS = Offer(
    "换报告期",
    "这些报告期是上期的说法。打勾的换成本期的；双击一条可以到那里看。",
    "换掉打勾的",
    "文字里没有要换的报告期。",
    proposals,
    _renewal,
    accepted,
)
SLIPS = Offer(
    "像是笔误的地方",
    "打勾的改正；双击一条可以到那里看。改错了可以撤销。",
    "改正打勾的",
    "没有发现像是笔误的地方。",
    proposed,
    _slip,
    corrected,
)
TIES = Offer(
    "把文中的数与指标连起来",
    "连起来以后，指标的数一改，这些地方一起改。现在的文字一个字也不变。",
    "连上打勾的",
    "没有可以连起来的数。",
    ties,
    _tie,
    tied,
)
