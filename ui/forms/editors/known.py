"""What a project knows already, for completing what is typed."""

from __future__ import annotations

from collections import Counter

from model.report.project import Project
from model.report.section import Task
from model.report.tree import walk
from model.values.field_kind import FieldKind

_SEPARATOR = "、"


def departments_of(project: Project) -> tuple[str, ...]:
    """The departments named in a project, the most used first."""
    names = Counter(one.supplier for one in project.indicators if one.supplier)
    for report in project.reports:
        for record in walk(report):
            if isinstance(record, Task):
                names.update((*record.lead, *record.support))
    for field in project.fields:
        if field.kind is FieldKind.DEPARTMENTS and field.value:
            names.update(field.value.split(_SEPARATOR))
    return tuple(name for name, _ in names.most_common())
