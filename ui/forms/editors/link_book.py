"""The links that a text of a project can hold: what they show, what they are called."""

from __future__ import annotations

from typing import NamedTuple

from model.compose.project_reader import BUILT_IN_NAMES, ProjectReader
from model.compose.prose import prose
from model.report.charts import chart_numbers
from model.report.project import Project
from model.report.section import IndicatorUse
from model.values.period import Period, is_period
from model.values.state import State
from model.wording.links import FieldLink, IndicatorLink, links

_BUILT_IN = {
    "place": "本地名称",
    "superior": "上级",
    "year": "年份",
    "last-year": "上一年",
    "period": "报告期",
    "rest": "下一时段",
    "end": "期末月份",
}
_MOST = 60


class Offer(NamedTuple):
    """A link that can be put in: its text in the project, its name, what it shows now."""

    raw: str
    name: str
    value: str


class Value(NamedTuple):
    """What a link shows in the text, and whether something is blank in it."""

    text: str
    is_blank: bool


class LinkBook:
    """The fields and indicators of one root of a project, by name."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._setting = ProjectReader(project)
        self._charts = chart_numbers(project)
        self._values: dict[str, Value] = {}
        self._offered: tuple[str, ...] = ()

    def value(self, raw: str) -> Value:
        """What the link `raw` (`{leader}`, `{@gdp.yoy}`) says in the text."""
        found = self._values.get(raw)
        if found is None:
            spans = prose(raw, None, self._setting)
            text = "".join(span.text for span in spans)
            found = Value(text, any(span.state is State.EMPTY for span in spans))
            self._values[raw] = found
        return found

    def name(self, raw: str) -> str:
        """What a link is called: `一般公共预算收入 同比增长`; the link itself where unknown."""
        for link in links(raw):
            if isinstance(link, FieldLink):
                if link.field in self._charts:
                    return self._charts[link.field]
                field = self._project.field(link.field)
                return field.label if field else _BUILT_IN.get(link.field, raw)
            if isinstance(link, IndicatorLink):
                return self._indicator_name(link) or raw
        return raw

    def _indicator_name(self, link: IndicatorLink) -> str | None:
        indicator = self._setting.numbers.indicator(link.indicator)
        if indicator is None:
            return None
        parts = [indicator.name, link.facet.label if link.facet else "整句"]
        if link.period and is_period(link.period):
            parts.append(Period.parse(link.period).label_with_year)
        return " ".join(parts)

    def offers(self, query: str) -> tuple[Offer, ...]:
        """The links whose name holds every word of `query`, the fields first."""
        words = query.split()
        found = [raw for raw in self._all() if all(word in self.name(raw) for word in words)]
        return tuple(Offer(raw, self.name(raw), self.value(raw).text) for raw in found[:_MOST])

    def _all(self) -> tuple[str, ...]:
        if not self._offered:
            self._offered = self._listed()
        return self._offered

    def _listed(self) -> tuple[str, ...]:
        fields = [f"{{{field.id}}}" for field in self._project.fields]
        built_in = [f"{{{name}}}" for name in _BUILT_IN if name in BUILT_IN_NAMES]
        charts = [f"{{{id_}}}" for id_ in self._charts]
        return (*fields, *charts, *self._indicators(), *built_in)

    def _indicators(self) -> list[str]:
        numbers = self._setting.numbers
        found = []
        for indicator in self._project.indicators:
            wanted = numbers.wanted(indicator, IndicatorUse(indicator=indicator.id))
            found += [f"{{@{indicator.id}.{facet.value}}}" for facet in wanted]
            found.append(f"{{@{indicator.id}}}")
        return found


def alone(raw: str) -> str:
    """The link that shows only the number, without words and unit."""
    return raw if raw.endswith("|n}") else raw[:-1] + "|n}"


class LinkBooks:
    """The book of the root shown last; another root gets another book."""

    def __init__(self) -> None:
        self._last: tuple[Project, LinkBook] | None = None

    def of(self, project: Project) -> LinkBook:
        """The book of a root; the same object for the same root."""
        if self._last is None or self._last[0] is not project:
            self._last = (project, LinkBook(project))
        return self._last[1]
