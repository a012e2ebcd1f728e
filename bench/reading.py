"""Reading a .docx of 3,900 paragraphs, against python-docx collecting the text of each.

Both run in a child process of their own that is started anew each time, gets the file over a pipe
and answers in JSON. Ours also gates the file, resolves numbering and styles, keeps tables and
counts what it leaves out. Times are user CPU. The last row shows how reading grows with length.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.harness import Row, user_times
from bench.long_document import PARAGRAPHS, STYLE, document_of
from model.library.house_styles import load_house_style
from model.reading.files import read_file
from model.word.write.word_file import write_document

RUNS = 7
LIMIT = 0.9
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
        ours, peer, tenth = user_times(
            [lambda: read_file(long), lambda: by_python_docx(long), lambda: read_file(short)], RUNS
        )
    return [
        Row(f"read a .docx of {PARAGRAPHS} paragraphs, against python-docx", ours, peer, LIMIT),
        Row("  a tenth of it", tenth),
    ]
