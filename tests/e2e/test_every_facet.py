"""Every facet is served everywhere: typed, said, listed, in the table, under a pasted head."""

from __future__ import annotations

from typing import Any

import pytest

from model.places.inventory import places_of
from model.table.grid import Grid
from model.table.paste_heads import Role, head_of
from model.values.facet import Facet, FacetGroup
from tests.small_project import put, small, text

INDICATOR = {FacetGroup.POINTS: "urban-rate"}
WITHOUT_HEAD = {Facet.CUMULATIVE}
"""累计 is the level of most tables, so a head of that name does not mean it."""


def _stating(facet: Facet) -> tuple[Any, str]:
    """A project whose text states a facet, and the place of its value."""
    indicator = INDICATOR.get(facet.group, "revenue")
    use = {"indicator": indicator, "facets": [facet.value]}
    project = small([{"kind": "indicators", "id": "b1", "use": [use]}])
    (place,) = (one.place for one in places_of(project) if one.facet == facet.value)
    return project, place


@pytest.mark.parametrize("facet", Facet)
def test_a_facet_is_a_blank_until_it_is_typed_and_then_said(facet: Facet) -> None:
    project, place = _stating(facet)
    assert "XX" in text(project)
    filled = put(project, (place, "3"))
    assert "XX" not in text(filled)
    assert "3" in text(filled)


@pytest.mark.parametrize("facet", Facet)
def test_a_facet_has_a_column_that_shows_it(facet: Facet) -> None:
    project, place = _stating(facet)
    filled = put(project, (place, "3"))
    grid = Grid(filled, filled.reports[0])
    assert facet in [column.facet for column in grid.columns]
    cell = grid.value(0, facet)
    assert (cell.place, "3" in cell.shown) == (place, True)


@pytest.mark.parametrize("facet", Facet)
def test_the_name_of_a_facet_heads_a_pasted_column_of_it(facet: Facet) -> None:
    head = head_of(facet.label)
    assert head.role is Role.VALUE
    assert (head.facet is facet) is (facet not in WITHOUT_HEAD)
