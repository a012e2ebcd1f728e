"""Texts longer than their limit."""

from model.check.problem import Severity
from model.check.registry import problems
from tests.check.clean import clean, found
from tests.small_project import put


def test_a_text_within_its_limit_is_no_problem() -> None:
    assert problems(clean(report={"length": {"characters": 100}})) == ()


def test_a_longer_one_is_a_warning_that_says_how_long_it_is() -> None:
    long = "甲 乙\u3000" * 300
    project = clean(("i1.text", long), ("r1.minutes", "2"))
    (one,) = found(project, "length")
    assert (one.place, one.severity) == ("r1.minutes", Severity.WARNING)
    assert "，限定2分钟，超出1." in one.message
    count = int(one.message.split("字")[0].removeprefix("全文"))
    assert 600 < count < 700


def test_minutes_are_those_of_the_speaker_and_numbers_are_as_long_as_they_are_spoken() -> None:
    project = clean(("i1.text", "甲" * 900), ("r1.minutes", "3"))
    assert found(project, "length")
    assert not found(put(project, ("r1.pace", "400")), "length")
    numbers = clean(("i1.text", "今年完成1118.6亿元，" * 40), ("r1.minutes", "3"))
    assert found(numbers, "length")  # 560 characters, but 640 spoken
