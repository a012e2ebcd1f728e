"""删去文稿: one of several texts goes, and with it the blanks that nothing else speaks of."""

from __future__ import annotations

from model.arrange.indicators import remove_indicator
from model.arrange.mentions import spoken_of
from model.arrange.order import remove
from model.arrange.records import the_report
from model.report.project import Project


def remove_report(project: Project, report_id: str) -> Project:
    """Return the project without a text, and without its fields and indicators nobody filled in.

    What holds a value, or is spoken of in another text, stays. Raises `PlaceError`, and
    `ValueRefused` for the only text.
    """
    fields, indicators = spoken_of(the_report(project, report_id))
    left = remove(project, report_id)
    for report in left.reports:
        of_report = spoken_of(report)
        fields -= of_report[0]
        indicators -= of_report[1]
    kept = (
        field
        for field in left.fields
        if field.id not in fields or field.value is not None or field.former
    )
    left = left.changed(fields=tuple(kept))
    known = {observation.indicator for observation in left.observations}
    for indicator in left.indicators:
        is_told = any(indicator.id in one.structure_parts for one in left.indicators)
        if indicator.id in indicators and indicator.id not in known and not is_told:
            left = remove_indicator(left, indicator.id)
    return left
