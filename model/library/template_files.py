"""Reading report templates: `templates/reports/<key>.json`, checked as a whole.

A template that loads can be made into a report: its ids are unique, its links lead somewhere,
its indicators exist, its blanks can be found and filled. Whatever is wrong is told as
`TemplateError` with file and place.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from model.errors import TemplateError, ValueRefused
from model.library.bank import Bank, load_bank
from model.library.data_files import (
    Steps,
    fault,
    misfit,
    read_json,
    records_in,
    refuse_unknown_keys,
)
from model.report.built_in import BUILT_IN_NAMES
from model.report.fields import Field
from model.report.item import Item, Marker
from model.report.period_tokens import PERIOD_TOKENS
from model.report.record import Record
from model.report.schema import texts, trait_of
from model.report.section import (
    IndicatorUse,
    Opaque,
    TableBlock,
    Task,
)
from model.report.template import ReportTemplate
from model.values.field_kind import FieldKind
from model.values.period import Period
from model.wording.finding.figures import find_figures
from model.wording.links import BrokenLink, FieldLink, IndicatorLink, links, masked
from model.wording.numbering import STYLES
from model.wording.saying.words import BLANK


def templates(folder: Path, bank: Bank | None = None) -> dict[str, ReportTemplate]:
    """All templates of a folder by key, in the order of their file names."""
    known = bank or load_bank(_bank_beside(folder))
    found = (load_template(path, known) for path in sorted(folder.glob("*.json")))
    return {template.key: template for template in found}


def load_template(path: Path, bank: Bank | None = None) -> ReportTemplate:
    """Read one template; `bank` None means the `indicators.json` beside the templates' folder.

    Raises `TemplateError` naming the file, the place in its JSON and what is wrong.
    """
    data = read_json(path)
    try:
        template = ReportTemplate.model_validate(data)
    except ValidationError as error:
        raise misfit(path, error, data) from error
    _Check(path, template, bank or load_bank(_bank_beside(path.parent))).run()
    return template


def texts_of(template: ReportTemplate) -> Iterator[tuple[Steps, Record, str]]:
    """Every text of a template that may hold links and blanks, with its place and its record."""
    for steps, record in records_in(template):
        for attribute in texts(type(record)):
            text = attribute.text(record)
            if text and attribute.holder is None:
                yield (*steps, *attribute.steps), record, text


def _bank_beside(folder: Path) -> Path:
    return folder.parent / "indicators.json"


class _Check:
    """The checks of one template that are about more than one record."""

    def __init__(self, path: Path, template: ReportTemplate, bank: Bank) -> None:
        self._path = path
        self._template = template
        self._bank = bank
        self._own = {one.id for one in template.own_indicators}
        self._listed = self._own | set(template.indicators)
        self._fields = {one.id for one in template.fields} | BUILT_IN_NAMES

    def run(self) -> None:
        if self._template.key != self._path.stem:
            raise self._fault(("key",), f"应当与文件名相同，写作“{self._path.stem}”")
        self._kinds_are_known()
        refuse_unknown_keys(self._path, self._template)
        self._fields_stand_alone()
        self._indicators_exist()
        self._ids_are_unique()
        for steps, record in records_in(self._template):
            self._record(steps, record)
        for steps, record, text in texts_of(self._template):
            self._text(steps, record, text)

    def _fault(self, steps: Steps, reason: str) -> TemplateError:
        return fault(self._path, steps, reason)

    def _kinds_are_known(self) -> None:
        for steps, record in records_in(self._template.content, ("content",)):
            if isinstance(record, Opaque):
                raise self._fault((*steps, "kind"), f"没有“{record.kind}”这种内容")

    def _fields_stand_alone(self) -> None:
        seen = set(BUILT_IN_NAMES)
        for index, field in enumerate(self._template.fields):
            if field.id in seen:
                raise self._fault(("fields", index, "id"), f"“{field.id}”已经有了，请另取一个")
            seen.add(field.id)

    def _indicators_exist(self) -> None:
        for index, id_ in enumerate(self._template.indicators):
            if id_ not in self._bank:
                raise self._fault(("indicators", index), f"指标库里没有“{id_}”")
            if id_ in self._template.indicators[:index]:
                raise self._fault(("indicators", index), f"“{id_}”列了两次")
        seen: set[str] = set()
        for index, one in enumerate(self._template.own_indicators):
            steps: Steps = ("own_indicators", index)
            if one.id in self._bank or one.id in seen:
                raise self._fault((*steps, "id"), f"已经有“{one.id}”这个指标，请用它或另取一个")
            seen.add(one.id)
            for name in (one.name, *one.synonyms):
                if name in self._bank.by_name:
                    known = self._bank.by_name[name].id
                    raise self._fault((*steps, "name"), f"“{name}”在指标库里是“{known}”，请用它")
            for other in (one.part_of, *one.related):
                if other is not None and other not in self._bank and other not in self._own:
                    raise self._fault(steps, f"没有“{other}”这个指标")

    def _ids_are_unique(self) -> None:
        seen: set[str] = set()
        for steps, record in records_in(self._template.content, ("content",)):
            id_ = getattr(record, "id", None)
            if id_ is None or (isinstance(record, IndicatorUse) and not id_):
                continue
            if not _readable(id_):
                raise self._fault((*steps, "id"), "要用小写英文字母、数字和连字符，字母开头")
            if id_ in seen:
                raise self._fault((*steps, "id"), f"“{id_}”用了两次")
            seen.add(id_)

    def _record(self, steps: Steps, record: Record) -> None:
        match record:
            case Marker(style=str(style)) if style not in STYLES:
                known = " ".join(STYLES)
                raise self._fault((*steps, "style"), f"没有“{style}”这种编号，可用：{known}")
            case IndicatorUse():
                self._use(steps, record)
            case TableBlock():
                self._table(steps, record)
            case Field(follows=(_, *_)) if len(record.choices) != 3:
                raise self._fault((*steps, "choices"), "随指标走的字段要有三个选项：升、平、降")
            case Field(follows=follows) if not set(follows) <= self._listed:
                raise self._fault((*steps, "follows"), "里面有不在本模板之列的指标")
            case Field(kind=FieldKind.CHOICE, choices=()):
                raise self._fault((*steps, "choices"), "选择项要列出可选的内容")
            case Task(text=text) if (record.unit or record.quantity) and "{quantity}" not in text:
                raise self._fault((*steps, "text"), "有任务量的，要写明{quantity}放在哪里")

    def _use(self, steps: Steps, use: IndicatorUse) -> None:
        for name in ("indicator", "paired_with"):
            id_ = getattr(use, name)
            if id_ is not None and id_ not in self._listed:
                raise self._fault((*steps, name), f"“{id_}”不在本模板的指标之列")
        for name in ("period", "forecast_period"):
            self._period((*steps, name), getattr(use, name))

    def _period(self, steps: Steps, period: str | None) -> None:
        if period is None or period in PERIOD_TOKENS:
            return
        try:
            Period.parse(period)
        except ValueRefused as error:
            known = "、".join(sorted(PERIOD_TOKENS))
            raise self._fault(steps, f"没有“{period}”这个报告期，可用：{known}") from error

    def _table(self, steps: Steps, table: TableBlock) -> None:
        keys = [column.key for column in table.columns]
        for index, column in enumerate(table.columns):
            if column.key in keys[:index]:
                raise self._fault((*steps, "columns", index, "key"), f"“{column.key}”用了两次")
            for other in column.share_of or ():
                if other not in keys:
                    reason = f"没有“{other}”这一列"
                    raise self._fault((*steps, "columns", index, "share_of"), reason)
        for index, row in enumerate(table.rows):
            if len(row.cells) > len(keys):
                raise self._fault((*steps, "rows", index, "cells"), f"最多{len(keys)}格")

    def _text(self, steps: Steps, record: Record, text: str) -> None:
        trait = trait_of(record, str(steps[-1]))
        own_word = trait.own_name if trait else ""
        for link in links(text):
            match link:
                case BrokenLink():
                    raise self._fault(
                        steps, f"看不懂“{link.text}”，括号要成对，写{{字段}}或{{@指标}}"
                    )
                case FieldLink() if link.field != own_word and link.field not in self._fields:
                    raise self._fault(steps, f"没有“{link.field}”这个字段")
                case IndicatorLink():
                    if link.indicator not in self._listed:
                        raise self._fault(steps, f"“{link.indicator}”不在本模板的指标之列")
                    self._period(steps, link.period)
        self._blanks(steps, record, text)

    def _blanks(self, steps: Steps, record: Record, text: str) -> None:
        """A blank that no figure covers could never be filled; only items have such places."""
        blanks = masked(text).count(BLANK)
        found = sum(one.blank for one in find_figures(masked(text)))
        fillable = isinstance(record, Item) and steps[-1] == "text"
        if blanks and not fillable:
            raise self._fault(steps, f"这里不能留空白{BLANK}，请用字段，或写进要点的正文")
        if blanks != found:
            raise self._fault(
                steps,
                f"有{blanks}处空白{BLANK}，认出{found}处数字。空白后面要写单位；名称请用字段",
            )


def _readable(id_: str) -> bool:
    return id_[:1].isalpha() and id_.isascii() and id_.replace("-", "").isalnum() and id_.islower()
