"""PDF and print: the pages of the preview, fonts embedded, nobody named."""

import getpass
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter

from model.document import Document
from model.typesetting.house_style import HouseStyle
from tests.ui.preview.conftest import Cut
from tests.word.samples import report
from ui.preview.printing import pdf_bytes, print_document


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\n", pdf))


def test_the_pdf_has_the_pages_of_the_preview(cut: Cut, gbt9704: HouseStyle) -> None:
    pdf = pdf_bytes(report(), gbt9704)
    assert pdf.startswith(b"%PDF-")
    assert pages_of(pdf) == len(cut(report(), gbt9704)) == 6


def test_the_paper_is_a4_and_fonts_are_embedded(gbt9704: HouseStyle) -> None:
    pdf = pdf_bytes(report(), gbt9704)
    (box,) = set(re.findall(rb"/MediaBox \[(.*?)\]", pdf))
    assert list(map(float, box.split())) == pytest.approx([0, 0, 595.3, 841.9], abs=1)
    assert b"/FontFile" in pdf


def test_the_pdf_tells_its_title_and_no_name(gbt9704: HouseStyle) -> None:
    document = Document("云岭县上半年工作总结", report().body)
    pdf = pdf_bytes(document, gbt9704)
    assert "云岭县上半年工作总结".encode() in pdf
    assert b"/Author" not in pdf.replace(b"/Author ()", b"")  # newer Qt writes it empty
    assert getpass.getuser().encode() not in pdf.split(b"stream", 1)[0]


def test_the_dictionary_with_the_title_is_closed(gbt9704: HouseStyle) -> None:
    information = pdf_bytes(report(), gbt9704).split(b"endobj", 1)[0]
    assert information.count(b"<<") == information.count(b">>") == 1


def test_other_programs_read_the_pdf_without_complaint(gbt9704: HouseStyle, tmp_path: Path) -> None:
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo is not installed")
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_bytes(report(), gbt9704))
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert f"Title:           {report().title}" in done.stdout


def test_characters_that_no_file_may_hold_do_not_reach_the_title(gbt9704: HouseStyle) -> None:
    pdf = pdf_bytes(Document("总\u200b结\x00", ()), gbt9704)
    assert "总结".encode() in pdf


class _Printer(QPdfWriter):
    """A printer that prints to a file, as far as printing asks for one."""

    def __init__(self, path: Path, first: int = 0, last: int = 0) -> None:
        super().__init__(str(path))
        self.told = {"first": first, "last": last}
        self.name = ""

    def setFullPage(self, full: bool) -> None:  # noqa: N802
        assert full

    def setDocName(self, name: str) -> None:  # noqa: N802
        self.name = name

    def fromPage(self) -> int:  # noqa: N802
        return self.told["first"]

    def toPage(self) -> int:  # noqa: N802
        return self.told["last"]


@pytest.mark.parametrize(("first", "last", "pages"), [(0, 0, 6), (2, 3, 2), (5, 99, 2)])
def test_all_pages_or_those_asked_for_are_printed(
    gbt9704: HouseStyle, tmp_path: Path, first: int, last: int, pages: int
) -> None:
    path = tmp_path / "printed.pdf"
    printer = _Printer(path, first, last)
    assert print_document(report(), gbt9704, printer)  # type: ignore[arg-type]
    assert printer.name == report().title
    assert pages_of(path.read_bytes()) == pages
