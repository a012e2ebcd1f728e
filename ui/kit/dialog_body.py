"""A dialog that always fits the screen: what is too high for it scrolls, its buttons stay seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme

_MARGIN = 60


def scrolled(dialog: QDialog, body: QWidget, below: Iterable[QWidget], wanted: QSize) -> None:
    """Lay `body` out in a scroll area with `below` under it; `wanted` is bounded by the screen."""
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    whole = QVBoxLayout(dialog)
    whole.addWidget(area, 1)
    for widget in below:
        whole.addWidget(widget)
    room = dialog.screen().availableSize()
    dialog.resize(wanted.boundedTo(QSize(room.width() - _MARGIN, room.height() - _MARGIN)))


def named_rows(dialog: QDialog, rows: Iterable[tuple[str, str, QWidget]]) -> QFormLayout:
    """Fields one below the other: the words before each, what a screen reader calls it, itself."""
    form = QFormLayout()
    form.setVerticalSpacing(theme.unit(dialog))
    for words, name, field in rows:
        field.setAccessibleName(name)
        form.addRow(words, field)
    return form


def plain_button(parent: QWidget, words: str, act: Callable[[], object]) -> QPushButton:
    """A button that Enter elsewhere in a dialog does not press."""
    made = QPushButton(words, parent)
    made.setAutoDefault(False)
    made.clicked.connect(lambda *_: act())
    return made


def buttons(dialog: QDialog, accept: str) -> QDialogButtonBox:
    """The dialog's buttons: the one that does it, in words of its own, and 取消."""
    box = QDialogButtonBox(dialog)
    do = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    do.setProperty("role", "primary")
    do.setDefault(True)
    theme.polish(do)
    box.addButton("取消(&C)", QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
