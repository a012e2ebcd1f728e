"""The five kinds of text in the six spans of a year, as a clerk meets them: made, nothing filled.

`python -m tests.spans_of_texts` writes them anew; whoever does it reads aloud what differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from model.compose.compose import compose
from model.entry.apply import Assignment, set_values
from model.jobs.new_project import new_project
from model.library import shipped
from model.places.inventory import places_of
from model.report.project import Organization, Project
from model.values.facet import Facet
from model.values.period import Period
from tests.small_project import TODAY

FOLDER = Path(__file__).parent / "data" / "spans"
KINDS = (
    "county-head-briefing", "half-year-summary", "key-work-report", "plenary-speech",
    "work-briefing",
)  # fmt: skip
CODES = ("2026-M5", "2026-M1-5", "2026-Q1", "2026-H1", "2026-Q1-3", "2026-Y")
KNOWN = "known"
"""The year's text once its own values are there; the one of December has forecasts."""


def fresh(kind: str, code: str) -> Project:
    """A text as it is made for a period."""
    place = Organization(name="云岭县", superior="江州市", peers=18)
    return new_project(shipped.template(kind), shipped.bank(), place, Period.parse(code)).project


def with_values(project: Project) -> Project:
    """The text once every value that it only expects is known."""
    known = {Facet.FORECAST: "100", Facet.FORECAST_YOY: "5.5"}
    typed = [
        Assignment(place.place.replace(place.facet, place.facet.removeprefix("forecast_")), value)
        if place.facet != Facet.FORECAST
        else Assignment(place.place.removesuffix("forecast") + "actual", value)
        for place in places_of(project)
        if place.facet and (value := known.get(Facet(place.facet), ""))
    ]
    return set_values(project, typed, TODAY)


def texts() -> Iterator[tuple[str, str]]:
    """Every text by the name of its file."""
    for kind in KINDS:
        for code in CODES:
            project = fresh(kind, code)
            yield f"{kind}.{code}", text_of(project)
            if code.endswith("-Y") and with_values(project) != project:
                yield f"{kind}.{code}.{KNOWN}", text_of(with_values(project))


def text_of(project: Project) -> str:
    """The text of the only report, a line at its end."""
    return compose(project, project.reports[0]).text + "\n"


def main() -> None:
    """Write all texts anew."""
    for file in FOLDER.glob("*.txt"):
        file.unlink()
    for name, text in texts():
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
