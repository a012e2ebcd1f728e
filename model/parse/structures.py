"""Structures that a manuscript tells (三次产业结构为14.5:41.6:43.9), as shares of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.entry.observe import are_whole
from model.parse.stating import Around, period_before
from model.report.indicator import Indicator, Observation
from model.values.facet import Facet
from model.wording.finding.figures import value_of
from model.wording.finding.mentions import Mention
from model.wording.finding.times import Time
from model.wording.fold import fold


def shares_told(
    mentions: Sequence[Mention], indicator: Indicator, around: Around
) -> Iterator[Observation]:
    """The share of each part that was reached, where all are told together and are a whole.

    What was before (由…调整为…) and what is aimed at is left to the text.
    """
    told = [one for one in mentions if _is_share_of(one, indicator)]
    for run in _runs(told, around.text):
        values = [value_of(one.figure) for one in run]
        shares = [value for value in values if isinstance(value, Decimal)]
        period = period_before(run[0].figure.start, around)
        is_full = len(shares) == len(values) == len(indicator.structure_parts)
        if is_full and are_whole(shares) and period is not None:
            for part, share in zip(indicator.structure_parts, shares, strict=True):
                yield Observation(
                    indicator=part,
                    period=period,
                    basis=period.basis,
                    facet=Facet.SHARE,
                    value=share,
                    unit="%",
                )


def _is_share_of(mention: Mention, indicator: Indicator) -> bool:
    is_named = mention.indicator in (indicator.name, *indicator.synonyms)
    is_reached = mention.time is Time.RESULT and mention.facet == Facet.SHARE
    return mention.known and is_named and is_reached and not mention.figure.blank


def _runs(mentions: Sequence[Mention], text: str) -> list[list[Mention]]:
    """The mentions in rows with nothing but a colon between them."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        end = runs[-1][-1].figure.end if runs else 0
        if runs and fold(text[end : mention.figure.start]).strip("% ") == ":":
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs
