"""What may be claimed of numbers: by rule, and the clerk has the last word."""

from typing import Any

import pytest

from model.compose.compose import Composer
from model.places.inventory import places_of
from model.report.project import Project
from model.values.state import State
from tests.small_project import FIELDS, put, small, text

FIELD: dict[str, Any] = {
    "id": "run-trend", "label": "走势", "kind": "choice",
    "choices": ["同步增长", "总体平稳", "承压运行"], "follows": ["gdp", "revenue", "industry"],
}  # fmt: skip


def project(*typed: tuple[str, str]) -> Project:
    block = {"kind": "text", "id": "b1", "paragraphs": [[{"id": "i1", "text": "{run-trend}。"}]]}
    return put(small([block], fields=[*FIELDS, FIELD]), *typed)


def yoy(indicator: str, value: str, period: str = "2026-H1") -> tuple[str, str]:
    return f"{indicator}@{period}.yoy", value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "总体平稳"),
        ([yoy("gdp", "5.8"), yoy("revenue", "5.1"), yoy("industry", "7.1")], "同步增长"),
        ([yoy("gdp", "5.8"), yoy("revenue", "-5.1"), yoy("industry", "7.1")], "总体平稳"),
        ([yoy("gdp", "5.8"), yoy("revenue", "-5.1"), yoy("industry", "-7.1")], "承压运行"),
        ([yoy("gdp", "0"), yoy("revenue", "5.1")], "总体平稳"),
        ([yoy("gdp", "5.8")], "同步增长"),
        ([("gdp@2026-H1.forecast_yoy", "-1")], "承压运行"),
        ([yoy("industry", "-2", "2026-M1-5"), yoy("gdp", "-1")], "承压运行"),
        ([yoy("gdp", "5.8", "2025-Y")], "总体平稳"),
    ],
)
def test_the_words_follow_the_signs(typed: list[tuple[str, str]], said: str) -> None:
    made = project(*typed)
    assert f"{said}。" in text(made)
    place = next(one for one in places_of(made) if one.place == "run-trend")
    assert (place.value, place.state) == (said, State.COMPUTED)


def test_what_the_clerk_chooses_counts() -> None:
    made = project(yoy("gdp", "-5.8"), ("run-trend", "同步增长"))
    assert "同步增长。" in text(made)
    place = next(one for one in places_of(made) if one.place == "run-trend")
    assert place.state is State.FILLED
    assert "承压运行" in text(put(made, ("run-trend", "")))


def test_the_words_change_with_a_number_though_the_text_is_remembered() -> None:
    composer = Composer()
    rising = project(yoy("gdp", "5.8"))
    assert "同步增长" in composer.compose(rising, rising.reports[0]).text
    falling = put(rising, yoy("gdp", "-5.8"))
    assert "承压运行" in composer.compose(falling, falling.reports[0]).text
