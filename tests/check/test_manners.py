"""Requests in a report, sensitive numbers in a final version, parts that are last period's."""

from typing import Any

from model.check.passage import Passage, Setting
from model.check.registry import Checker, in_passage
from tests.check.clean import clean, found
from tests.small_project import small

SETTING = Setting(2026, (1, 6), "云岭县", "江州市")
REPORT = SETTING._replace(is_report=True)


def keys(text: str, setting: Setting) -> set[str]:
    return {key for key, _ in in_passage(Passage(text), setting)}


def test_a_formal_report_asks_for_nothing() -> None:
    assert "request-in-report" in keys("妥否，请批示。", REPORT)
    assert "request-in-report" in keys("恳请批准立项。", REPORT)


def test_a_briefing_may_ask_and_a_report_may_be_read() -> None:
    assert "request-in-report" not in keys("妥否，请批示。", SETTING)
    assert "request-in-report" not in keys("特此报告，请审阅。以上汇报，请批评指正。", REPORT)


def test_a_sensitive_number_is_told_in_a_final_version_alone() -> None:
    text = "化解隐性债务1.86亿元。"
    project = clean(("i1.text", text))
    assert found(project, "sensitive") == []
    told = Checker().problems(project, is_final=True)
    assert [one.check for one in told] == ["sensitive"]
    of_bank = clean(("i1.text", "全县本科上线人数1286人。"))
    told = Checker().problems(of_bank, is_final=True)
    assert [one.check for one in told] == ["sensitive"]
    worded = clean(("i1.text", "做好信访工作，依法办理案件。"))
    assert Checker().problems(worded, is_final=True) == ()


def same_words() -> str:
    """A text of thirteen sentences."""
    numbers = "一二三四五六七八九十百千万"
    return "".join(f"第{number}镇抓项目、促投资、强服务，进展顺利。" for number in numbers)


def part(now: str, then: str, *, checked: bool) -> list[dict[str, Any]]:
    former: dict[str, Any] = {"text": then}
    if checked:
        former["words"] = True
    item = {"id": "i1", "text": now, "former": {"text": former}}
    heading = {"text": "项目建设"}
    block = {"kind": "text", "id": "b2", "paragraphs": [[item]]}
    return [{"kind": "section", "id": "s1", "heading": heading, "content": [block]}]


def test_a_part_that_was_checked_and_is_last_periods_is_told_once() -> None:
    words = "".join(
        f"第{number}个乡镇抓项目、促投资、强服务，进展顺利。" for number in range(1, 14)
    )
    project = small(part(words, words, checked=True))
    told = [one.message for one in Checker().problems(project) if one.check == "unchanged"]
    assert told == ["“项目建设”100%与上期一字不差"]
    other = "".join(f"今年{number}月各项工作全面铺开，成效好于预期。" for number in range(1, 14))
    project = small(part(other, words, checked=True))
    assert "unchanged" not in {one.check for one in Checker().problems(project)}


def test_words_nobody_has_looked_at_are_told_as_such_and_not_as_unchanged() -> None:
    words = "".join(
        f"第{number}个乡镇抓项目、促投资、强服务，进展顺利。" for number in range(1, 14)
    )
    project = small(part(words, words, checked=False))
    found_now = {one.check for one in Checker().problems(project)}
    assert "carried" in found_now
    assert "unchanged" not in found_now


def carried_names(now: str, then: str, *, checked: bool = True) -> list[str]:
    told = Checker().problems(small(part(now, then, checked=checked)))
    return [one.message for one in told if one.check == "carried-names"]


def test_papers_and_meetings_of_last_period_are_listed_once() -> None:
    now = "落实《云岭县稳增长若干措施》，贯彻市委经济工作会议精神。落实《云岭县稳增长若干措施》。"
    (told,) = carried_names(f"又讯。{now}", now)
    assert told.endswith("：《云岭县稳增长若干措施》、市委经济工作会议")


def test_laws_and_what_is_new_or_not_read_yet_are_not_listed() -> None:
    law = "落实《江州市城乡供水条例》。"
    assert carried_names(f"又讯。{law}", law) == []
    paper = "落实《云岭县稳增长若干措施》。"
    assert carried_names(paper, "落实有关文件。") == []
    assert carried_names(paper, paper, checked=False) == []
    assert carried_names("召开工作会议3次。", "召开工作会议2次。") == []
