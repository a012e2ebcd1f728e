"""What stands before and after the content: the frame, title, salutation, signature, date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.document import FILL, Paragraph, Part, Role, Span, line_id
from model.report.frame import Letterhead
from model.report.report import Report

_BEFORE = (
    ("title", Role.TITLE),
    ("subtitle", Role.SUBTITLE),
    ("date_line", Role.DATE_LINE),
    ("recipients", Role.RECIPIENTS),
    ("salutation", Role.SALUTATION),
)
_MARK = (("organ_mark", Role.ORGAN_MARK),)
_CLOSING = (("closing", Role.CLOSING),)
_SIGN_OFF = (("signature", Role.SIGNATURE), ("issued", Role.ISSUED))
_SEALED = (("signature", Role.SEALED_SIGNATURE), ("issued", Role.SEALED_DATE))
_NAMED = {Role.SEALED_SIGNATURE: Role.SIGNATURE, Role.SEALED_DATE: Role.ISSUED}
"""A line has the same id with and without a seal."""
_SIGNERS_IN_A_ROW = 2
_SIGNED = "签发人："


def before(report: Report, reader: ProjectReader) -> Iterator[Paragraph]:
    """The frame above the title, then title to salutation, in the customary order; what is None
    or empty is left out."""
    if report.frame.official:
        yield from _letterhead(report, reader)
    yield from _lines(report, _BEFORE, reader)


def after(report: Report, reader: ProjectReader, annexes: tuple[str, ...]) -> Iterator[Paragraph]:
    """Closing, list of annexes, signature, date of issue, and whom to ask."""
    frame = report.frame
    yield from _lines(report, _CLOSING, reader)
    if frame.official:
        yield from _annex_list(report, annexes)
    yield from _lines(report, _SEALED if frame.official and frame.sealed else _SIGN_OFF, reader)
    if frame.official and (contact := said(report, "contact", reader)):
        spans = (Span("（"), *contact, Span("）"))
        yield Paragraph(Role.CONTACT, spans, 0, (line_id(report.id, Role.CONTACT),))


def record(report: Report, reader: ProjectReader) -> Iterator[Paragraph]:
    """版记: 抄送, then 印发机关 and 印发日期 on one line; it stands behind the annexes."""
    if not report.frame.official:
        return
    if copies := said(report, "copies", reader):
        spans = (Span("抄送："), *copies, Span("。"))
        yield Paragraph(Role.COPIES, spans, 0, (line_id(report.id, Role.COPIES),))
    by, on = said(report, "printed_by", reader), said(report, "printed_on", reader)
    if by or on:
        spans = (*by, Span(FILL), *on, *((Span("印发"),) if on else ()))
        yield Paragraph(Role.PRINTED, spans, 0, (line_id(report.id, Role.PRINTED),))


def _letterhead(report: Report, reader: ProjectReader) -> Iterator[Paragraph]:
    """份号, 密级, 紧急程度, the organ's mark where it is printed, 发文字号 with 签发人."""
    frame = report.frame
    for role, text in (
        (Role.COPY_NUMBER, frame.copy_number),
        (Role.SECRECY, frame.secrecy),
        (Role.URGENCY, frame.urgency.label if frame.urgency else None),
    ):
        if text:
            span = Span(text, f"{report.id}.{role.value}")
            yield Paragraph(role, (span,), 0, (line_id(report.id, role),))
    if frame.letterhead is Letterhead.PRINTED:
        yield from _lines(report, _MARK, reader)
    number = said(report, "document_number", reader)
    place = f"{report.id}.signers"
    rows = [
        "　".join(frame.signers[at : at + _SIGNERS_IN_A_ROW])
        for at in range(0, len(frame.signers), _SIGNERS_IN_A_ROW)
    ]
    role = Role.DOCUMENT_NUMBER
    for at, names in enumerate(rows):
        beside = number if at == len(rows) - 1 else ()
        label = _SIGNED if at == 0 else "　" * len(_SIGNED)
        spans = (*beside, Span(FILL), Span(label), Span(names, place, Part.SIGNER))
        yield Paragraph(role, spans, 0, (line_id(report.id, role, at + 1),))
    if number and not rows:
        yield Paragraph(role, number, 0, (line_id(report.id, role),))


def _annex_list(report: Report, titles: tuple[str, ...]) -> Iterator[Paragraph]:
    """`附件：名称`, or numbered one a line from two on; no stop at the end (附件说明)."""
    for number, title in enumerate(titles, 1):
        begins = "附件：" if number == 1 else ""
        sign = f"{number}. " if len(titles) > 1 else ""
        ids = (line_id(report.id, Role.ANNEX_LIST, number),)
        yield Paragraph(Role.ANNEX_LIST, (Span(begins + sign + title),), 0, ids)


def _lines(
    report: Report, names: tuple[tuple[str, Role], ...], reader: ProjectReader
) -> Iterator[Paragraph]:
    for name, role in names:
        spans = said(report, name, reader)
        for number, line in enumerate(_split(spans) if spans else (), 1):
            yield Paragraph(role, line, 0, (line_id(report.id, _NAMED.get(role, role), number),))


def _split(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The spans of each line of a text."""
    line: list[Span] = []
    for span in spans:
        begins = 0
        for number, text in enumerate(span.text.split("\n")):
            if number:
                yield tuple(line)
                line = []
            if text:
                line.append(replace(span, text=text, at=_moved(span.at, begins)))
            begins += len(text) + 1
    yield tuple(line)


def _moved(at: int | None, by: int) -> int | None:
    return None if at is None else at + by
