"""Comparing a returned file of 400 paragraphs, against reading it.

A third of the paragraphs came back with another number or some words more. Reading is done in a
child process as always; comparing finds paragraphs, differences and what each of them would do.
"""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.harness import Row, user_times
from bench.large_project import large_project
from bench.long_document import STYLE
from model.compose.compose import compose
from model.library.house_styles import load_house_style
from model.reading.files import read_returned
from model.reading.returned import Returned, ReturnedLine
from model.redpen.compare import compare
from model.redpen.lines import lines_of
from model.word.write.word_file import write_document

RUNS = 5
LIMIT = 3.0
PARAGRAPHS = 400
_TODAY = date(2026, 7, 5)


def run() -> list[Row]:
    """Four parts of the large project, each third paragraph with another number or more words."""
    project = large_project()
    report = project.reports[0]
    report = report.changed(content=report.content[: PARAGRAPHS // 100])
    project = project.changed(reports=(report,))
    document = compose(project, report)
    base = lines_of(document)
    theirs = [
        ReturnedLine(_changed(line.text) if number % 3 == 0 else line.text, line.ids)
        for number, line in enumerate(base.lines)
    ]
    returned = Returned(tuple(theirs))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "returned.docx"
        file.write_bytes(write_document(document, load_house_style(STYLE), mode="review").data)
        ours, reading = user_times(
            [
                lambda: compare(project, report, returned, base, "returned.docx", _TODAY),
                lambda: read_returned(file),
            ],
            RUNS,
        )
    what = f"compare a returned file of {PARAGRAPHS} paragraphs, against reading it"
    return [Row(what, ours, reading, LIMIT)]


def _changed(text: str) -> str:
    return text.replace("12.6", "13.9") if "12.6" in text else f"{text}再加一句。"
