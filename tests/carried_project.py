"""A project carried on, and what a clerk sees of it: places, states on the page, problems."""

from __future__ import annotations

from typing import Any

from model.check.registry import problems
from model.places.listing import Fillable, fillables
from model.report.project import Project
from model.values.state import State
from tests.small_project import document, spans_of


def places(project: Project) -> dict[str, Fillable]:
    """Every fillable place of a project."""
    return {one.place: one for one in fillables(project)}


def on_the_page(project: Project, place: str) -> set[State]:
    """The states in which the composed text shows what is edited at `place`."""
    return {one.state for one in spans_of(document(project)) if one.place == place}


def waiting(project: Project) -> set[str]:
    """The places whose last period's words nobody has looked at, as 核对 tells them."""
    return {one.place for one in problems(project) if one.check == "carried"}


def text_block(id_: str, *items: dict[str, Any]) -> dict[str, Any]:
    """A block with one paragraph a point."""
    return {"kind": "text", "id": id_, "paragraphs": [[item] for item in items]}


def part(id_: str, heading: str, *content: dict[str, Any], marker: str = "一、") -> dict[str, Any]:
    """A part with a numbered heading."""
    return {
        "kind": "section",
        "id": id_,
        "heading": {"marker": {"style": marker}, "text": heading},
        "content": list(content),
    }


def tasks_block(id_: str, *tasks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A block of tasks, one a paragraph."""
    return {"kind": "tasks", "id": id_, "separate": True, "tasks": list(tasks)} | more
