"""A facet and what it is measured against: written, read, settled, refused."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pydantic import TypeAdapter, ValidationError

from model.errors import ValueRefused
from model.values.against import Base, parse_against, settled
from model.values.aspect import (
    AspectCode,
    Compared,
    aspect,
    in_order,
    parse_aspect,
    settled_aspect,
)
from model.values.facet import Facet
from model.values.period import Period

M5 = Period.parse("2026-M5")
CUMULATIVE = Period.parse("2026-M1-5")


@pytest.mark.parametrize("facet", Facet)
def test_a_facet_against_nothing_told_is_the_facet_itself(facet: Facet) -> None:
    assert parse_aspect(facet.value) is aspect(facet, None) is facet
    assert (facet.facet, facet.against) == (facet, None)


@pytest.mark.parametrize(
    ("code", "facet", "against"),
    [
        ("points~city", Facet.POINTS, Base.CITY),
        ("points~2026-M1-4", Facet.POINTS, Period.parse("2026-M1-4")),
        ("yoy~2020-Y", Facet.YOY, Period.parse("2020-Y")),
        ("yoy~comparable", Facet.YOY, Base.COMPARABLE),
        ("change~year_start", Facet.CHANGE, Base.YEAR_START),
        ("rank_change~previous", Facet.RANK_CHANGE, Base.PREVIOUS),
    ],
)
def test_a_facet_with_its_base_is_written_and_read(
    code: str, facet: Facet, against: Base | Period
) -> None:
    found = parse_aspect(code)
    assert found == Compared(facet, against)
    assert str(found) == found.value == code
    assert (found.spec, found.unit, found.group) == (facet.spec, facet.unit, facet.group)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("points~", "看不懂和什么比“”"),
        ("points~town", "看不懂和什么比“town”"),
        ("points~2026-M1-13", "看不懂和什么比"),
        ("actual~city", "“本期数”不能写成比全市"),
        ("yoy~city", "“同比增长”不能写成比全市"),
        ("rank~2025-Y", "“位次”不能写成较2025年"),
        ("growth~city", "没有“growth”这个方面"),
        ("~city", "没有“”这个方面"),
    ],
)
def test_what_nobody_measures_so_is_refused_in_words(code: str, why: str) -> None:
    with pytest.raises(ValueRefused, match=why):
        parse_aspect(code)


@pytest.mark.parametrize("base", Base)
def test_every_base_has_a_code_a_name_and_a_facet_that_takes_it(base: Base) -> None:
    assert parse_against(str(base)) is base
    taking = [facet for facet in Facet if base in facet.spec.bases]
    assert taking
    for facet in taking:
        assert facet.spec.compared_label
        assert aspect(facet, base).label.startswith(base.label)


def test_the_same_base_told_in_two_ways_is_one() -> None:
    assert settled(Period.parse("2025-M5"), M5) is None
    assert settled(Base.PREVIOUS, M5) == Period.parse("2026-M4")
    assert settled(Period.parse("2026-M1-4"), M5) == Period.parse("2026-M1-4")
    assert settled(Base.CITY, M5) is Base.CITY
    assert settled(None, M5) is None
    assert settled_aspect(parse_aspect("points~2025-M1-5"), CUMULATIVE) is Facet.POINTS
    previous = settled_aspect(parse_aspect("points~previous"), CUMULATIVE)
    assert previous == parse_aspect("points~2026-M1-4")
    assert settled_aspect(Facet.POINTS, CUMULATIVE) is Facet.POINTS


def test_facets_stand_in_their_order_each_before_what_it_is_compared_with() -> None:
    codes = ["yoy", "yoy~previous", "yoy~2020-Y", "points", "points~2026-Q1", "points~city", "rank"]
    found = [parse_aspect(code) for code in codes]
    assert all(in_order(one) < in_order(other) for one, other in pairwise(found))


def test_a_record_keeps_the_code_and_refuses_what_is_none() -> None:
    adapter: TypeAdapter[AspectCode] = TypeAdapter(AspectCode)
    assert adapter.dump_json(adapter.validate_python("points~city")) == b'"points~city"'
    assert adapter.validate_python("yoy") is Facet.YOY
    for wrong in ("points~town", 3, None):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)
