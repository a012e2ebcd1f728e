"""What the program says of a change, read back: the same quantity, facet, base and sign."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from model.library import shipped
from model.values.against import Base, parse_against, settled
from model.values.aspect import Aspect
from model.values.facet import Facet, FacetGroup
from model.values.period import Period
from model.values.units import TO_ONE
from model.wording.finding.facets import COUNT
from model.wording.finding.figures import value_of
from model.wording.finding.mentions import Mention, find_mentions
from model.wording.finding.names import Lexicon
from model.wording.finding.times import Setting
from tests.wording.phrasing_cases import INDICATORS, rows, values

NAMES = {name: one.name for name, one in shipped.bank().by_name.items()}
LEXICON = Lexicon(NAMES | {name: name for name in INDICATORS})
AMBIGUOUS = re.compile(
    r"食品|综合考核"  # a rise or a rank that is the level
    r"|未发生|较上年(?:提高|末)"  # a quantity named by its verb; 上年, which may be the same time
)
SENTENCES = [
    row
    for row in rows((Path(__file__).parent / "bases.txt").read_text(encoding="utf-8"))
    if not AMBIGUOUS.search(row[3])
]
Told = tuple[str, str, str, str]


def wanted(name: str, notation: str, own: Period | None, text: str) -> set[Told]:
    """The values of a line whose digits stand in its sentence."""
    told: set[Told] = set()
    for aspect, said in values(notation).items():
        for one in said:
            digits = "XX" if one.value is None else str(abs(one.value))
            if one.value != 0 and digits in text:
                told.add((name, aspect.facet.value, base_of(aspect, own), str(one.value)))
    return told


def base_of(aspect: Aspect, own: Period | None) -> str:
    against = aspect.against
    return str((settled(against, own) if own else against) or "")


def read_back(name: str, own: Period | None, text: str) -> set[Told]:
    """What is read of a sentence of a county's report."""
    found = find_mentions(f"{text}。", LEXICON, Setting(period=own, place="县"))
    return {_told(mention, own) for mention in found}


def _told(mention: Mention, own: Period | None) -> Told:
    facet = str(Facet.CHANGE) if mention.is_change else str(mention.facet)
    indicator = INDICATORS.get(mention.indicator)
    is_ratio = indicator is not None and indicator.unit == TO_ONE
    if facet == COUNT or (is_ratio and facet == Facet.SHARE):
        facet = str(Facet.ACTUAL)
    against = mention.against
    if against and against != "other" and own:
        against = str(settled(parse_against(against), own) or "")
    return mention.indicator, facet, against, str(value_of(mention.figure))


@pytest.mark.parametrize(
    ("name", "notation", "words", "text"), SENTENCES, ids=[row[3] for row in SENTENCES]
)
def test_what_is_said_is_read_back(
    name: str, notation: str, words: dict[str, str], text: str
) -> None:
    own = Period.parse(words["own"]) if "own" in words else None
    assert wanted(name, notation, own, text) <= read_back(name, own, text)


def test_all_bases_and_signs_are_read_back() -> None:
    compared = {
        (aspect.against, one.value > 0)
        for _, notation, _, text in SENTENCES
        for aspect, said in values(notation).items()
        if aspect.group in (FacetGroup.POINTS, FacetGroup.GROWTH, FacetGroup.CHANGE)
        for one in said
        if one.value
    }
    bases = (None, Base.PREVIOUS, Base.CITY, Base.PLAN, Base.COMPARABLE, Base.YEAR_START)
    assert {(base, sign) for base in bases for sign in (True, False)} <= compared
