"""The indicator bank: the statistical quantities that reports name, read from `indicators.json`.

Every quantity is its own entry. Only true synonyms share one, so that a name leads to exactly
one indicator; what is easily confused stands in `related`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from model.library.data_files import fault, misfit, read_json, refuse_unknown_keys
from model.report.indicator import Indicator

if TYPE_CHECKING:  # the records of a project take long to load
    from model.report.project import Organization
    from model.values.period import Period


@dataclass(frozen=True)
class Bank:
    """The indicators in their customary order."""

    indicators: tuple[Indicator, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        return {one.id: one for one in self.indicators}

    @cached_property
    def by_name(self) -> Mapping[str, Indicator]:
        """Every name and synonym, as it is written in reports."""
        return {name: one for one in self.indicators for name in (one.name, *one.synonyms)}

    def offered(self, place: Organization, period: Period) -> tuple[Indicator, ...]:
        """The indicators that a text of a place and period may ask for."""
        return tuple(one for one in self.indicators if not why_not_offered(one, place, period))

    def __contains__(self, id_: object) -> bool:
        return id_ in self.by_id

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators)


def why_not_offered(indicator: Indicator, place: Organization, period: Period) -> str:
    """Why an indicator is known and yet not offered for a text; '' where it is."""
    if indicator.until is not None and period.year > indicator.until:
        return f"{indicator.until}年以后不再用"
    if indicator.attribute:
        return "是某个项目、某家企业的数"
    if not indicator.county and _is_county(place):
        return "县一级没有这个数"
    if indicator.period_said(period) is None:
        return f"{period.label}没有这个数"
    return ""


def _is_county(place: Organization) -> bool:
    """Whether a place reports to a city or a prefecture."""
    return place.superior.endswith(("市", "州", "盟", "地区"))


def load_bank(path: Path) -> Bank:
    """Read the bank; raises `TemplateError` naming file, place and what is wrong."""
    data = read_json(path)
    if not isinstance(data, list):
        raise fault(path, (), "最外层应当是指标的列表[…]")
    indicators: list[Indicator] = []
    for index, one in enumerate(data):
        try:
            indicators.append(Indicator.model_validate(one))
        except ValidationError as error:
            raise misfit(path, error, one, (index,)) from error
    bank = Bank(tuple(indicators))
    refuse_unknown_keys(path, bank.indicators)
    _refuse_shared_names(path, bank)
    _refuse_dangling_references(path, bank)
    return bank


def _refuse_shared_names(path: Path, bank: Bank) -> None:
    """Neither an id nor a name nor a synonym may lead to two indicators."""
    ids: set[str] = set()
    owner: dict[str, str] = {}
    for index, one in enumerate(bank.indicators):
        if one.id in ids:
            raise fault(path, (index, "id"), f"“{one.id}”用了两次")
        ids.add(one.id)
        for name in (one.name, *one.synonyms):
            if name in owner:
                reason = f"“{name}”已经是“{owner[name]}”的名称或同义词，一个名称只能指一个指标"
                raise fault(path, (index, "name" if name == one.name else "synonyms"), reason)
            owner[name] = one.id


def _refuse_dangling_references(path: Path, bank: Bank) -> None:
    """`part_of`, `acts_on`, `related` and `complete_parts` name other entries of the bank."""
    for index, one in enumerate(bank.indicators):
        if one.part_of is not None and (one.part_of not in bank or one.part_of == one.id):
            raise fault(path, (index, "part_of"), f"没有“{one.part_of}”这个指标可作它的总体")
        if one.acts_on is not None and (one.acts_on not in bank or one.acts_on == one.id):
            raise fault(path, (index, "acts_on"), f"没有“{one.acts_on}”这个指标可由它拉动")
        for number, other in enumerate(one.related):
            if other not in bank or other == one.id:
                raise fault(path, (index, "related", number), f"没有“{other}”这个相关指标")
        for number, parts in enumerate(one.complete_parts):
            for place, part in enumerate(parts):
                if part not in bank or part == one.id:
                    steps = (index, "complete_parts", number, place)
                    raise fault(path, steps, f"没有“{part}”这个指标可作它的一部分")
