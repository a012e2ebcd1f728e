"""The first Word file that a process writes: what it takes in user CPU, in milliseconds.

    python -m bench.word_child ours|docxtpl TEMPLATE

The text is made before, and the library that writes the file is loaded within.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

from bench.harness import user_time
from bench.long_document import PARAGRAPHS, STYLE, document_of
from model.document import Document
from model.library.house_styles import load_house_style
from model.typesetting.house_style import HouseStyle


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """What `save` writes."""
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def by_docxtpl(base: bytes, texts: list[str]) -> bytes:
    """A text of so many paragraphs, rendered by docxtpl from the template `base`."""
    from docxtpl import DocxTemplate  # noqa: PLC0415  (a part of what is measured)

    made = DocxTemplate(io.BytesIO(base))
    made.render({"texts": texts}, autoescape=True)
    return saved(made.save)


def by_ours(document: Document, style: HouseStyle) -> bytes:
    """The same text by the program."""
    from model.word.write.word_file import write_document  # noqa: PLC0415  (the same)

    return write_document(document, style, mode="proof", stamp="第3稿").data


def main(which: str, template: Path) -> float:
    """Milliseconds of one export by `which`."""
    style, document, base = load_house_style(STYLE), document_of(PARAGRAPHS), template.read_bytes()
    texts = [block.text for block in document.body]
    if which == "ours":
        return user_time(lambda: by_ours(document, style))
    return user_time(lambda: by_docxtpl(base, texts))


if __name__ == "__main__":
    print(main(sys.argv[1], Path(sys.argv[2])))
