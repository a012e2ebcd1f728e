"""What the tests of the 指标 table share: a page over an example, and its cells by name."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from model.report.address import ObservationPlace, parse_place
from model.report.project import Project
from model.session import Session
from tests.samples import example
from ui.table.page import IndicatorsPage
from ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)
REVENUE = "general-public-budget-revenue"
ACTUAL, YOY = f"{REVENUE}@2026-H1.actual", f"{REVENUE}@2026-H1.yoy"


def blank() -> Project:
    """A briefing in which no number was typed yet."""
    return example("work-briefing").changed(observations=())


def shown(qtbot: QtBot, project: Project, width: int = 900, height: int = 700) -> IndicatorsPage:
    """The page of a project, on the screen."""
    page = IndicatorsPage(Workspace(Session.new(project)))
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    return page


def cell(page: IndicatorsPage, place: str) -> QModelIndex:
    """The cell of a place."""
    parsed = parse_place(place)
    assert isinstance(parsed, ObservationPlace)
    index = page.table.index_of(parsed)
    assert index.isValid(), place
    return index


def go(page: IndicatorsPage, place: str) -> QModelIndex:
    """Make a cell the current one, with the focus in the table."""
    assert page.focus_place(place)
    return page.view.currentIndex()


def current_place(page: IndicatorsPage) -> str:
    """The place of the current cell."""
    return page.table.cell(page.view.currentIndex()).place


def editor(page: IndicatorsPage) -> QLineEdit:
    """The editor that is open in the table."""
    found = [one for one in below(page.view.viewport(), QLineEdit) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def below(widget: QWidget, kind: type[W]) -> list[W]:
    """All widgets of a kind below another."""
    found: list[W] = widget.findChildren(kind)  # type: ignore[assignment]
    return found


def value(page: IndicatorsPage, place: str) -> str:
    """What the project has at a place; '' where it has nothing."""
    index = cell(page, place)
    found = page.table.grid.value(index.row(), page.table.column(index).facet)  # type: ignore[arg-type]
    return found.typed if found.source else ""
