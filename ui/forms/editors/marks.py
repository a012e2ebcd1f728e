"""Marks in prose: figures underlined, those not yet checked and blanks on a coloured ground."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from model.values.state import State
from model.wording.finding.blanks import find_blanks
from model.wording.finding.figures import Figure, find_figures
from ui.forms.editors.prose_area import ProseArea
from ui.kit.colors import Colors
from ui.kit.qt_text import units
from ui.kit.theme import colors

_PAUSE = 250


class Marks:
    """The marks of one text widget; renewed when its text changes, never while composing.

    Those of a long text move with its signs while the clerk types, and are found anew in her pause.
    """

    def __init__(self, area: ProseArea) -> None:
        self._area = area
        self._states: tuple[State, ...] = ()
        self._text = ""
        self._has_wide = False
        self._figures: tuple[Figure, ...] = ()
        self._formats = _formats(colors())
        self._soon = QTimer(area)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.renew)
        area.textChanged.connect(self._changed)
        area.composed.connect(self.renew)
        area.restyled.connect(self._recolour)

    def set_states(self, states: tuple[State, ...]) -> None:
        """The states of the figures in order."""
        if states != self._states:
            self._states = states
            self.renew()

    def figure(self, number: int) -> tuple[int, int] | None:
        """Where the figure of this number is in the document."""
        self._catch_up()
        found = self._figures[number : number + 1]
        return self._span(found[0].start, found[0].end) if found else None

    def blank(self, number: int) -> tuple[int, int] | None:
        """Where the blank of this number, figures aside, is in the document."""
        self._catch_up()
        found = [one for one in find_blanks(self._text) if one.kind != "number"][number:]
        return self._span(found[0].start, found[0].end) if found else None

    def renew(self) -> None:
        """Find the figures and blanks of the text as it is now, and mark them."""
        self._soon.stop()
        if self._area.is_composing:
            return
        text = self._area.toPlainText()
        if text != self._text:
            self._text = text
            self._has_wide = units(text) > len(text)
            self._figures = find_figures(text)
        marked = [
            self._mark(figure.start, figure.end, self._format(number, figure))
            for number, figure in enumerate(self._figures)
        ]
        marked += [
            self._mark(blank.start, blank.end, self._formats.blank)
            for blank in find_blanks(text)
            if blank.kind != "number"
        ]
        self._area.setExtraSelections(marked)

    def _changed(self) -> None:
        if self._area.is_long and self._area.hasFocus() and not self._area.is_showing:
            self._soon.start()
        else:
            self.renew()

    def _catch_up(self) -> None:
        if self._soon.isActive():
            self.renew()

    def _recolour(self) -> None:
        """The style changed; mostly that of a frame, and the colours stay."""
        if self._formats.colors != colors():
            self._formats = _formats(colors())
            self.renew()

    def _format(self, number: int, figure: Figure) -> QTextCharFormat:
        if figure.blank:
            return self._formats.blank
        same = len(self._states) == len(self._figures)
        is_carried = same and self._states[number] is State.CARRIED
        return self._formats.carried if is_carried else self._formats.figure

    def _mark(self, start: int, end: int, format_: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._area.document())
        first, last = self._span(start, end)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor  # type: ignore[attr-defined]
        mark.format = format_  # type: ignore[attr-defined]
        return mark

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if not self._has_wide:
            return start, end
        first = units(self._text[:start])
        return first, first + units(self._text[start:end])


class _Formats(NamedTuple):
    """How the marks look in the colours of a scheme."""

    colors: Colors
    figure: QTextCharFormat
    carried: QTextCharFormat
    blank: QTextCharFormat


def _formats(now: Colors) -> _Formats:
    figure, blank = QTextCharFormat(), QTextCharFormat()
    figure.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    figure.setUnderlineColor(QColor(now.accent))
    carried = QTextCharFormat(figure)
    carried.setBackground(QColor(now.amber_soft))
    carried.setForeground(QColor(now.amber))
    blank.setBackground(QColor(now.red_soft))
    blank.setForeground(QColor(now.red))
    return _Formats(now, figure, carried, blank)
