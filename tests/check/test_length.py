"""Texts longer than their limit."""

from model.check.problem import Severity
from model.check.registry import problems
from tests.check.clean import clean, found


def test_a_text_within_its_limit_is_no_problem() -> None:
    assert problems(clean(report={"length": {"characters": 100}})) == ()


def test_a_longer_one_is_a_warning_that_says_how_long_it_is() -> None:
    long = "甲 乙\u3000" * 300
    project = clean(("i1.text", long), ("r1.minutes", "2"))
    (one,) = found(project, "length")
    assert (one.place, one.severity) == ("r1.minutes", Severity.WARNING)
    assert "超过限定的2分钟（约400字）" in one.message
    count = int(one.message.split("字")[0].removeprefix("全文"))
    assert 600 < count < 700
