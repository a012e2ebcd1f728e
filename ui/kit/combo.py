"""The entries of a combo box, exchanged without losing the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox


def fill_choices(box: QComboBox, words: Sequence[str]) -> None:
    """Offer these words; what is chosen or typed stays, and nothing is told."""
    if [box.itemText(at) for at in range(box.count())] == [*words]:
        return
    was_blocked = box.blockSignals(True)
    before = box.currentText()
    box.clear()
    box.addItems([*words])
    if box.isEditable():
        box.setEditText(before)
    else:
        box.setCurrentIndex(max(0, box.findText(before)))
    box.blockSignals(was_blocked)
