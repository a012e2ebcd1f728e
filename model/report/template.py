"""What a kind of report consists of: data, read from `templates/reports/*.json`."""

from __future__ import annotations

from pydantic import Field as Constraint

from model.report.fields import Field
from model.report.indicator import Indicator, IndicatorId
from model.report.record import Record
from model.report.report import Front, LengthLimit, TemplateKey
from model.report.section import Content


class ReportTemplate(Record):
    """One kind of report.

    `indicators` names entries of the bank, `own_indicators` defines those the bank has not.
    Ids inside `content` are the template's own and become fresh ids in a project. Period tokens
    (`latest-month`, …) are resolved when a report is made.
    """

    key: TemplateKey
    version: int = Constraint(ge=1)
    name: str = Constraint(min_length=1)
    summary: str = Constraint(min_length=1)
    house_style: str = "gbt9704"
    annex: bool = False
    base_once: bool = False
    length: LengthLimit | None = None
    fields: tuple[Field, ...] = ()
    indicators: tuple[IndicatorId, ...] = ()
    own_indicators: tuple[Indicator, ...] = ()
    front: Front
    content: tuple[Content, ...]
