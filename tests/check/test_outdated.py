"""Quantities that statistics have given up."""

from model.check.registry import problems
from model.library import shipped
from tests.small_project import INDICATORS, put, small


def told(period: str) -> list[str]:
    poverty = shipped.bank().by_id["poverty-rate"].for_project().model_dump(mode="json")
    block = {
        "kind": "indicators", "id": "b1",
        "use": [{"id": "u1", "indicator": "poverty-rate", "period": period}],
    }  # fmt: skip
    project = small([block], indicators=[*INDICATORS, poverty])
    found = problems(put(project, (f"poverty-rate@{period}.actual", "0.6")))
    return [one.message for one in found if one.check == "outdated-indicator"]


def test_a_quantity_given_up_is_told_of_later_years_only() -> None:
    (said,) = told("2026-H1")
    assert "贫困发生率" in said
    assert "2020年以后不再用" in said
    assert told("2020-Y") == []
