"""What is left to do in each step, after one edit of a project of 2,000 paragraphs and 300
indicators: the list of steps is shown anew after every keystroke, so it must fit into a frame
beside the preview. One inventory remembers from edit to edit, as in the window; `places_of`,
which lists every place from the start, stands beside it.
"""

from datetime import date

from bench.harness import Row, timed
from bench.large_project import large_project
from model.entry.apply import Assignment, set_values
from model.jobs.steps import next_blank, steps
from model.places.inventory import Inventory, places_of
from model.report.project import Project

LIMIT_MS = 10
RUNS = 42
_DAY = date(2026, 7, 5)


def after_edits(place: str, values: tuple[str, str]) -> tuple[float, float]:
    """The 95th percentile after edits of a place, in milliseconds: the steps, and then the next
    blank. The first runs only warm up.
    """
    project, inventory = large_project(), Inventory()
    steps(project, project.reports[0], inventory)
    measured: list[tuple[float, float]] = []
    for number in range(RUNS):
        typed = [Assignment(place, values[number % 2])]
        project = set_values(project, typed, _DAY)
        measured.append(_measured(project, inventory, place))
    return _p95([one for one, _ in measured[2:]]), _p95([other for _, other in measured[2:]])


def _p95(values: list[float]) -> float:
    """What all but a twentieth stay below: a pause of the garbage collector is not hidden."""
    return sorted(values)[len(values) * 95 // 100]


def _measured(project: Project, inventory: Inventory, place: str) -> tuple[float, float]:
    report = project.reports[0]
    listed = timed(lambda: steps(project, report, inventory))
    return listed, timed(lambda: next_blank(project, report, place, inventory=inventory))


def run() -> list[Row]:
    """After an edit of a text, and after one of a value; and from the start."""
    project = large_project()
    report = project.reports[0]
    first = timed(lambda: steps(project, report))
    whole = timed(lambda: places_of(project, report))
    text = ("新开工项目8个，还缺XX个。", "新开工项目9个。")
    words, behind_words = after_edits("i5x2x7.text", text)
    value, _ = after_edits(f"{project.indicators[150].id}@2026-H1.yoy", ("5.1", "6.2"))
    return [
        Row("steps of 2,000 paragraphs, 300 indicators, a text edited", words, None, LIMIT_MS),
        Row("  a value edited", value, None, LIMIT_MS),
        Row("  next blank", behind_words, None, LIMIT_MS),
        Row("  for the first time; `places_of` of all places", first, whole),
    ]
