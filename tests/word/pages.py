"""Word files rendered to pages by LibreOffice, and what stands where on them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word on a page with its box, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Rendered:
    """Pages of a file: lines of text, and words with their places; width of paper, in points."""

    pages: tuple[tuple[str, ...], ...]
    words: tuple[tuple[Word, ...], ...]
    widths: tuple[float, ...]


def rendered(folder: Path) -> Mapping[str, Rendered]:
    """All .docx files of `folder` by stem, rendered in one run with a profile of its own."""
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {path.stem: _read(path) for path in folder.glob("*.pdf")}


def _read(path: Path) -> Rendered:
    raw = _pdftotext("-raw", path).removesuffix("\f").split("\f")
    lines = [tuple(line for line in page.splitlines() if line.strip()) for page in raw]
    # pdftotext copies the title as it is, and a strict parser is what is wanted for the rest.
    boxes = re.sub(r"<title>.*?</title>", "", _pdftotext("-bbox", path), flags=re.DOTALL)
    root = ElementTree.fromstring(boxes)
    sheets = list(root.iter(f"{_XHTML}page"))
    words = [tuple(map(_word, page)) for page in sheets]
    widths = [float(page.get("width", "nan")) for page in sheets]
    return Rendered(tuple(lines), tuple(words), tuple(widths))


def _pdftotext(kind: str, path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", kind, "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True
    )
    return done.stdout.decode("utf-8")


def _word(box: ElementTree.Element) -> Word:
    sides = (float(box.get(side, "nan")) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Word(box.text or "", *sides)
