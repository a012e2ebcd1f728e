"""What a change is measured against moves with the report, and a year long past stays."""

from __future__ import annotations

import pytest

from model.report.moving import period_codes, with_moved_periods
from model.report.period_codes import shifts
from model.report.section import IndicatorUse
from model.values.aspect import parse_aspect
from model.values.period import Period
from model.wording.links import with_periods


@pytest.mark.parametrize(
    ("base", "old", "new", "now"),
    [
        ("2026-M1-4", "2026-M1-5", "2026-H1", "2026-Q1"),
        ("2026-M1-4", "2026-M1-5", "2026-M1-7", "2026-H1"),
        ("2026-M4", "2026-M5", "2026-M6", "2026-M5"),
        ("2026-Q1", "2026-H1", "2026-Q1-3", "2026-H1"),
        ("2025-Y", "2026-Y", "2027-Y", "2026-Y"),
        ("2020-Y", "2025-Y", "2026-Y", "2020-Y"),
    ],
)
def test_a_base_plays_the_same_part_in_the_next_period(
    base: str, old: str, new: str, now: str
) -> None:
    before = Period.parse(old)
    after = Period.parse(new)
    assert shifts({f"~{base}"}, before, after) == {f"~{base}": f"~{now}"}


def test_uses_and_links_are_measured_against_the_moved_period() -> None:
    use = IndicatorUse(
        indicator="gdp", facets=(parse_aspect("points~2026-M1-4"), parse_aspect("points~city"))
    )
    assert period_codes(use) == {"~2026-M1-4"}
    moved = with_moved_periods(use, {"~2026-M1-4": "~2026-M1-5"})
    assert [one.value for one in moved.facets] == ["points~2026-M1-5", "points~city"]
    assert with_moved_periods(use, {"2026-M1-4": "2026-M1-5"}) is use
    text = "增速较1—4月提高{@gdp.points~2026-M1-4|n}个百分点，{@gdp@2026-M1-4.yoy}"
    assert with_periods(text, {"~2026-M1-4": "~2026-M1-5"}) == (
        "增速较1—4月提高{@gdp.points~2026-M1-5|n}个百分点，{@gdp@2026-M1-4.yoy}"
    )
