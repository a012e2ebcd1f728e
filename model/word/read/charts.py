"""The charts of a foreign .docx as the rows of a table: their caches, which every program draws.

The workbook beside them is left closed: it says nothing that the caches do not.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from model.word.read.package import Package

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_POINTS, _MOST_ROWS = 100, 12
"""A chart of more is no chart of a report; it is told as a picture is."""
_CORNER = "项目"
_LINES = f"{_CHART}lineChart"


class ReadChart(NamedTuple):
    """A chart: its head and a line for every category, and how each row is drawn."""

    rows: tuple[tuple[str, ...], ...]
    marks: tuple[str, ...]


def charts_of(package: Package, main: str) -> dict[str, ReadChart]:
    """The charts of a text by the relation that shows them."""
    found = {}
    for id_, part in package.related_by_id(main, "chart").items():
        root = package.tree(part)
        read = _read(root) if root is not None else None
        if read is not None:
            found[id_] = read
    return found


def relation_of(drawing: etree._Element) -> str:
    """The relation to the chart that a drawing shows; '' for a picture."""
    chart = next(drawing.iter(f"{_CHART}chart"), None)
    return "" if chart is None else chart.get(_RELATION, "")


def _read(root: etree._Element) -> ReadChart | None:
    series = list(root.iter(f"{_CHART}ser"))
    if not series or len(series) > _MOST_ROWS:
        return None
    names = _points(series[0], "cat")
    values = [_points(one, "val") for one in series]
    last = max((at for points in (names, *values) for at in points), default=-1)
    if not 0 <= last < _MOST_POINTS:
        return None
    head = (_CORNER, *("".join(_points(one, "tx").values()) or _CORNER for one in series))
    lines = (
        (names.get(at, str(at + 1)), *(points.get(at, "") for points in values))
        for at in range(last + 1)
    )
    marks = ("line" if _is_line(one) else "bars" for one in series)
    return ReadChart((head, *lines), tuple(marks))


def _is_line(series: etree._Element) -> bool:
    above = series.getparent()
    return above is not None and above.tag == _LINES


def _points(series: etree._Element, name: str) -> dict[int, str]:
    """What stands in a cache, by its number; a number as short as it can be written."""
    found: dict[int, str] = {}
    holder = series.find(f"{_CHART}{name}")
    for point in holder.iter(f"{_CHART}pt") if holder is not None else ():
        at = point.get("idx", "")
        if at.isascii() and at.isdigit() and len(at) < 8:
            found[int(at)] = " ".join((point.findtext(f"{_CHART}v") or "").split())
    return found
