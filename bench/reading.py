"""Reading a .docx of 3,900 paragraphs, against python-docx collecting the text of each.

Both run in a child process of their own that is started anew each time, gets the file over a pipe
and answers in JSON. Ours also gates the file, resolves numbering and styles, keeps tables and
counts what it leaves out. The rows below show how reading grows with the length.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.harness import Row, timed
from bench.word import STYLE, document_of
from model.library.house_styles import load_house_style
from model.reading.files import read_file
from model.word.write.word_file import write_document

PARAGRAPHS = 3900
RUNS = 7
LIMIT = 2.0
_PEER = (
    "import io, json, sys, docx\n"
    "document = docx.Document(io.BytesIO(sys.stdin.buffer.read()))\n"
    "sys.stdout.write(json.dumps([one.text for one in document.paragraphs]))\n"
)


def by_python_docx(file: Path) -> None:
    """python-docx in a child process."""
    subprocess.run(
        [sys.executable, "-c", _PEER], input=file.read_bytes(), capture_output=True, check=True
    )


def run() -> list[Row]:
    """Ours against python-docx for the long file; ours for a tenth of it."""
    style = load_house_style(STYLE)
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder) / "long.docx", Path(folder) / "short.docx"
        for file, count in ((long, PARAGRAPHS), (short, PARAGRAPHS // 10)):
            file.write_bytes(write_document(document_of(count), style, mode="review").data)
        rounds = [
            (
                timed(lambda: read_file(long)),
                timed(lambda: by_python_docx(long)),
                timed(lambda: read_file(short)),
            )
            for _ in range(RUNS + 1)
        ][1:]
    ours, peer, tenth = (min(column) for column in zip(*rounds, strict=True))
    return [
        Row(f"read a .docx of {PARAGRAPHS} paragraphs, against python-docx", ours, peer, LIMIT),
        Row("  a tenth of it", tenth),
    ]
