"""What stands before and after the content: title, salutation, signature, date."""

from __future__ import annotations

from collections.abc import Iterator

from model.compose.prose import prose
from model.compose.setting import Setting
from model.document import Paragraph, Role
from model.report.report import Front, Report

_BEFORE = (
    ("title", Role.TITLE),
    ("subtitle", Role.SUBTITLE),
    ("date_line", Role.DATE_LINE),
    ("recipients", Role.RECIPIENTS),
    ("salutation", Role.SALUTATION),
)
_AFTER = (
    ("closing", Role.CLOSING),
    ("signature", Role.SIGNATURE),
    ("issued", Role.ISSUED),
)


def before(report: Report, setting: Setting) -> Iterator[Paragraph]:
    """Title to salutation, in the customary order; what is None or empty is left out."""
    return _lines(report, _BEFORE, setting)


def after(report: Report, setting: Setting) -> Iterator[Paragraph]:
    """Closing, signature and date of issue."""
    return _lines(report, _AFTER, setting)


def _lines(
    report: Report, names: tuple[tuple[str, Role], ...], setting: Setting
) -> Iterator[Paragraph]:
    front: Front = report.front
    for name, role in names:
        text: str | None = getattr(front, name)
        if text:
            for line in text.split("\n"):
                yield Paragraph(role, prose(line, f"{report.id}.{name}", setting))
