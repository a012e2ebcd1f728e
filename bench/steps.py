"""What is left to do in each step, after one edit of a project of 2,000 paragraphs and 300
indicators: the list of steps is shown anew after every keystroke, so it must be little beside the
preview. One inventory remembers from edit to edit, as in the window. The floor is one walk over
all records of the report; for the first time, `places_of`, which lists every place.
"""

from collections import deque
from datetime import date

from bench.harness import Row, best_in_turn, p95, thread_timed
from bench.large_project import large_project
from model.entry.apply import Assignment, set_values
from model.jobs.steps import next_blank, steps
from model.places.inventory import Inventory, places_of
from model.report.project import Project
from model.report.tree import walk

LIMIT, LIMIT_VALUE = 1.5, 2.5
FIRST = 1.0
RUNS = 42
_DAY = date(2026, 7, 5)


def after_edits(place: str, values: tuple[str, str]) -> tuple[float, float, float]:
    """The 95th percentile after edits of a place: the steps, the next blank, and one walk.

    The first runs only warm up.
    """
    project, inventory = large_project(), Inventory()
    steps(project, project.reports[0], inventory)
    measured: list[tuple[float, float, float]] = []
    for number in range(RUNS):
        typed = [Assignment(place, values[number % 2])]
        project = set_values(project, typed, _DAY)
        measured.append(_measured(project, inventory, place))
    listed, blank, walked = (p95(column) for column in zip(*measured[2:], strict=True))
    return listed, blank, walked


def _measured(project: Project, inventory: Inventory, place: str) -> tuple[float, float, float]:
    report = project.reports[0]
    return (
        thread_timed(lambda: steps(project, report, inventory)),
        thread_timed(lambda: next_blank(project, report, place, inventory=inventory)),
        thread_timed(lambda: deque(walk(report), maxlen=0)),
    )


def run() -> list[Row]:
    """After an edit of a text, and after one of a value; and from the start."""
    project = large_project()
    report = project.reports[0]
    first, whole = best_in_turn(
        [lambda: steps(project, report), lambda: places_of(project, report)], 3
    )
    texts = ("新开工项目8个，还缺XX个。", "新开工项目9个。")
    text, behind_text, walked = after_edits("i5x2x7.text", texts)
    place = f"{project.indicators[150].id}@2026-H1.yoy"
    value, behind_value, walked_again = after_edits(place, ("5.1", "6.2"))
    return [
        Row("steps of 2,000 paragraphs, a text edited; one walk over them", text, walked, LIMIT),
        Row("  next blank", behind_text, walked, LIMIT),
        Row("  a value edited", value, walked_again, LIMIT_VALUE),
        Row("  next blank", behind_value, walked_again, LIMIT),
        Row("  from the start; `places_of` of all places", first, whole, FIRST),
    ]
