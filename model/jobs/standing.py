"""How far a project is, as the start page says it without opening the file."""

from __future__ import annotations

from model.jobs.export import next_draft
from model.jobs.steps import StepKind, places_by_step, steps
from model.places.inventory import Inventory
from model.places.place import count
from model.report.project import Project
from model.storage.recent import Standing

_IN_PARTS = (StepKind.BASICS, StepKind.INDICATORS, StepKind.PART)


def standing_of(project: Project, inventory: Inventory) -> Standing:
    """Texts, what is left, last draft and next step; a value that several texts say counts once."""
    places = {
        place.place: place
        for report in project.reports
        for _, of_step in places_by_step(project, report, inventory)
        for place in of_step.places
    }
    left = count(tuple(places.values()))
    draft = max((next_draft(project, report) - 1 for report in project.reports), default=0)
    return Standing(
        texts=tuple(report.name for report in project.reports),
        blanks=left.blanks,
        carried=left.carried,
        draft=draft,
        next_step=_next_step(project, inventory, draft),
    )


def _next_step(project: Project, inventory: Inventory, draft: int) -> str:
    """The first step in which something is to be filled in, else looked at, else 导出."""
    of_texts = [(report, steps(project, report, inventory)) for report in project.reports]
    for attribute, verb in (("blanks", "填"), ("carried", "核")):
        for report, of_text in of_texts:
            for step in of_text:
                if step.kind in _IN_PARTS and getattr(step, attribute):
                    inside = f"{report.name}的" if len(of_texts) > 1 else ""
                    return f"接着{verb}{inside}“{step.title}”"
    return "填完了，可以再导出一稿" if draft else "填完了，可以导出"
