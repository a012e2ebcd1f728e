"""Taking all of a returned file, in the ways in which its text must come out."""

from __future__ import annotations

from model.choices.choice import Choice, Way
from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.document import Paragraph
from model.reading.returned import Returned
from model.redpen.apply import apply
from model.redpen.change import Plan
from model.redpen.compare import compare
from model.redpen.follow import FOLLOWS
from model.redpen.lines import Text
from model.redpen.tokens import tokens
from model.report.project import Project
from tests.small_project import TODAY


def plan_of(project: Project, returned: Returned, base: Text | None) -> Plan:
    """What a file brings to the first report of a project."""
    return compare(project, project.reports[0], returned, base, "改稿.docx", TODAY)


def way_to_the_letter(choice: Choice) -> Way:
    """只改这一处 where a value is said more than once; else the usual way."""
    elsewhere = [way for way in choice.ways if way in (Way.HERE, Way.BY_HAND)]
    return elsewhere[0] if Way.EVERYWHERE in choice.ways else choice.ways[0]


def all_taken(plan: Plan) -> Project:
    """The project with every change of a plan, conflicts too, but nothing that only follows."""
    decisions = Decisions(plan.choices)
    for choice in plan.choices:
        if choice.ways and FOLLOWS not in choice.key:
            decisions = decisions.take(choice.key, way_to_the_letter(choice))
    for choice in (one for one in plan.choices if FOLLOWS in one.key):
        decisions = decisions.leave(choice.key)
    return apply(plan, decisions, TODAY)


def only(plan: Plan, key: str) -> Project:
    """The project with one change of a plan."""
    return apply(plan, Decisions(plan.choices).take(key), TODAY)


def said(project: Project) -> list[str]:
    """The paragraphs of the first report, as the laws compare them."""
    body = compose(project, project.reports[0]).body
    return [*filter(None, (spelled(one.text) for one in body if isinstance(one, Paragraph)))]


def said_by(returned: Returned) -> list[str]:
    """The paragraphs of a file, as the laws compare them."""
    return [*filter(None, (spelled(line.text) for line in returned.lines))]


def spelled(text: str) -> str:
    """A paragraph without signs of rows, full and half width alike."""
    return "".join("" if one.is_marker else one.key for one in tokens(text)).strip()
