"""Facets, sources and states: what the screen calls them, and which source counts more."""

from model.values.facet import FORECASTS, Facet, Source
from model.values.state import State


def test_every_member_has_a_name_of_its_own_in_chinese() -> None:
    for kind in (Facet, Source, State):
        labels = [member.label for member in kind]
        assert len(set(labels)) == len(labels)
        assert not any(label.isascii() for label in labels)


def test_a_published_value_counts_more_than_any_other() -> None:
    assert sorted(Source, key=lambda one: one.strength) == [
        Source.ESTIMATE,
        Source.DEPARTMENT,
        Source.BUREAU,
        Source.PUBLISHED,
    ]


def test_growth_is_in_percent_and_a_level_in_the_unit_of_its_indicator() -> None:
    assert Facet.YOY.unit == "%"
    assert Facet.POINTS.unit == "个百分点"
    assert Facet.ACTUAL.unit is None
    assert {facet for facet in Facet if facet in FORECASTS} == {
        Facet.FORECAST,
        Facet.FORECAST_YOY,
        Facet.FORECAST_PLAN_SHARE,
    }
