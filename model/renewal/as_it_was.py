"""The project as it was when its carried texts were written: for what last period's links said."""

from __future__ import annotations

from model.report.project import Project


def as_it_was(project: Project) -> Project:
    """The project in the period its texts were written for, its fields as they were then."""
    return project.changed(
        period=project.text_period or project.before,
        fields=tuple(
            one if one.last is None else one.changed(value=one.last) for one in project.fields
        ),
    )
