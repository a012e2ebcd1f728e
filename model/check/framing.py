"""正式公文: what the frame of an official document lacks, or says that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.report.frame import Letterhead
from model.report.project import Project
from model.report.report import Report
from model.report.section import Section

_PERSON = re.compile(
    r"同志|(?:[省市县区州]长|书记|主席|主任|厅长|局长|部长)(?:[，,、：:]|$)|^尊敬的"
)
_DATE = re.compile(r"(\d{4})[年-](\d{1,2})[月-](\d{1,2})日?")


def complaints(project: Project, report: Report) -> Mapping[str, str]:
    """What is wrong with the frame of a report, by the attribute that it is told at."""
    if not report.frame.official:
        return {}
    return dict(_complaints(report, ProjectReader(project)))


def _complaints(report: Report, reader: ProjectReader) -> Iterator[tuple[str, str]]:
    frame = report.frame
    if _said(report, "title", reader).endswith("报告"):
        if not frame.signers:
            yield "signers", "上报的报告要写签发人（GB/T 9704—2012，7.2.6）"
        if _PERSON.search(_said(report, "recipients", reader)):
            yield "recipients", "报告写给上级机关，不写给领导个人（公文处理工作条例第十五条）"
    if frame.secrecy and not frame.copy_number:
        yield "copy_number", "涉密的公文要编份号，如000001"
    yield from _of_record(report, reader)
    if frame.letterhead is Letterhead.PRINTED and not frame.organ_mark:
        yield "organ_mark", "印红头要写发文机关标志，如云岭县人民政府文件；没有写，红头就印不出来"
    issued = _day(_said(report, "issued", reader))
    period = reader.numbers.period
    if issued is not None and issued < date(period.year, period.first, 1):
        yield "issued", f"成文日期早于{period.label_with_year}开始的那一天，请看看年月"


def _of_record(report: Report, reader: ProjectReader) -> Iterator[tuple[str, str]]:
    """What 版记 lacks: 印发机关 and 印发日期 stand together, and no earlier than the date."""
    frame = report.frame
    if not (frame.copies or frame.printed_by or frame.printed_on):
        return
    for path, label in (("printed_by", "印发机关"), ("printed_on", "印发日期")):
        if not getattr(frame, path):
            yield path, f"版记里要有{label}（GB/T 9704—2012，7.4）"
    printed, issued = (_day(_said(report, path, reader)) for path in ("printed_on", "issued"))
    if printed and issued and printed < issued:
        yield "printed_on", "印发日期早于成文日期，请看看年月日"


def _said(report: Report, path: str, reader: ProjectReader) -> str:
    return "".join(span.text for span in said(report, path, reader)).strip()


def _day(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def _frame(subject: Subject) -> Iterator[Problem]:
    report = subject.report
    for path, message in complaints(subject.project, report).items():
        yield FRAME.problem(f"{report.id}.{path}", message)
    for part in report.content:
        if isinstance(part, Section) and part.annex and part.heading is None:
            message = "作为附件的部分没有标题，附件就没有名称，所以还排在正文里"
            yield FRAME.problem(f"{part.id}.heading", message)


FRAME = Rule(
    key="frame",
    title="正式公文的要素",
    reason="正式公文缺了该有的要素，或者要素互相矛盾",
    source="GB/T 9704—2012，7.2、7.3；《党政机关公文处理工作条例》第十五条",
    fix="在“基本情况”的“正式公文”里改",
    silent="没有选“作为正式公文”的文稿",
    in_report=_frame,
)
FAMILY = Family("正式公文", (FRAME,))
