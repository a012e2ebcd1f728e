"""The frame of an official document is read back: from our own Word file, and from plain text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from model.compose.compose import compose
from model.document import Document, Paragraph, Table
from model.jobs.samples import sample_keys
from model.library import shipped
from model.parse.intake import Intake, intake
from model.parse.understand import lexicon_of, understand
from model.reading.source import Source
from model.reading.text_file import read_pasted
from model.report.project import Organization, Project
from model.values.period import Period
from model.word.read.word_source import read_docx
from model.word.write.word_file import write_document
from tests.samples import example
from tests.small_project import put
from tests.word.samples import W, tree

FRAME_ROLES = (
    "copy_number", "secrecy", "document_number", "organ_mark", "title", "closing", "annex_list",
    "signature", "issued", "sealed_signature", "sealed_date", "contact", "annex_label",
    "annex_title", "copies", "printed", "recipients",
)  # fmt: skip
FRAMES = [
    {"official": "是", "sealed": sealed, "contact": contact, "secrecy": secrecy, "signers": signers,
     "document_number": number, "letterhead": "印红头" if mark else "", "organ_mark": mark,
     "copies": copies, "printed_by": "云岭县人民政府办公室" if copies else "",
     "printed_on": "2026年7月12日" if copies else ""}
    for sealed, contact, secrecy, signers, number, mark, copies in (
        ("是", "", "", "周启明", "云政〔2026〕18号", "云岭县人民政府文件", "江州市统计局"),
        ("否", "联系人：李明，联系电话：0000-1234567", "机密★1年", "", "云政〔2026〕XX号", "", ""),
        ("是", "联系人：李明", "秘密★6个月", "周启明、李国强、王芳", "云政〔2026〕18号",
         "云岭县人民政府\n云岭县财政局", "中共江州市委办公室，江州市财政局"),
        ("否", "", "", "", "", "", ""),
    )
]  # fmt: skip
PAIRS = [
    (key, frame)
    for (nth, key), frame in itertools.product(enumerate(sample_keys()), FRAMES)
    if (nth + FRAMES.index(frame)) % 2 == 0
]


def taken(source: Source) -> Intake:
    return intake(
        source,
        understand(source, lexicon_of(shipped.bank())),
        shipped.bank(),
        Organization(name="云岭县", superior="江州市"),
        Period.parse("2026-H1"),
    )


def composed(project: Project) -> Document:
    return compose(project, project.reports[0])


def roles(document: Document) -> list[tuple[str, str]]:
    """Every line with its role, tables by their text."""
    return [
        (block.role.value, block.text) if isinstance(block, Paragraph) else ("table", block.text)
        for block in document.body
        if isinstance(block, Table) or block.text.strip()
    ]


PLAIN = """000012
秘密★1年
云政〔2026〕18号　　　　签发人：周启明
云岭县人民政府关于上半年工作情况的报告
江州市人民政府：
现将上半年工作情况报告如下。
一、工作情况
今年以来，各项工作有序推进，总体平稳。
特此报告。
附件：1. 重点项目
2. 重点任务
云岭县人民政府
2026年7月10日
（联系人：李明，联系电话：0000-1234567）
附件1
重点项目
项目都在推进。
附件2
重点任务
任务都在落实。"""


def test_a_typed_official_document_keeps_its_frame_and_says_itself_again() -> None:
    made = taken(read_pasted(PLAIN))
    report = made.project.reports[0]
    assert not made.as_written
    assert report.frame.official
    assert (report.frame.document_number, report.frame.signers) == ("云政〔2026〕18号", ("周启明",))
    assert (report.frame.secrecy, report.frame.copy_number) == ("秘密★1年", "000012")
    assert (report.front.recipients, report.front.salutation) == ("江州市人民政府：", None)
    assert report.front.signature == "云岭县人民政府"
    assert report.front.issued == "2026年7月10日"
    assert report.front.closing == "特此报告。"
    assert report.front.title.endswith("报告")
    found = roles(composed(made.project))
    assert ("annex_list", "2. 重点任务") in found
    assert ("annex_title", "重点任务") in found


def test_a_mark_set_wide_is_read_as_the_name_it_is() -> None:
    head = PLAIN.replace("云政〔", "云 岭 县 人 民 政 府 文 件\n云政〔", 1)
    made = taken(read_pasted(head))
    frame = made.project.reports[0].frame
    assert not made.as_written
    assert (frame.organ_mark, frame.letterhead.value) == ("云岭县人民政府文件", "printed")
    assert frame.document_number == "云政〔2026〕18号"


def test_a_record_under_the_last_annex_is_read_and_said_again() -> None:
    record = "\n抄送:江州市统计局，江州市财政局\n云岭县人民政府办公室　　2026年7月12日印发"
    made = taken(read_pasted(PLAIN + record))
    frame = made.project.reports[0].frame
    assert not made.as_written
    assert frame.copies == "江州市统计局，江州市财政局"
    assert (frame.printed_by, frame.printed_on) == ("云岭县人民政府办公室", "2026年7月12日")
    assert "任务都在落实。" in composed(made.project).text


def test_an_organ_over_the_title_is_no_mark() -> None:
    made = taken(read_pasted("云岭县人民政府办公室\n工作总结\n一、情况\n各项工作平稳。"))
    assert not made.project.reports[0].frame.official


def test_a_list_of_annexes_that_names_others_than_stand_there_stays_text() -> None:
    made = taken(read_pasted(PLAIN.replace("2. 重点任务", "2. 任务清单")))
    assert "2. 任务清单" in composed(made.project).text


def test_an_old_manuscript_without_a_frame_has_none() -> None:
    made = taken(read_pasted("工作总结\n一、情况\n各项工作平稳。\n云岭县\n2026年7月1日"))
    assert not made.project.reports[0].frame.official


def looks(data: bytes) -> list[tuple[str, str]]:
    """Every paragraph of a Word file with its style; a date under the title is of its subtitle."""
    lines = tree(data, "word/document.xml").iter(f"{W}p")
    return [
        (
            line.find(f"{W}pPr/{W}pStyle").get(f"{W}val").replace("XgDateLine", "XgSubtitle"),
            "".join(text.text or "" for text in line.iter(f"{W}t")),
        )
        for line in lines
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("key", "frame"), PAIRS)
def test_our_own_export_read_in_is_the_same_document(key: str, frame: dict[str, str]) -> None:
    project = example(key)
    report = project.reports[0].id
    framed = put(project, *((f"{report}.{path}", value) for path, value in frame.items() if value))
    before = composed(framed)
    written = write_document(before, shipped.house_style(before.house_style), mode="final").data
    made = taken(read_docx(written, Path("稿.docx")))
    assert not made.as_written
    shown = {block for block in roles(before) if block[0] in FRAME_ROLES}
    again = {block for block in roles(composed(made.project)) if block[0] in FRAME_ROLES}
    assert again == shown
    texts = [text for _, text in roles(before)]
    assert [text for _, text in roles(composed(made.project))] == texts
    style = shipped.house_style(before.house_style)
    twice = write_document(composed(made.project), style, mode="final").data
    assert looks(twice) == looks(written)
