"""A report of any length with all styles, three to six spans a paragraph, blanks and bookmarks."""

from __future__ import annotations

from pathlib import Path

from model.document import Document, Paragraph, Part, Role, Span
from model.values.state import State

STYLE = Path(__file__).parents[1] / "templates" / "house_styles" / "gbt9704.json"
PARAGRAPHS = 3900
_PROSE = (
    "坚持把项目建设摆在突出位置，逐月调度、逐个过堂，开工一批、建成一批、储备一批，"
    "全力推动“十五五”开局之年各项工作——特别是民生实事落到实处，群众满意度持续提升。"
)


def document_of(paragraphs: int) -> Document:
    """A report of so many paragraphs: a title, headings of four levels, run-in leads, closing."""
    body = [Paragraph(Role.TITLE, (Span("云岭县人民政府关于2026年上半年工作情况的报告"),))]
    body += [_paragraph(number) for number in range(1, paragraphs - 2)]
    body.append(Paragraph(Role.SIGNATURE, (Span("云岭县人民政府"),)))
    body.append(Paragraph(Role.ISSUED, (Span("2026年7月5日"),)))
    return Document("云岭县人民政府关于2026年上半年工作情况的报告", tuple(body))


def _paragraph(number: int) -> Paragraph:
    if number % 10 == 1:
        level = number // 10 % 4 + 1
        heading = f"s{number}.heading"
        titled = (Span("一、", None, Part.MARKER), Span("推动工业经济提质增效", heading))
        return Paragraph(Role.HEADING, titled, level, (f"s{number}",))
    lead, text, figure = f"i{number}.lead", f"i{number}.text", f"i{number}.figures.1"
    spans = (
        Span("（一）", None, Part.MARKER),
        Span("抓好项目建设。", lead, Part.LEAD),
        Span("累计完成投资", text),
        Span("XX", figure, state=State.EMPTY),
        Span("亿元，" + _PROSE, text, state=State.CARRIED if number % 3 else State.FILLED),
    )
    if number % 5 == 0:
        other = Span("二是" + _PROSE, f"j{number}.text")
        ids, starts = (f"i{number}", f"j{number}"), (0, len(spans))
        return Paragraph(Role.BODY, (*spans, other), 2, ids, starts)
    return Paragraph(Role.BODY, spans, 2, (f"i{number}",))
