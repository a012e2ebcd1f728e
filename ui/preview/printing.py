"""PDF AND PRINT from the very layout that the preview shows, clean of its marks.

PDF files are rendered to memory; callers write them through the atomic writer. A printer is
looked for only when the clerk prints, so this module imports no print support until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from model.document import Document
from model.paging.sheets import Binder
from model.typesetting.house_style import HouseStyle
from model.typesetting.sanitize import clean
from model.version import VERSION
from ui.preview.faces import Faces
from ui.preview.painting import PagePainter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

_RESOLUTION = 1200
_BROKEN_END, _MENDED_END = b"/Trapped /False\n2\nendobj", b"/Trapped /False\n>>endobj"
"""Qt 6.8.0 leaves the dictionary with the title open; the same length, as offsets are kept."""


def pdf_bytes(document: Document, style: HouseStyle) -> bytes:
    """The document as a PDF file, fonts embedded; it tells the title and nobody's name."""
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(stream.device())
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(_whole_page())
    writer.setTitle(clean(document.title)[0])
    writer.setCreator(f"续稿 {VERSION}")
    _paint(writer, document, style, range(0))
    del writer
    return bytes(data.data()).replace(_BROKEN_END, _MENDED_END, 1)


def print_document(document: Document, style: HouseStyle, printer: QPrinter) -> bool:
    """Print on a printer, only the pages it was set to; False where it takes nothing."""
    printer.setPageLayout(_whole_page())
    printer.setFullPage(True)
    printer.setDocName(clean(document.title)[0])
    first, last = printer.fromPage(), printer.toPage()
    return _paint(printer, document, style, range(first, last + 1) if first else range(0))


def ask_and_print(document: Document, style: HouseStyle, parent: QWidget) -> bool:
    """Show the printer dialog and print; False where the clerk chose not to."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  (looks for printers)

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_whole_page())
    dialog = QPrintDialog(printer, parent)
    try:
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
    return accepted and print_document(document, style, printer)


def _whole_page() -> QPageLayout:
    """A4 upright without margins of its own: the house style has them."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Point,
    )


def _paint(device: QPagedPaintDevice, document: Document, style: HouseStyle, only: range) -> bool:
    """Paint all pages on a device, or only those with the numbers `only`."""
    faces = Faces(style)
    pages = Binder(style, faces).sheets(document)
    wanted = [(number, page) for number, page in enumerate(pages, 1) if not only or number in only]
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / 72
    painter.scale(scale, scale)
    sheets = PagePainter(faces, marked=False)
    for position, (number, page) in enumerate(wanted):
        if position and not device.newPage():
            painter.end()
            return False
        sheets.paint(painter, page, number, lined=document.line_numbers)
    return painter.end()
