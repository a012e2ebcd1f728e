"""Which indicators a block states, in which order, and which of their values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from model.arrange.indicators import with_definition
from model.arrange.markers import plain_item
from model.arrange.mentions import mentions_of_indicator
from model.arrange.order import shifted
from model.arrange.parts import new_group
from model.arrange.records import holder_of, maker, the, the_kind
from model.errors import PlaceError, ValueRefused
from model.numbers.ask import SAID_OF_STRUCTURE, Numbers, main_facet
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.section import (
    IndicatorsBlock,
    IndicatorUse,
    Outlook,
    OutlookBlock,
    OutlookGroup,
)
from model.report.tree import exchange
from model.report.uses import uses_of
from model.values.against import Base
from model.values.aspect import Aspect, Compared, in_order
from model.values.facet import Facet, FacetGroup
from model.values.growth import Flow, Growth, Measure, Target

Uses = tuple[IndicatorUse, ...]


def usual_facets(indicator: Indicator) -> tuple[Facet, ...]:
    """What is usually said of an indicator: its level, its growth, its share of a total plan; of a
    structure all that is known."""
    if indicator.structure_parts:
        return ()
    main = main_facet(indicator)
    others = (facet for facet in Facet if facet.spec.usual and facet is not main)
    return (main, *(facet for facet in others if _is_usual(indicator, facet)))


def _is_usual(indicator: Indicator, facet: Facet) -> bool:
    """Whether a usual facet is said of this indicator; of levels only its main one is."""
    match facet.group:
        case FacetGroup.GROWTH:
            return indicator.growth not in (Growth.POINTS, Growth.NONE)
        case FacetGroup.POINTS:
            return indicator.growth is Growth.POINTS
        case FacetGroup.PLAN_SHARE:
            return indicator.target is Target.TOTAL and indicator.flow is Flow.FLOW
        case _:
            return False


def choosable_facets(project: Project, use: IndicatorUse) -> tuple[Aspect, ...]:
    """The facets that can be chosen for a use of an indicator, those it names among them, each
    before what else it can be compared with; none where the indicator is not known."""
    indicator = project.indicator(use.indicator)
    if indicator is None:
        return ()
    fitting = {
        facet
        for facet in (*Facet, *_COMPARED)
        if (facet.spec.offered or indicator.structure_parts) and _can_be_said(indicator, facet)
    }
    chosen = _settled(project, use, (*fitting, *use.facets))
    return tuple(sorted(dict.fromkeys(chosen), key=in_order))


def _is_compared(indicator: Indicator, facet: Compared) -> bool:
    """Whether offices compare this kind of indicator so."""
    grows = indicator.growth is not Growth.NONE
    match facet.facet, facet.against:
        case Facet.POINTS, Base.PLAN:
            return indicator.target in (Target.GROWTH, Target.CEILING)
        case Facet.POINTS, _:
            return grows
        case Facet.YOY, Base.COMPARABLE:
            return indicator.growth is Growth.NOMINAL and indicator.flow is Flow.FLOW
        case Facet.CHANGE, _:
            return indicator.flow is Flow.STOCK
        case _:
            return grows and indicator.growth is not Growth.POINTS


_COMPARED = (
    Compared(Facet.YOY, Base.PREVIOUS),
    Compared(Facet.YOY, Base.COMPARABLE),
    Compared(Facet.CHANGE, Base.YEAR_START),
    Compared(Facet.POINTS, Base.PREVIOUS),
    Compared(Facet.POINTS, Base.CITY),
    Compared(Facet.POINTS, Base.PLAN),
)
"""What offices compare beside last year, offered where it fits; all else is set by its code."""
_NO_AMOUNT = (Measure.GROWTH_ONLY, Measure.RATE, Measure.INDEX, Measure.RANK)


def _can_be_said(indicator: Indicator, facet: Aspect) -> bool:
    """Whether a facet fits the kind of indicator; forecasts always do, but of a structure."""
    if indicator.structure_parts:
        return facet in SAID_OF_STRUCTURE
    if facet.is_forecast:
        return True
    if isinstance(facet, Compared):
        return _is_compared(indicator, facet)
    match facet.group:
        case FacetGroup.CHANGE:
            return not (indicator.measure in _NO_AMOUNT or indicator.growth is Growth.POINTS)
        case FacetGroup.SCHEDULE:
            return indicator.target is Target.TOTAL and indicator.flow is Flow.FLOW
        case FacetGroup.PULL | FacetGroup.CONTRIBUTION:
            return indicator.part_of is not None or indicator.growth is Growth.CONSTANT_PRICE
        case FacetGroup.LEVEL:
            return indicator.measure is not Measure.GROWTH_ONLY
        case FacetGroup.GROWTH:
            return indicator.growth is not Growth.POINTS
        case FacetGroup.POINTS:
            return indicator.growth is Growth.POINTS
        case FacetGroup.PLAN | FacetGroup.PLAN_SHARE:
            return indicator.target is not Target.NONE
        case _:
            return True


def add_use(
    project: Project,
    holder_id: str,
    indicator: Indicator,
    *,
    after: str | None = None,
    facets: tuple[Aspect, ...] | None = None,
) -> Project:
    """A block of indicators or a group of an outlook states one more: behind `after`, or last.

    Its definition is copied into the project where it is not there yet; `facets` None are the
    usual ones. Raises `PlaceError`, and `ValueRefused` where the block states it already.
    """
    holder = _holder(project, holder_id)
    project, id_ = with_definition(project, indicator)
    if any(id_ in (use.indicator, use.paired_with) for use in uses_of(holder)):
        raise ValueRefused(f"这里已经写了“{indicator.name}”。")
    said = usual_facets(indicator) if facets is None else facets
    at = _index(holder.use, after) + 1 if after is not None else len(holder.use)
    use = IndicatorUse(id=maker(project).new("u"), indicator=id_, facets=said)
    return _with_uses(project, holder_id, (*holder.use[:at], use, *holder.use[at:]))


def remove_use(project: Project, holder_id: str, indicator: str) -> Project:
    """A block no longer states an indicator, nor its parts (其中); one paired with it stays.

    The definition stays while the indicator has a value or any text speaks of it.
    Raises `PlaceError`.
    """
    holder = _holder(project, holder_id)
    _the_use(project, holder_id, indicator)
    project = _with_uses(project, holder_id, _without(holder.use, indicator))
    if mentions_of_indicator(project, indicator):
        return project
    if any(one.indicator == indicator for one in project.observations):
        return project
    if any(indicator in (one.part_of, *one.structure_parts) for one in project.indicators):
        return project
    kept = tuple(one for one in project.indicators if one.id != indicator)
    return project.changed(indicators=kept)


def _without(uses: Uses, indicator: str) -> Uses:
    left = (_left_of(use, indicator) for use in uses)
    return tuple(use for use in left if use is not None)


def _left_of(use: IndicatorUse, indicator: str) -> IndicatorUse | None:
    """What is still stated once an indicator is not: all, the one it was paired with, nothing."""
    if use.indicator == indicator:
        if use.paired_with is None:
            return None
        alone = use.changed(indicator=use.paired_with, parts=(), remark=None)
        return alone.changed(paired_with=None, name=None)
    if use.paired_with == indicator:
        use = use.changed(paired_with=None, name=None)
    return use.changed(parts=_without(use.parts, indicator)) if use.parts else use


def shift_use(project: Project, holder_id: str, indicator: str, by: int) -> Project:
    """Move an indicator among those of its block, or among the parts it stands with; `by` places
    down or (negative) up, at most to the end. Raises `PlaceError`.
    """
    holder = _holder(project, holder_id)
    _the_use(project, holder_id, indicator)
    uses = _shifted(holder.use, indicator, by)
    return project if uses == holder.use else _with_uses(project, holder_id, uses)


def _shifted(uses: Uses, indicator: str, by: int) -> Uses:
    for place, use in enumerate(uses):
        if indicator in (use.indicator, use.paired_with):
            return tuple(shifted(list(uses), place, by))
    return tuple(
        use.changed(parts=_shifted(use.parts, indicator, by)) if use.parts else use for use in uses
    )


def move_use(
    project: Project, holder_id: str, indicator: str, to_id: str, *, before: str | None = None
) -> Project:
    """Move an indicator, as it is stated, to another block or group: before another, or last.

    Raises `PlaceError`, and `ValueRefused` where that block states it already.
    """
    use = _the_use(project, holder_id, indicator)
    target = _holder(project, to_id)
    if to_id != holder_id and any(use.indicator == one.indicator for one in uses_of(target)):
        raise ValueRefused("那里已经写了这个指标。")
    if before is not None and before == use.indicator:
        return project
    own = _holder(project, holder_id)
    project = _with_uses(project, holder_id, _taken(own.use, use))
    uses = _holder(project, to_id).use
    at = len(uses) if before is None else _index(uses, before)
    return _with_uses(project, to_id, (*uses[:at], use, *uses[at:]))


def _taken(uses: Uses, taken: IndicatorUse) -> Uses:
    left = (use for use in uses if use is not taken)
    return tuple(use.changed(parts=_taken(use.parts, taken)) if use.parts else use for use in left)


def choose_outlook(project: Project, group_id: str, indicator: str, outlook: Outlook) -> Project:
    """Move an indicator to the group of another outlook in its block, which is made where the
    block has none. Raises `PlaceError`, `ValueRefused`.
    """
    group = the_kind(project, group_id, OutlookGroup)
    if group.outlook is outlook:
        return project
    block = _block_of(project, group_id)
    target = next((one for one in block.groups if one.outlook is outlook), None)
    if target is None:
        order = list(Outlook)
        target = new_group(maker(project), outlook).changed(marker=group.marker)
        groups = sorted((*block.groups, target), key=lambda one: order.index(one.outlook))
        project = exchange(project, block.id, lambda old: (old.changed(groups=tuple(groups)),))
    return move_use(project, group_id, indicator, target.id)


def _block_of(project: Project, group_id: str) -> OutlookBlock:
    block = holder_of(project, group_id)
    if not isinstance(block, OutlookBlock):
        raise PlaceError(f"“{group_id}”不是指标预测里的分组。")
    return block


def drop_facet(project: Project, holder_id: str, indicator: str, facet: Aspect) -> Project:
    """本期不写: leave a value out of this text only; it is kept. Raises `PlaceError`."""
    use = _the_use(project, holder_id, indicator)
    (told,) = _settled(project, use, (facet,))
    if told in _settled(project, use, use.omit):
        return project
    return _with_use(project, holder_id, use, lambda one: one.changed(omit=(*one.omit, facet)))


def restore_facet(project: Project, holder_id: str, indicator: str, facet: Aspect) -> Project:
    """Say a value again that was left out, or say one more. Raises `PlaceError`."""
    use = _the_use(project, holder_id, indicator)
    (told,) = _settled(project, use, (facet,))
    omitted = zip(use.omit, _settled(project, use, use.omit), strict=True)
    omit = tuple(one for one, settled in omitted if settled != told)
    is_there = not use.facets or told in _settled(project, use, use.facets)
    facets = use.facets if is_there else (*use.facets, facet)
    if omit == use.omit and facets == use.facets:
        return project
    return _with_use(project, holder_id, use, lambda one: one.changed(omit=omit, facets=facets))


def _settled(project: Project, use: IndicatorUse, facets: tuple[Aspect, ...]) -> tuple[Aspect, ...]:
    """Facets of a use with their bases told in one way."""
    numbers = Numbers(project)
    indicator = numbers.indicator(use.indicator)
    if indicator is None or not numbers.understands(use):
        return facets
    return numbers.query_of_use(indicator, use).settled(facets)


def add_remark(project: Project, holder_id: str, indicator: str) -> Project:
    """An empty item for words behind the statement of an indicator.

    Raises `PlaceError`, and `ValueRefused` where there is one already.
    """
    use = _the_use(project, holder_id, indicator)
    if use.remark is not None:
        raise ValueRefused("这个指标后面已经有一段说明了，可以直接改。")
    remark = plain_item(maker(project).new("i"))
    return _with_use(project, holder_id, use, lambda one: one.changed(remark=remark))


def _holder(project: Project, id_: str) -> IndicatorsBlock | OutlookGroup:
    record = the(project, id_)
    if not isinstance(record, IndicatorsBlock | OutlookGroup):
        raise PlaceError(f"“{id_}”里不能写指标。请选一块指标，或指标预测里的一组。")
    return record


def _the_use(project: Project, holder_id: str, indicator: str) -> IndicatorUse:
    """The use of an indicator in a block, among the parts of others too, or where it is paired."""
    for use in uses_of(_holder(project, holder_id)):
        if indicator in (use.indicator, use.paired_with):
            return use
    raise PlaceError(f"“{holder_id}”里没有写指标“{indicator}”。")


def _index(uses: Uses, indicator: str) -> int:
    for place, use in enumerate(uses):
        if indicator in (use.indicator, use.paired_with):
            return place
    raise PlaceError(f"这里没有写指标“{indicator}”。")


def _with_use(
    project: Project,
    holder_id: str,
    chosen: IndicatorUse,
    change: Callable[[IndicatorUse], IndicatorUse],
) -> Project:
    def renewed(uses: Uses) -> Uses:
        return tuple(
            change(use)
            if use is chosen
            else use.changed(parts=renewed(use.parts))
            if use.parts
            else use
            for use in uses
        )

    return _with_uses(project, holder_id, renewed(_holder(project, holder_id).use))


def _with_uses(project: Project, holder_id: str, uses: Uses) -> Project:
    def put(old: Any) -> tuple[Any, ...]:
        return (old.changed(use=uses),)

    return exchange(project, holder_id, put)
