"""Figures and blanks of a record's texts, each a place of its own, set by what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from model.entry.attributes import set_attribute
from model.entry.texts import Edit, edited
from model.errors import PlaceError
from model.report.carried import with_checked_figures
from model.report.record import Record
from model.report.schema import texts


def with_edits(record: Record, name: str, edits: Sequence[Edit]) -> Record:
    """Return the record after edits of figures and blanks of one of its texts.

    Raises `PlaceError` where there is no such text or figure, `ValueRefused`.
    """
    known = {attribute.path: attribute for attribute in texts(type(record))}
    if name not in known:
        raise PlaceError(f"这里没有文字“{name}”。有：{'、'.join(known) or '（没有）'}。")
    text = edited(known[name].text(record), edits)
    typed = [edit.which for edit in edits if edit.kind == "figures"]
    return with_checked_figures(set_attribute(record, name, text), name, typed)
