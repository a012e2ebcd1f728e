"""The Word file of 3,900 paragraphs, against docxtpl rendering the same text in one style.

Ours has all styles, three to six spans a paragraph, blanks, and a bookmark for every record;
docxtpl's template has one style and one run a paragraph. python-docx's `add_paragraph` and the
floor (the finished parts, only zipped) are shown for comparison. The first export of a process
begins in a new one each time, with the library still to be imported. Runs take turns.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import docx

from bench.harness import Row, user_times
from bench.long_document import PARAGRAPHS, STYLE, document_of
from bench.word_child import by_docxtpl, saved
from model.document import Document
from model.library.house_styles import load_house_style
from model.typesetting.house_style import HouseStyle
from model.word.write.body import body_xml
from model.word.write.package import package
from model.word.write.skeleton import skeleton
from model.word.write.word_file import write_document

ROOT = Path(__file__).resolve().parent.parent
RUNS = 9
LIMIT = 0.6
FIRST = 1.1
LINEAR = 1.3
"""How much longer a paragraph may take in a text of 3,900 than in one of 390."""


def template() -> bytes:
    """A docxtpl template that loops over paragraphs in one style."""
    made = docx.Document()
    for line in ("{%p for text in texts %}", "{{ text }}", "{%p endfor %}"):
        made.add_paragraph(line)
    return saved(made.save)


def by_python_docx(texts: list[str]) -> bytes:
    """The same text, one `add_paragraph` each."""
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    return saved(made.save)


def prices(style: HouseStyle) -> list[float]:
    """Milliseconds of 1,000 paragraphs in texts of 39, 390 and 3,900, a file's fixed part left out.

    Each writes as many paragraphs in all, in more files where these are shorter.
    """
    documents = [document_of(count) for count in (PARAGRAPHS // 100, PARAGRAPHS // 10, PARAGRAPHS)]
    files = (100, 10, 1)
    empty = Document("", ())
    *whole, fixed = user_times(
        [
            lambda: _write(documents[0], style, files[0]),
            lambda: _write(documents[1], style, files[1]),
            lambda: _write(documents[2], style, files[2]),
            lambda: _write(empty, style, files[0]),
        ],
        RUNS,
    )
    a_file = fixed / files[0]
    return [
        (taken - count * a_file) / PARAGRAPHS * 1000
        for taken, count in zip(whole, files, strict=True)
    ]


def _write(document: Document, style: HouseStyle, times: int) -> None:
    for _ in range(times):
        write_document(document, style, mode="proof")


def first_exports(base: bytes) -> tuple[float, float]:
    """Milliseconds of the first export in a process, ours and docxtpl's, import and all."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "template.docx"
        file.write_bytes(base)
        rounds = [(_first("ours", file), _first("docxtpl", file)) for _ in range(RUNS + 1)][1:]
    ours, peer = (sum(column) / RUNS for column in zip(*rounds, strict=True))
    return ours, peer


def _first(which: str, file: Path) -> float:
    command = [sys.executable, "-m", "bench.word_child", which, str(file)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return float(done.stdout)


def run() -> list[Row]:
    """Ours against docxtpl, python-docx and the floor; then a paragraph's price by length."""
    style = load_house_style(STYLE)
    document = document_of(PARAGRAPHS)
    texts = [block.text for block in document.body]
    base = template()
    frame = skeleton(style, stamped=True)
    body = body_xml(document, style, frame.sections, marked=True)[0]
    parts = frame.filled(body, document.title, "第3稿")
    ours, peer, slow, floor = user_times(
        [
            lambda: write_document(document, style, mode="proof", stamp="第3稿"),
            lambda: by_docxtpl(base, texts),
            lambda: by_python_docx(texts),
            lambda: package(parts),
        ],
        RUNS,
    )
    first, first_peer = first_exports(base)
    few, some, many = prices(style)
    return [
        Row(f"Word file of {PARAGRAPHS} paragraphs, against docxtpl", ours, peer, LIMIT),
        Row("  the first in a process, against docxtpl", first, first_peer, FIRST),
        Row("  against python-docx, add_paragraph", ours, slow),
        Row("  against the floor: the same XML, zipped", ours, floor),
        Row("  1,000 paragraphs at the price of 3,900, against that of 39", many, few),
        Row("  1,000 paragraphs at the price of 3,900, against that of 390", many, some, LINEAR),
    ]
