"""THE LIVE PREVIEW: the composed text on A4 pages, as the Word file will have it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.document import Document
from model.paging.sheets import Binder, Sheets
from model.typesetting.house_style import HouseStyle
from ui.preview.area import PageArea
from ui.preview.faces import Faces
from ui.preview.finding import Found, find


class _Setting(NamedTuple):
    """What sets texts in one house style, with the fonts of this PC."""

    faces: Faces
    binder: Binder


class Preview(QWidget):
    """Pages of the text that is shown, with blanks and text of last period marked.

    `place_clicked` tells the place of the text that was clicked, `pages_changed` how many pages
    there are now. Only what changed is laid out and painted again.
    """

    place_clicked = Signal(str)
    pages_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set: _Setting | None = None
        self._pages: Sheets | None = None
        self._place = ""
        self.found: Found | None = None
        """Where the place last scrolled to is shown; None where it is not."""
        self._area = PageArea(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.setFocusProxy(self._area)
        self._area.setAccessibleName("预览")
        self._area.place_clicked.connect(self.place_clicked)
        self._area.page_changed.connect(self._describe)
        self._describe()

    @property
    def page_count(self) -> int:
        """How many pages the text has; none before a text is shown."""
        return len(self._pages or ())

    def show_document(self, document: Document, style: HouseStyle) -> None:
        """Show a text; called after every edit with what the composer gives."""
        before = self.page_count
        if self._set is None or self._set.faces.style is not style:
            faces = Faces(style)
            self._set = _Setting(faces, Binder(style, faces))
        pages = self._pages = self._set.binder.sheets(document)
        former, self.found = self.found, self._find()
        lined = document.line_numbers
        self._area.show_pages(pages, self._set.faces, self.found, lined=lined)
        if former is not None and self.found is not None and self.found.start != former.start:
            self._area.bring_into_view(self.found)
        if len(pages) != before:
            self._describe()
            self.pages_changed.emit(len(pages))

    def scroll_to(self, place: str) -> None:
        """Mark a place and bring it into view; one that the text does not show is not marked."""
        self._place = place
        self.found = self._find()
        self._area.point_out(self.found)
        if self.found is not None:
            self._area.bring_into_view(self.found)

    def set_zoom(self, percent: int | None) -> None:
        """Zoom in percent of real size; None fits the width."""
        self._area.set_zoom(percent)

    @property
    def zoom(self) -> int:
        """The zoom in percent of real size."""
        return round(self._area.zoom)

    def _find(self) -> Found | None:
        if self._set is None or self._pages is None or not self._place:
            return None
        near = self.found.page if self.found is not None else None
        return find(self._pages, self._set.faces.style, self._place, near)

    def _describe(self) -> None:
        page, count = self._area.current_page + 1, max(self.page_count, 1)
        self._area.setAccessibleDescription(f"第{page}页，共{count}页")
