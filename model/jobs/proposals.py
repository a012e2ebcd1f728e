"""The three kinds of proposals: how each is found, told and made true, in window and command line.

A proposal is a span of a text that could say something else: a period of last time's, a slip,
a number that the bank knows. Nothing changes until the clerk accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from model.check.correcting import corrected, proposed
from model.check.problem import Correction
from model.check.rule import Family
from model.entry.apply import Assignment
from model.jobs.known_numbers import (
    Answer,
    KnownNumber,
    known_numbers,
    linked_numbers,
    with_numbers,
)
from model.library import shipped
from model.parse.linking import Tie, tied, ties
from model.renewal import period_words
from model.renewal.undecided import Undecided, undecided
from model.report.project import Project
from model.report.report import Report
from model.report.tree import find


class Proposal(Protocol):
    """Where a proposal of any kind stands: in the raw text of a place, from `start` to `end`."""

    @property
    def place(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def before(self) -> str: ...

    def _asdict(self) -> dict[str, Any]: ...


ProposalT = TypeVar("ProposalT", bound=Proposal)


class Words(NamedTuple):
    """What is told of one proposal: what it changes, why, and the link it writes, if any."""

    change: str
    reason: str = ""
    link: str = ""


def _none_undecided(_project: Project, _report: Report) -> Sequence[Undecided]:
    return ()


def _always_sure(_proposal: Any) -> bool:
    return True


class ProposalKind(NamedTuple, Generic[ProposalT]):
    """One kind of proposals. `verb` is 换, 改, 连: what accepting one does.

    `about` tells the clerk what the ticked ones become, `button` does it, `nothing` is told
    where there is none. Only what `is_sure` is ticked beforehand; what is `undecided` is shown
    and cannot be ticked. `make` is what accepting does where it is more than what `accept` sets.
    """

    verb: str
    title: str
    about: str
    button: str
    nothing: str
    find: Callable[[Project, Report], Sequence[ProposalT]]
    words: Callable[[ProposalT], Words]
    accept: Callable[[Project, Sequence[ProposalT]], list[Assignment]]
    is_sure: Callable[[ProposalT], bool] = _always_sure
    undecided: Callable[[Project, Report], Sequence[Undecided]] = _none_undecided
    make: Callable[[Project, Sequence[ProposalT]], Project] | None = None

    def find_all(self, project: Project) -> list[ProposalT]:
        """The proposals in all reports of a project, in reading order."""
        return [found for report in project.reports for found in self.find(project, report)]

    def find_undecided(self, project: Project) -> list[Undecided]:
        """What the clerk has to decide in all reports of a project, in reading order."""
        return [found for report in project.reports for found in self.undecided(project, report)]

    def line_of(self, proposal: ProposalT) -> str:
        """A proposal in one line for a script: the change, the link if any, and the reason."""
        words = self.words(proposal)
        return "　".join(filter(None, (words.change, words.link, words.reason)))


def _period_words(proposal: period_words.Proposal) -> Words:
    reason = "" if period_words.is_sure(proposal) else "日子要自己定，打勾就先空着"
    return Words(f"{proposal.before} → {proposal.after}", reason)


def _slip_words(slip: Correction) -> Words:
    return Words(f"{slip.before} → {slip.after or '（删去）'}", slip.reason)


def _tie_words(tie: Tie) -> Words:
    return Words(tie.before, f"与指标库一致：{tie.reason}", tie.link)


def _ties(project: Project, report: Report) -> Sequence[Tie]:
    return ties(project, report, shipped.bank())


PERIODS = ProposalKind(
    verb="换",
    title="换报告期",
    about="这些报告期是上期的说法。打勾的换成本期的；没有方框的要自己改。双击一条可以到那里看。",
    button="换掉打勾的",
    nothing="文字里没有要换的报告期。",
    find=period_words.proposals,
    words=_period_words,
    accept=period_words.accepted,
    is_sure=period_words.is_sure,
    undecided=undecided,
)
SLIPS = ProposalKind(
    verb="改",
    title="像是笔误的地方",
    about="打勾的改正；双击一条可以到那里看。改错了可以撤销。",
    button="改正打勾的",
    nothing="没有发现像是笔误的地方。",
    find=proposed,
    words=_slip_words,
    accept=corrected,
)


def slips_of(family: Family) -> ProposalKind[Correction]:
    """The slips that one family of rules finds, to be put right together."""

    def find(project: Project, report: Report) -> Sequence[Correction]:
        return proposed(project, report, family)

    return SLIPS._replace(
        title=f"全部改正：{family.title}",
        about=f"打勾的改正，一次做完，一次就能撤销。这里只列“{family.title}”里能直接改的。",
        nothing=f"“{family.title}”里没有能直接改的了。",
        find=find,
    )


TIES = ProposalKind(
    verb="连",
    title="把文中的数与指标连起来",
    about="连起来以后，指标的数一改，这些地方一起改。现在的文字一个字也不变。",
    button="连上打勾的",
    nothing="没有可以连起来的数。",
    find=_ties,
    words=_tie_words,
    accept=tied,
)


def numbers_of(part_id: str, named: str, today: date) -> ProposalKind[KnownNumber]:
    """认数: the numbers of one part that name an indicator, beside those that are kept."""

    def read(project: Project, report: Report) -> Sequence[KnownNumber]:
        part = find(project, part_id)
        return known_numbers(project, report, part, today) if part is not None else ()

    return ProposalKind(
        verb="认",
        title=f"认数：{named}" if named else "认数",
        about="文中的数，与指标表同一个指标的。打勾的才动，一次就能撤销：连上以后，指标的数一改，"
        "这里一起改。两个数不同的，请看哪一个对，勾对的那一条。",
        button="照打勾的办",
        nothing="没有认出要连、要比、要加的数。",
        find=read,
        words=_number_words,
        accept=linked_numbers,
        is_sure=lambda number: number.answer is Answer.FOLLOW,
        make=lambda project, chosen: with_numbers(project, chosen, today),
    )


def _number_words(number: KnownNumber) -> Words:
    match number.answer:
        case Answer.FOLLOW:
            change = f"{number.before}　与指标表相同：跟指标走"
        case Answer.KEPT:
            change = f"{number.before} → {number.now}　指标表的对：文中改过来，跟指标走"
        case Answer.WRITTEN if number.now:
            change = f"{number.before}　文中的对：指标表的{number.now}改成它，跟指标走"
        case _:
            change = f"{number.before}　指标表里没有：加进去，跟指标走"
    return Words(change, number.reason, number.link)
