"""What the last report said in a place stands beside it, with its period where it is another's."""

import pytest

from model.jobs.samples import sample_keys
from model.places.inventory import places_of
from model.renewal.next_period import carry
from model.table.grid import Grid
from model.values.facet import Facet
from model.values.state import State
from tests.samples import example


@pytest.mark.parametrize("key", sample_keys())
def test_every_value_to_be_filled_in_a_sample_carried_on_has_its_last_value(key: str) -> None:
    carried = carry(example(key))
    blank = [one for one in places_of(carried) if "@" in one.place and one.state is State.EMPTY]
    assert blank
    assert [one.place for one in blank if one.last is None] == []


def test_the_period_of_a_last_value_is_told_where_it_is_not_the_last_reports_own() -> None:
    carried = carry(example("county-head-briefing"))
    by_place = {one.place: one for one in places_of(carried)}
    jobs = by_place["urban-new-jobs@2026-M1-8.actual"]
    assert (jobs.last, jobs.last_period) == ("2120", "2026-M1-5")
    assert jobs.last_said(carried.period) == "2120（1—5月）"
    own = [one for one in by_place.values() if one.indicator and one.period == "2026-Q1-3"]
    assert own
    assert {one.last_period for one in own} == {None}
    assert all(one.last_said(carried.period) == one.last for one in own)
    grid = Grid(carried, carried.reports[0])
    row = next(at for at, one in enumerate(grid.rows) if one.indicator.id == "urban-new-jobs")
    assert grid.former_values(row, Facet.ACTUAL)[0] == "2120（1—5月）"
