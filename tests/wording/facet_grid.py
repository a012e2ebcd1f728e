"""The grid of what can be said: every entry of the bank, every facet and base, every sign.

`python -m tests.wording.facet_grid` says them all and tells the anomalies, as `make grid` does.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from model.compose.project_reader import plan_words, words_of
from model.library import shipped
from model.report.indicator import Indicator
from model.table.cells import why_not
from model.values.aspect import Aspect, Compared, in_order
from model.values.facet import Facet, FacetGroup
from model.values.growth import Growth, Measure
from model.values.period import Period
from model.values.rank import RANK_UNIT, RankOf
from model.values.units import TO_ONE
from model.wording.saying.levels import PERCENT
from model.wording.saying.phrasing import Said, Wording, state, text_of

OWN = Period.parse("2026-H1")
SIGNS = ("3.2", "-3.2", "0", None)
_LEVEL = {"-3.2": Decimal(128), "3.2": Decimal(128), "0": Decimal(0), None: None}

ANOMALIES = {
    "a doubled mark": r"[，；。、：]{2}|（）|（，|，）",
    "a mark at an end": r"^[，；、。）]|[，；、（]$",
    "a sign behind a direction": r"(增长|下降|提高|降低|上升|上涨|增加|减少|收窄|扩大|回落|前移"
    r"|后退|高于|低于|拉动|下拉)(?![^，；]*贡献率)[^，；。（]{0,12}-\d",
    "a change of nothing": r"(增长|下降|提高|降低|上升|上涨|增加|减少|收窄|扩大|回落)0(?![.\d])",
    "a word said twice": r"(同比|环比|增长|下降|提高|完成|达到|实现|较|比|占|为|居|第|预计|新增)\1",
    "同比 twice": r"同比[^；（）]*同比",
    "同比 and 持平": r"同比与|同比持平",
    "a growth rate that falls by percent": r"(增速|增幅|降幅)[^，；]{0,8}(增长|下降)[\d.]+%",
    "points as a percentage": r"(提高|降低|收窄|扩大|回落)[\d.X]+%",
    "a number without a unit": r"[\dX](?=$|[，；。）])",
    "an exponent or a missing value": r"\dE|None|nan",
    "a fall by times": r"下降[\d.]+倍",
    "a verb behind its own object": r"完成为|达到为|为达到|发生为|增加增长|减少下降",
    "a base without words": r"与持平|较(?=提高|回落|增长|下降|增加|减少)|[高低]于(?=[\d.])",
}


class Case(NamedTuple):
    """One entry of the bank with one combination of what is said of it."""

    indicator: Indicator
    said: dict[Aspect, list[Said]]

    def __str__(self) -> str:
        facets = "; ".join(f"{one.value} {values[0].value}" for one, values in self.said.items())
        return f"{self.indicator.id}: {facets}"


def aspects_of(indicator: Indicator) -> list[Aspect]:
    """All that can be said of an entry: facets it can have, against every base they take."""
    found: list[Aspect] = []
    for facet in Facet:
        never = indicator.structure_parts or indicator.is_per_mille
        if why_not(indicator, facet) and (never or facet is not Facet.POINTS):
            continue
        if facet.group is FacetGroup.GROWTH and indicator.growth is Growth.POINTS:
            continue
        found.append(facet)
        found += [Compared(facet, base) for base in facet.spec.bases]
        if facet.spec.takes_period:
            found += [Compared(facet, Period.parse(code)) for code in ("2026-M1-4", "2020-Y")]
    return sorted(found, key=in_order)


def _value(indicator: Indicator, aspect: Aspect, sign: str | None) -> Said:
    unit = indicator.unit_of(aspect)
    if aspect.group is FacetGroup.RANK or (
        indicator.measure is Measure.RANK and aspect.group is FacetGroup.LEVEL
    ):
        of = RankOf.GROWTH if aspect is Facet.RANK else None
        return Said(None if sign is None else Decimal(3), RANK_UNIT, "全市", of)
    is_change = aspect.spec.signed
    value = (None if sign is None else Decimal(sign)) if is_change else _LEVEL[sign]
    return Said(value, unit)


def cases(indicators: Sequence[Indicator]) -> Iterator[Case]:
    """Each facet of each sign alone, and beside level and growth."""
    for indicator in indicators:
        beside: tuple[tuple[Aspect, ...], ...] = ((), (Facet.ACTUAL, Facet.YOY))
        if indicator.growth in (Growth.POINTS, Growth.NONE):
            beside = ((), (Facet.ACTUAL,))
        possible = aspects_of(indicator)
        for aspect in possible:
            for around in beside:
                if aspect in around or not set(around) <= set(possible):
                    continue
                for sign in SIGNS:
                    for growth in ("3.2", "-3.2") if Facet.YOY in around else ("3.2",):
                        said = {one: [_value(indicator, one, growth)] for one in around}
                        said[aspect] = [_value(indicator, aspect, sign)]
                        yield Case(indicator, said)


def sentence(case: Case) -> str:
    """What is said in a case."""
    wording = Wording(
        forecast_period="6月底", plan_words=plan_words(case.indicator), base="同比", own=OWN,
        whole="地区生产总值" if case.indicator.part_of else "",
        driven="地区生产总值" if case.indicator.acted_on else "",
    )  # fmt: skip
    return text_of(state(words_of(case.indicator), case.said, wording=wording))


def anomalies(case: Case, said: str) -> list[str]:
    """What is wrong with a sentence."""
    name = case.indicator.name
    plain = said.replace(name, "〇")
    found = [what for what, pattern in ANOMALIES.items() if re.search(pattern, plain)]
    if case.indicator.unit in ("", TO_ONE):
        found = [one for one in found if one != "a number without a unit"]
    is_rate = case.indicator.measure is Measure.RATE and case.indicator.unit in PERCENT
    if is_rate and re.search(r"(增长|下降)[\d.]+[%‰]", plain):
        found.append("a rate that falls by percent")
    if not plain:
        found.append("nothing said")
    return found


def sample(count: int, seed: int) -> list[Case]:
    """Some cases of the grid, the same for the same seed."""
    return list(cases(random.Random(seed).sample(list(shipped.bank()), k=count)))


def main() -> int:
    """Say the whole grid; 1 where anything is wrong."""
    told: dict[str, list[str]] = {}
    count = 0
    for case in cases(list(shipped.bank())):
        count += 1
        said = sentence(case)
        for what in anomalies(case, said):
            told.setdefault(what, []).append(f"{case}: {said}")
    for what, examples in told.items():
        print(f"{what}: {len(examples)}")
        for example in examples[:5]:
            print(f"    {example}")
    print(f"{count} sentences, {sum(map(len, told.values()))} anomalies")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
