"""A rule is switched off for a project, or one finding dismissed; what must be mended stays."""

import pytest

from model.check.dismissal import dismiss, switch_off, switch_on
from model.check.registry import Checker, once_more, problems
from model.errors import ValueRefused
from tests.check.clean import clean, found
from tests.small_project import put

FAULTY = ("i1.text", "截止目前，开工36个，，群众满意。")


def test_a_rule_that_is_off_finds_nothing_in_this_project() -> None:
    project = clean(FAULTY)
    assert len(found(project, "until")) == 1
    without = switch_off(project, "until")
    assert found(without, "until") == []
    assert len(found(without, "doubled-mark")) == 1
    assert switch_off(without, "until") is without
    assert len(found(switch_on(without, "until"), "until")) == 1


def test_what_must_be_mended_cannot_be_switched_off_nor_what_is_none() -> None:
    with pytest.raises(ValueRefused, match="必须改的，不能关掉"):
        switch_off(clean(), "blank")
    with pytest.raises(ValueRefused, match="没有“nonsense”这条规则"):
        switch_off(clean(), "nonsense")
    with pytest.raises(ValueRefused, match="没有关掉过"):
        switch_on(clean(), "until")


def test_one_finding_is_dismissed_and_another_of_the_same_rule_stays() -> None:
    project = clean(("i1.text", "截止目前，开工36个。截止6月底，竣工12个。"))
    first, second = found(project, "until")
    assert first.place == second.place == "i1.text"
    assert found(dismiss(project, first), "until") == [second]


def test_what_a_former_program_kept_as_dismissed_stays_so() -> None:
    project = clean(("tax@2026-H1.actual", "7.0"))
    (part,) = found(project, "part")
    kept = project.changed(dismissed=(f"figure:{part.place}:{part.message}",))
    assert found(kept, "part") == []


def test_a_checker_finds_after_any_edit_what_one_without_memory_finds() -> None:
    checker, project = Checker(), clean(FAULTY)
    for text in ("好，，好。", "截止目前，36个。", "群众满意。", FAULTY[1]):
        project = put(project, ("i1.text", text))
        assert checker.problems(project) == problems(project)


def test_a_fixed_phrase_that_was_dismissed_is_told_once_more_before_a_final_version() -> None:
    project = clean(("i1.text", "坚持稳中求进工作总调基，截止6月底完成。"))
    for key in ("fixed-phrase", "until"):
        project = dismiss(project, found(project, key)[0])
    assert problems(project) == ()
    told = Checker().problems(project, is_final=True)
    assert [one.check for one in told] == ["fixed-phrase"]
    assert once_more(project, project.reports[0]) == told
    off = switch_off(project, "fixed-phrase")
    assert Checker().problems(off, is_final=True) == once_more(off, off.reports[0]) == ()
