"""Places as text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import PlaceError
from model.report.address import FieldPlace, ObservationPlace, RecordPlace, parse_place
from model.values.against import Base
from model.values.aspect import Aspect, Compared
from model.values.facet import Facet, Source
from model.values.period import Basis, Period

H1 = Period.parse("2026-H1")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("leader", FieldPlace("leader")),
        ("report-date", FieldPlace("report-date")),
        ("gdp@2026-H1.yoy", ObservationPlace("gdp", H1, Facet.YOY)),
        ("gdp@2026-M1-6.yoy", ObservationPlace("gdp", H1, Facet.YOY)),
        ("gdp@2026-H1:month.actual@bureau",
         ObservationPlace("gdp", H1, Facet.ACTUAL, Basis.MONTH, Source.BUREAU)),
        ("gdp@2026-H1:cumulative.actual", ObservationPlace("gdp", H1, Facet.ACTUAL)),
        ("gdp@2026-H1.points~city",
         ObservationPlace("gdp", H1, Compared(Facet.POINTS, Base.CITY))),
        ("gdp@2026-H1.change~2020-Y@bureau",
         ObservationPlace(
             "gdp", H1, Compared(Facet.CHANGE, Period.parse("2020-Y")), None, Source.BUREAU)),
        ("i7k2.figures.2", RecordPlace("i7k2", "figures.2")),
        ("organization.name", RecordPlace("organization", "name")),
    ],
)  # fmt: skip
def test_a_place_reads_as_what_it_names(text: str, place: object) -> None:
    assert parse_place(text) == place


@pytest.mark.parametrize(
    "text",
    ["gdp@2026-H1.points~", "gdp@2026-H1.points~town", "gdp@2026-H1.actual~city",
     "gdp@2026-H1.yoy~city", "gdp@2026-H1.points~2026-H9", "gdp@2026-H1.~city", "", "领导",
     "Leader", "a b", "gdp@", "gdp@2026-H1", "gdp@2026-H9.yoy", "gdp@2026-H1.colour",
     "gdp@2026-H1.yoy@friend", "gdp@2026-H1:week.yoy", "@2026-H1.yoy", ".text", "i7k2.",
     "i7k2.TEXT"],
)  # fmt: skip
def test_what_is_no_place_is_told_with_what_came(text: str) -> None:
    with pytest.raises(PlaceError, match="位置"):
        parse_place(text)


periods = st.sampled_from(["2026-H1", "2026-M5", "2026-M1-5", "2025-Y", "2026-Q2"]).map(
    Period.parse
)


aspects = st.sampled_from(
    [*Facet]
    + [Compared(facet, base) for facet in Facet for base in facet.spec.bases]
    + [
        Compared(facet, Period.parse(code))
        for facet in Facet
        if facet.spec.takes_period
        for code in ("2026-M1-4", "2020-Y")
    ]
)


@given(periods, aspects, st.sampled_from([None, *Basis]),
       st.sampled_from([None, *Source]))  # fmt: skip
def test_a_place_written_reads_back_as_it_was(
    period: Period, facet: Aspect, basis: Basis | None, source: Source | None
) -> None:
    named = None if basis is period.basis else basis
    place = ObservationPlace.of("gdp", period, facet, named, source)
    assert parse_place(str(place)) == place


@given(st.text(max_size=20))
def test_any_text_is_a_place_or_told(text: str) -> None:
    try:
        assert str(parse_place(text))
    except PlaceError as error:
        assert "位置" in str(error)
