"""The signs of points: what stands before each, and the menu to choose another row of signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from model.arrange.markers import set_style
from model.compose.rows import marker_text, numbers_of
from model.report.item import Marker
from model.wording.numbering import STYLES
from ui.part.context import Context
from ui.part.widgets import Entry, open_menu

_USUAL = (
    "一、",
    "（一）",
    "1.",
    "（1）",
    "①",
    "一是",
    "一要",
    "第一，",
    "首先，",
    "一方面，",
    "——",
)
NONE = "无序号"


def signs_of(rows: Sequence[Sequence[Marker | None]]) -> list[list[str]]:
    """The sign of every point, row by row; '' for one without."""
    numbers = numbers_of(rows)
    return [
        [marker_text(marker, number) for marker, number in zip(row, numbered, strict=True)]
        for row, numbered in zip(rows, numbers, strict=True)
    ]


def example_of(style: str) -> str:
    """A row of signs in short: 一是、二是…"""
    known = STYLES[style]
    if known.bullet:
        return known.first
    return (
        " ".join(sign.rstrip("，、") if len(sign) > 2 else sign for sign in known.signs[:3]) + " …"
    )


def choose_sign(owner: QWidget, context: Context, id_: str, marker: Marker | None) -> None:
    """Open the menu of signs for the row in which a point stands."""
    own = marker.style if marker else None

    def chooser(style: str) -> Callable[[], object]:
        return lambda: context.do("改序号", lambda project: set_style(project, id_, style))

    known = [style for style in _USUAL if style in STYLES]
    if own is not None and own not in known and own in STYLES:
        known.append(own)
    entries = [Entry(example_of(one), chooser(one), is_chosen=one == own) for one in known]
    entries += [Entry(), Entry("这一排都不要序号", chooser(""), is_enabled=marker is not None)]
    entries.append(
        Entry(
            "只有这一条不要序号",
            lambda: context.set(f"{id_}.marker", "") and None,
            is_enabled=marker is not None,
        )
    )
    open_menu(owner, entries)
