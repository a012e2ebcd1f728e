"""The house style most tests are about, and pages laid out from scratch."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from model.document import Document
from model.library import shipped
from model.paging.layout import Typesetter
from model.paging.pages import Page, Paginator
from model.typesetting.house_style import HouseStyle
from ui.preview.faces import Faces

Cut = Callable[[Document, HouseStyle], list[Page]]


@pytest.fixture
def gbt9704() -> HouseStyle:
    return shipped.house_style("gbt9704")


@pytest.fixture
def chinese_font(qapp: QApplication) -> None:
    """A font with Chinese signs; the test skips where none is installed."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("no Chinese font is installed")


@pytest.fixture
def cut() -> Cut:
    """The pages of a document, laid out from scratch."""

    def pages(document: Document, style: HouseStyle) -> list[Page]:
        paginator = Paginator(style.text_height, style.text_width)
        return list(paginator.cut(Typesetter(style, Faces(style)).lay_out(document)))

    return pages
