"""Where notes end: nothing that follows them is lost."""

from __future__ import annotations

import pytest

from tests import manuscripts

TITLE = "云岭县2026年上半年工作总结"
BODY = "上半年，全县上下攻坚克难，项目建设有序推进，完成投资12亿元，同比增长9%，民生保障持续加强。"


def roles(text: str) -> list[str]:
    return [shape.role for shape in manuscripts.pasted(text).understood.shapes]


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        (
            "附件\n云岭县重点项目进展情况\n上半年完成投资12亿元，增长9%。",
            ["note", "heading", "body"],
        ),
        ("二、民生事业\n新增就业2310人。", ["heading", "body"]),
        (f"云岭县2026年一季度工作总结\n{BODY}", ["heading", "body"]),
        (BODY, ["body"]),
    ],
)
def test_notes_end_at_an_annex_a_part_a_new_title_or_a_full_paragraph(
    after: str, wanted: list[str]
) -> None:
    text = f"{TITLE}\n一、工业经济\n增加值增长7.2%。\n注释\n[1]快报数。\n{after}"
    assert roles(text)[3:] == ["note", "note", *wanted]


def test_what_explains_stays_a_note_however_long() -> None:
    notes = (
        "1.放管服：是简政放权、放管结合、优化服务的简称，重在转变政府职能、激发市场活力和社会创造力。",
        "“双随机”监管是指在监管过程中随机抽取检查对象、随机选派执法检查人员，检查情况及时向社会公开。",
        "规上工业企业是指年主营业务收入2000万元及以上的工业企业，统计范围每年年初按规定调整一次。",
        "三公经费：因公出国（境）费、公务用车购置及运行费、公务接待费三项，由各单位按规定编报和公开。",
    )
    text = "\n".join((TITLE, "一、工业经济", "增加值增长7.2%。", "名词解释", *notes))
    assert set(roles(text)[3:]) == {"note"}


def test_a_table_of_contents_is_a_note_and_makes_no_parts() -> None:
    text = (
        f"{TITLE}\n目录\n一、工业\t1\n二、民生\t3\n一、工业\n增加值增长7%。\n二、民生\n就业2310人。"
    )
    wanted = ["title", "note", "note", "note", "heading", "body", "heading", "body"]
    assert roles(text) == wanted


@pytest.mark.parametrize("line", ["来源：县政府办", "图为云岭县工业园区", "张三　摄"])
def test_a_caption_or_source_above_the_title_is_none_of_it(line: str) -> None:
    assert roles(f"{line}\n{TITLE}\n一、工业\n增加值增长7%。")[:3] == ["note", "title", "heading"]
