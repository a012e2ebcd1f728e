"""The Word file of 3,900 paragraphs, against docxtpl rendering the same text in one style.

Ours has all styles, three to six spans a paragraph, blanks, and a bookmark for every record;
docxtpl's template has one style and one run a paragraph. python-docx's `add_paragraph` and the
floor (the finished parts, only zipped) are shown for comparison. Runs take turns.
"""

import io
from collections.abc import Callable
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from bench.harness import Row, best_of, timed
from model.document import Document, Paragraph, Part, Role, Span
from model.library.house_styles import load_house_style
from model.typesetting.house_style import HouseStyle
from model.values.state import State
from model.word.write.body import document_xml
from model.word.write.package import DOCUMENT, package
from model.word.write.word_file import write_document

STYLE = Path(__file__).parents[1] / "templates" / "house_styles" / "gbt9704.json"
PARAGRAPHS = 3900
RUNS = 9
LIMIT = 1.0
LINEAR = 1.3
"""How much longer a paragraph may take in a text of 3,900 than in one of 390."""

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
        return Paragraph(Role.BODY, (*spans, other), 2, (f"i{number}", f"j{number}"))
    return Paragraph(Role.BODY, spans, 2, (f"i{number}",))


def template() -> bytes:
    """A docxtpl template that loops over paragraphs in one style."""
    made = docx.Document()
    for line in ("{%p for text in texts %}", "{{ text }}", "{%p endfor %}"):
        made.add_paragraph(line)
    return _saved(made.save)


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def by_docxtpl(base: bytes, texts: list[str]) -> bytes:
    """The same text, rendered by docxtpl."""
    made = DocxTemplate(io.BytesIO(base))
    made.render({"texts": texts}, autoescape=True)
    return _saved(made.save)


def by_python_docx(texts: list[str]) -> bytes:
    """The same text, one `add_paragraph` each."""
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    return _saved(made.save)


def in_turn(works: list[Callable[[], object]]) -> list[float]:
    """The best of each, in milliseconds; they take turns, and the first round warms up."""
    rounds = [[timed(work) for work in works] for _ in range(RUNS + 1)][1:]
    return [min(column) for column in zip(*rounds, strict=True)]


def a_paragraph(style: HouseStyle, paragraphs: int) -> float:
    """Milliseconds a paragraph in a text of so many, the fixed parts of a file left out."""
    document = document_of(paragraphs)
    whole = best_of(lambda: write_document(document, style, mode="proof"), RUNS * 3)
    empty = Document(document.title, ())
    return (whole - best_of(lambda: write_document(empty, style, mode="proof"), RUNS)) / paragraphs


def run() -> list[Row]:
    """Ours against docxtpl, python-docx and the floor; then a paragraph's price by length."""
    style = load_house_style(STYLE)
    document = document_of(PARAGRAPHS)
    texts = [block.text for block in document.body]
    base = template()
    parts = {DOCUMENT: document_xml(document, style, marked=True, stamp=None)[0]}
    ours, peer, slow, floor = in_turn(
        [
            lambda: write_document(document, style, mode="proof", stamp="第3稿"),
            lambda: by_docxtpl(base, texts),
            lambda: by_python_docx(texts),
            lambda: package(parts, document.title),
        ]
    )
    few, some, many = (a_paragraph(style, count) * 1000 for count in (39, 390, PARAGRAPHS))
    return [
        Row(f"Word file of {PARAGRAPHS} paragraphs, against docxtpl", ours, peer, LIMIT),
        Row("  against python-docx, add_paragraph", ours, slow),
        Row("  against the floor: the same XML, zipped", ours, floor),
        Row("  1,000 paragraphs at the price of 3,900, against that of 39", many, few),
        Row("  1,000 paragraphs at the price of 3,900, against that of 390", many, some, LINEAR),
    ]
