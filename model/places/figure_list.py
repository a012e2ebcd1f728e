"""文中数字: every figure of a text with the sentence it stands in, to renew them row by row."""

from __future__ import annotations

from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.entry.apply import Assignment
from model.places.inventory import places_of
from model.report.project import Project
from model.report.report import Report
from model.report.tree import walk
from model.report.uses import text_at, texts_of
from model.values.state import State
from model.wording.finding.linked import figures_of
from model.wording.links import masked

_STOPS = "。；！？\n"
_FIGURES = ".figures."


class FigureRow(NamedTuple):
    """A figure as one types it (`value`; None is blank) and the words around it (`before`, `said`
    and `after` are the whole sentence). `part` is the heading it stands under, '' for none."""

    place: str
    part: str
    before: str
    said: str
    after: str
    unit: str
    value: str | None
    last: str | None
    state: State

    @property
    def is_confirmable(self) -> bool:
        """Whether it is last period's number, which may hold still."""
        return self.state is State.CARRIED and self.value is not None


def figure_rows(project: Project, report: Report) -> tuple[FigureRow, ...]:
    """The figures of a report's running text, in reading order; those not written this period
    are left out."""
    reader = ProjectReader(project)
    texts = _texts(report)
    rows: list[FigureRow] = []
    for one in places_of(project, report):
        if _FIGURES not in one.place or one.state is State.DROPPED:
            continue
        text_place, number = _split(one.place)
        before, said, after = _sentence(texts[text_place], number, reader)
        rows.append(
            FigureRow(
                one.place, one.section, before, said, after,
                one.unit, one.value, one.last, one.state,
            )
        )  # fmt: skip
    return tuple(rows)


def confirming(rows: tuple[FigureRow, ...]) -> list[Assignment]:
    """What to set so that last period's numbers count as looked at: the same once more."""
    return [Assignment(one.place, one.value) for one in rows if one.is_confirmable and one.value]


def text_place_of(figure: str) -> str:
    """The text that a figure stands in: `i7k2.figures.2` → `i7k2.text`."""
    return _split(figure)[0]


def raw_start(project: Project, figure: str) -> int | None:
    """Where a figure begins in the raw text of its place; None where there is none any more."""
    text_place, number = _split(figure)
    found = figures_of(text_at(project, text_place) or "")
    return found[number].start if number < len(found) else None


def _texts(report: Report) -> dict[str, str]:
    """The raw texts of a report by their places."""
    return {
        f"{getattr(record, 'id', '')}.{name}": text
        for record in walk(report)
        for name, text in texts_of(record)
    }


def _split(figure: str) -> tuple[str, int]:
    base, _, number = figure.rpartition(_FIGURES)
    return (base if "." in base else f"{base}.text"), int(number)


def sentence_at(project: Project, place: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence around a stretch of the raw text of a place: before it, itself, after it.

    All three are '' for a place that has no text, as the sign of an item.
    """
    text = text_at(project, place)
    return ("", "", "") if text is None else _around(text, start, end, ProjectReader(project))


def _sentence(text: str, number: int, reader: ProjectReader) -> tuple[str, str, str]:
    figure = figures_of(text)[number]
    return _around(text, figure.start, figure.end, reader)


def _around(text: str, start: int, end: int, reader: ProjectReader) -> tuple[str, str, str]:
    """The sentence, in words."""
    covered = masked(text)
    begin = max(covered.rfind(stop, 0, start) for stop in _STOPS) + 1
    ends = [at for stop in _STOPS if (at := covered.find(stop, end)) >= 0]
    before, after = text[begin:start], text[end : min(ends, default=len(text))]
    return plain(before, reader).lstrip(), text[start:end], plain(after, reader).rstrip()
