"""What was typed and refused, listed with its reasons."""

from __future__ import annotations

import gc
import types
from datetime import date

import pytest

from model.places.inventory import places_of
from model.places.refused import list_refused
from model.renewal.next_period import carry
from model.report.project import Project
from tests.samples import example

_TODAY = date(2026, 7, 5)
_TYPED = ("1.3万abc", "{", "2026-13-40", "第0位")


@pytest.fixture(scope="module")
def project() -> Project:
    return carry(example("key-work-report"))


def test_what_is_refused_is_named_with_its_reason(project: Project) -> None:
    number = next(one.place for one in places_of(project, project.reports[0]) if "@" in one.place)
    found = list_refused(project, {number: "1.3万abc", "gone.text": "{"}, _TODAY)
    assert [one.place for one in found] == [number], "a place that is gone refuses nothing"
    assert found[0].typed == "1.3万abc"
    assert "1.3万abc" in found[0].reason


def test_asking_for_reasons_keeps_no_frame_alive(project: Project) -> None:
    places = [one.place for one in places_of(project, project.reports[0])]
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        refused = [
            found
            for typed in _TYPED
            for place in places
            for found in list_refused(project, {place: typed}, _TODAY)
        ]
        gc.collect()
        left = [one for one in gc.garbage if isinstance(one, types.FrameType | BaseException)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert len(refused) > len(places), "most of it is refused"
    assert left == []
