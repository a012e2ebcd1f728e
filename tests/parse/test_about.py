"""Whose a manuscript is, to whom it goes, of which period: found in words, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.jobs import take_in
from model.parse.about import Named, place_named, superior_named
from model.parse.intake import said
from model.report.project import Organization
from model.values.period import Period
from tests import manuscripts

TITLE = "云岭县2026年上半年工作总结"
BODY = "\n一、2025年工作回顾\n地区生产总值增长5.8%。"

PLACES = {
    f"{TITLE}\n上半年，投资增长5%。": TITLE,
    f"图为云岭县工业园\n{TITLE}\n上半年，投资增长5%。": TITLE,
    "云岭县\n2026年上半年工作总结\n上半年，投资增长5%。": "云岭县",
    f"政府工作报告\n（2026年2月3日在云岭县第十八届人民代表大会上）{BODY}": "在云岭县第十八届",
    f"政府工作报告\n云岭县人民政府县长　张三\n各位代表：{BODY}": "云岭县人民政府县长",
    f"政府工作报告\n各位代表：\n现在，我代表云岭县人民政府报告工作。{BODY}": "代表云岭县人民政府",
    "工作汇报\n云岭县位于江州市北部，下辖12个乡镇。": "云岭县位于",
    "工作汇报\n云岭县辖12个乡镇、136个村。": "云岭县辖",
}


@pytest.mark.parametrize("text", PLACES)
def test_the_place_is_found_with_the_words_it_was_seen_in(text: str) -> None:
    shapes = manuscripts.pasted(text).understood.shapes
    assert place_named(shapes) == Named("云岭县", PLACES[text])


NOWHERE = (
    "县长在市长调研座谈会上的汇报\n今年以来，全县投资增长5%。",
    "在县委全会上的讲话\n今年以来，我县投资增长5%。",
    "上半年全市经济运行情况分析\n今年以来，全市投资增长5%。",
    "经济开发区2026年上半年工作总结\n今年以来，投资增长5%。",
    "工作汇报\n各位代表：\n现在，我代表市人民政府报告工作。",
)


@pytest.mark.parametrize("text", NOWHERE)
def test_no_place_is_guessed(text: str) -> None:
    assert place_named(manuscripts.pasted(text).understood.shapes) is None


def test_the_superior_is_the_one_that_is_addressed_or_named_as_that() -> None:
    to = "云岭县人民政府关于2026年上半年工作的报告\n江州市人民政府：\n现将工作报告如下。"
    lies = "云岭县工作汇报\n云岭县地处江州市西部，下辖12个乡镇。"
    for text in (to, lies):
        found = superior_named(manuscripts.pasted(text).understood.shapes)
        assert found is not None
        assert found.name == "江州市"
    none = "云岭县2026年上半年工作总结\n上半年，江州市考核居第3位。"
    assert superior_named(manuscripts.pasted(none).understood.shapes) is None


def test_the_name_of_the_file_says_what_the_text_does_not(tmp_path: Path) -> None:
    path = tmp_path / "云岭县2026年上半年总结.txt"
    path.write_text("工作总结\n全县投资增长5%，项目建设加快。\n", encoding="utf-8")
    manuscript = manuscripts.read(path)
    assert take_in.place(manuscript) == "云岭县"
    assert take_in.period(manuscript) == Period.parse("2026-H1")
    assert "见“云岭县2026年上半年总结”" in take_in.seen_in(manuscript)
    assert "报告期见文件名" in take_in.seen_in(manuscript)
    assert take_in.seen_in(manuscripts.pasted("工作总结\n投资增长5%。")) == ""


def test_an_empty_line_before_the_title_does_not_lose_it() -> None:
    text = "\n\n云岭县2026年上半年工作总结\n\n上半年，投资增长5%。\n"
    manuscript = manuscripts.pasted(text)
    period = take_in.period(manuscript)
    assert period is not None
    done = take_in.take_in(manuscript, Organization(name="云岭县"), period, None)
    assert done.project.reports[0].front.title.strip() == "云岭县2026年上半年工作总结"
    assert f"{said(done.project)}\n" == text
