"""The periods a text names, exchanged for others: in a new report, and in one carried on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.report.report import Front
from model.report.section import IndicatorUse
from model.wording.links import with_periods

_CODES = ("period", "forecast_period")
_TEXTS = ("lead", "text", "opening", "caption")


def with_moved_periods(record: Any, codes: Mapping[str, str]) -> Any:
    """A record with its own periods and those of its links exchanged; itself where none is."""
    changes: dict[str, Any] = {}
    if isinstance(record, IndicatorUse):
        for name in _CODES:
            code = getattr(record, name)
            if code in codes:
                changes[name] = codes[code]
    for name in _TEXTS:
        text = getattr(record, name, None)
        if isinstance(text, str) and "{@" in text:
            changes[name] = with_periods(text, dict(codes))
    heading = getattr(record, "heading", None)
    if heading is not None and "{@" in heading.text:
        changes["heading"] = heading.changed(text=with_periods(heading.text, dict(codes)))
    return record.changed(**changes) if changes else record


def front_with_moved_periods(front: Front, codes: Mapping[str, str]) -> Front:
    """The front matter with the periods of its links exchanged."""
    texts = {name: getattr(front, name) for name in Front.model_fields}
    return front.changed(
        **{name: with_periods(text, dict(codes)) for name, text in texts.items() if text}
    )
