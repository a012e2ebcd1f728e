"""Facets, sources and states: what the screen calls them, and which source counts more."""

import pytest

from model.values.facet import (
    BY_COLUMN,
    BY_HEAD,
    FORECASTS,
    Facet,
    FacetGroup,
    Source,
    Tense,
    facets_of,
)
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


@pytest.mark.parametrize("facet", Facet)
def test_what_the_table_says_of_a_facet_fits_together(facet: Facet) -> None:
    spec = facet.spec
    if spec.forecast is not None:
        assert spec.forecast.is_forecast
        assert spec.forecast.group is facet.group
    if spec.level is not None:
        assert spec.compared_with is not None
        assert spec.level.group is FacetGroup.LEVEL
        assert spec.level.is_forecast is facet.is_forecast
    if spec.bounds is not None:
        assert spec.bounds[0] < spec.bounds[1]
        assert (spec.bounds[0] < 0) is spec.signed


@pytest.mark.parametrize("facet", FORECASTS)
def test_a_forecast_is_the_twin_of_one_facet_and_an_estimate(facet: Facet) -> None:
    assert [one for one in Facet if one.spec.forecast is facet] != []
    assert facet.usual_source is Source.ESTIMATE


def test_every_facet_has_one_column_and_one_turn_of_its_head() -> None:
    assert sorted(BY_COLUMN) == sorted(Facet)
    assert sorted(BY_HEAD) == sorted(Facet)


def test_facets_of_one_group_are_of_one_unit_and_one_kind() -> None:
    for group in FacetGroup:
        facets = facets_of(group)
        assert len({(facet.unit, facet.spec.kind, facet.spec.bounds) for facet in facets}) == 1


def test_facets_of_a_group_can_be_those_of_one_tense() -> None:
    assert facets_of(FacetGroup.PLAN_SHARE) == (Facet.PLAN_SHARE, Facet.FORECAST_PLAN_SHARE)
    assert facets_of(FacetGroup.PLAN_SHARE, Tense.REACHED) == (Facet.PLAN_SHARE,)
