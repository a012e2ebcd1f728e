"""Figures and blanks inside a text with links, by their number, and how they are set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.entry.cleaning import one_line
from model.entry.typed import signed, within
from model.errors import PlaceError, ValueRefused
from model.values.number import written
from model.values.units import usual_spelling
from model.wording.finding.blanks import Blank
from model.wording.finding.figures import Figure
from model.wording.finding.linked import blanks_of, figures_of
from model.wording.links import escaped, masked, unmasked
from model.wording.saying.from_to import with_true_direction
from model.wording.saying.rewrite import rewrite
from model.wording.saying.words import BLANK

_AROUND = 10
_BOUNDS = {"%": (-100, 10_000), "个百分点": (-100, 100)}
"""What a change can be; what kind of share a text states nobody knows."""
_STOPS = "，。；：、！？（）“”《》\n\ufffc"


class Edit(NamedTuple):
    """Set the `which`-th figure (or other blank), from 0, of a text to what was typed."""

    kind: str
    which: int
    typed: str


def around(text: str, start: int, end: int) -> str:
    """A few words around a place, so that a clerk knows which number is meant: 改造▁户老旧…"""
    covered = masked(text)
    before = covered[max(0, start - _AROUND) : start]
    after = covered[end : end + _AROUND]
    for sign in _STOPS:
        before = before.rsplit(sign, 1)[-1]
        after = after.split(sign, 1)[0]
    return f"{before}▁{after}"


def edited(text: str, edits: Sequence[Edit]) -> str:
    """`text` after all edits, told by the numbers its figures have now; direction words turn too.

    Raises `PlaceError` for a figure that is not there and `ValueRefused` for what is no number.
    """
    last = {(edit.kind, edit.which): edit for edit in edits}
    by_start = sorted((_start(text, edit), edit) for edit in last.values())
    for start, edit in reversed(by_start):
        text = _set_figure(text, start, edit) if edit.kind == "figures" else _set_blank(text, edit)
    touched = {edit.which for edit in last.values() if edit.kind == "figures"}
    return unmasked(with_true_direction(masked(text), touched), text) if touched else text


def _start(text: str, edit: Edit) -> int:
    found: Sequence[Figure | Blank] = (
        figures_of(text) if edit.kind == "figures" else blanks_of(text)
    )
    if edit.which >= len(found):
        what = "数字" if edit.kind == "figures" else "空白"
        raise PlaceError(f"这段文字里只有{len(found)}处{what}，没有第{edit.which + 1}处。")
    return found[edit.which].start


def _set_figure(text: str, start: int, edit: Edit) -> str:
    """Set the figure at `start`: what stands behind it may have been rewritten already."""
    figure = next((one for one in figures_of(text) if one.start == start), None)
    if figure is None:
        raise ValueRefused(f"“{edit.typed}”和后面的数一起改，意思就变了。请分开填，或直接改文字。")
    covered = masked(text)
    if not edit.typed.strip():
        return unmasked(rewrite(covered, figure, BLANK, None), text)
    quantity = signed(edit.typed, figure.unit)
    if quantity.unit != usual_spelling(figure.unit):
        raise ValueRefused(
            f"“{edit.typed}”的单位是{quantity.unit}，文中写的是{figure.unit}。请换算后再填。"
        )
    if quantity.unit in _BOUNDS:
        within(quantity, edit.typed, *_BOUNDS[quantity.unit])
    number = written(abs(quantity.value))
    return unmasked(rewrite(covered, figure, number, quantity.value < 0), text)


def _set_blank(text: str, edit: Edit) -> str:
    blank = blanks_of(text)[edit.which]
    typed = one_line(edit.typed)
    return text[: blank.start] + (escaped(typed) or blank.text) + text[blank.end :]
