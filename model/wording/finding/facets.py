"""What a figure says: a level, its growth, its rank, its share of the plan.

The facet follows from the unit and the words before the figure; whether it is a forecast, a plan
or a former value, from the words that reach it. The names are those of `model.values.facet`, and
`count` for the number of things for which no indicator stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from model.values.facet import Facet, FacetGroup, Tense, facets_of
from model.wording.finding.effects import contributes, pulls
from model.wording.finding.figures import Figure
from model.wording.finding.plans import Aim

COUNT = "count"

_POINTS = frozenset(("个百分点", "百分点", "个千分点", "千分点"))
_RANKED = frozenset(("位", "名", "名次", "位次", "个位次"))
_PERCENT = frozenset("%％‰倍")
_COUNTED = re.compile(
    r"[十百千万亿]*[余多]?(?:[个家项件条处座所台套部期名人户次起间辆眼幢篇支批场株只头册张]"
    r"|场次|人次|批次|户次|[批场]\(次\))"
)
_OF_PLAN = re.compile(
    r"(?:占|完成|达|为)[^，。;:、]{0,12}(?:计划|任务|预算|目标)(?:总?投资)?[总数额量]*"
    r"(?:[\dXx*.]+[万亿]?[\u4e00-\u9fff]{1,3}的|的|[为达]到?)?\s?$|完成率[为达到]*\s?$"
)
_PART_OF = re.compile(r"的(?!增[长幅速]|速度|幅度|目标|比例|降幅|[高低]|水平)[\u4e00-\u9fff]{2}")
"""What a percentage before it is a part of (80%的社区)."""
_OF_WHOLE = re.compile(r"占[^，。;:、]*$|(?:比重|占比)[为达到约]*$")
_GROWTH = re.compile(r"(?:增速|增幅|涨幅|降幅|(?<!自然)增长率)[为达到约]*\s?$")
_CUT = re.compile(r"(?:压缩|压减|缩减|削减|精简)了?约?$")
_SCHEDULE = re.compile(r"(?:超|[快慢]于|落后于?|滞后于?)(?:序时|时序|时间)进?度?$")
_YEARLY = re.compile(r"年平?均(?:实际|可比)?(?:口径)?[增递下上提降]")
_FORMER = re.compile(r"(?:由|从)[^，。;:]*$")
_BECOMES = re.compile(
    r"[^，。;:、\d]{0,6}(?:提高|下降|上升|增加|增长|减少|提升|降低|调整|缩小|扩大|收窄|回升|回落|调减|压缩|压减|增|降|减|变|转)*"
    r"[到至为]|实现由[负正]转|转[正负]"
)
_CHANGE = re.compile(
    r"(?:较|(?<![同环占])比(?![重例率增值])(?![由从为达是]|缩小|扩大|[降升缩][至到]|$)|同比)[^，。;:、]{1,16}(?<!到)$|(?:净增|净减)[约近]*$"
)


_BESIDE = re.compile(
    r"(?:[高低多少]于|超过)(?:全[省市州国](?:平均)?(?:水平)?|[年全]?[年初度]+(?:控制|预期)?(?:计划|预算|目标|任务))$"
    r"|^(?:同比)?(?:增加|减少)了?$"
)


class Reach(NamedTuple):
    """What the words around say of a figure: 预计 reaches it, how it is aimed at, whether the
    value is a former one, and whether it is a member of a ratio (3.9:59.5:36.6)."""

    forecast: bool
    aim: Aim
    former: bool
    ratio: bool


def facet_of(figure: Figure, clause: str, after: str, reach: Reach) -> str:
    """The facet of `figure`; `clause` is the folded text before it back to the last comma,
    `after` what follows its unit."""
    if clause.endswith("第") and figure.unit in {"", *_RANKED}:
        return Facet.RANK
    if figure.unit in _RANKED and figure.direction is not None:
        return Facet.RANK_CHANGE
    aimed = reach.aim in (Aim.ALONE, Aim.SENTENCE)
    aimed = aimed or (reach.aim is not Aim.NONE and not reach.forecast)
    if figure.unit in _POINTS:
        return Facet.PLAN if aimed else _of_points(clause)
    if not aimed and _is_yearly(figure, clause):
        return Facet.YEARLY
    if reach.former or (_FORMER.search(clause) and becomes(after)):
        return Facet.PRIOR
    if figure.unit[-1:] in _PERCENT and figure.unit and of_plan(clause):
        return _of_tense(Facet.PLAN_SHARE, reach)
    if aimed:
        return Facet.PLAN
    if reach.ratio:
        return Facet.SHARE
    if figure.unit[-1:] in _PERCENT and figure.unit:
        facet = _of_percent(figure, clause, reach)
        return Facet.SHARE if facet is Facet.ACTUAL and _PART_OF.match(after) else facet
    if reach.forecast:
        return Facet.FORECAST
    return COUNT if _COUNTED.fullmatch(figure.unit) else Facet.ACTUAL


def _of_points(clause: str) -> Facet:
    """What points tell: how far ahead of the year, what is done to another, or a change."""
    if _SCHEDULE.search(clause):
        return Facet.SCHEDULE
    return Facet.PULL if pulls(clause) else Facet.POINTS


def becomes(after: str) -> bool:
    """Whether the words after a value say what it became (由5%提高到…)."""
    return _BECOMES.match(after) is not None


def starts_from(clause: str) -> bool:
    """Whether the words before a value say that it was left behind (由…)."""
    return _FORMER.search(clause) is not None


def is_change(figure: Figure, clause: str) -> bool:
    """Whether a level is told as a change (较年初增加12.6亿元, 比上年多3个), not as what it is."""
    if figure.unit[-1:] in _PERCENT or figure.unit in (*_POINTS, *_RANKED):
        return False
    word = figure.direction
    if figure.unit == "" and word is not None and word.end <= figure.start:
        return True
    return _CHANGE.search(clause) is not None or _BESIDE.search(clause) is not None


def of_plan(clause: str) -> bool:
    """Whether the words before a percentage make it a share of a plan (占年度计划的)."""
    return _OF_PLAN.search(clause) is not None


def _is_yearly(figure: Figure, clause: str) -> bool:
    """Whether a growth is that of each year on average (年均增长7.7%)."""
    told = figure.direction is not None or _GROWTH.search(clause) is not None
    return told and figure.unit in ("%", "％") and _YEARLY.search(clause) is not None


def _of_percent(figure: Figure, clause: str, reach: Reach) -> str:
    if figure.direction is not None or _GROWTH.search(clause) or is_cut(clause):
        return _of_tense(_growth_of(clause), reach)
    if contributes(clause) and not reach.forecast:
        return Facet.CONTRIBUTION
    if _OF_WHOLE.search(clause):
        return Facet.SHARE
    return Facet.FORECAST if reach.forecast else Facet.ACTUAL


def is_cut(clause: str) -> bool:
    """Whether a percentage is that of a cut (压缩23%): typed anew it is told without a sign."""
    return _CUT.search(clause) is not None


def _growth_of(clause: str) -> Facet:
    """The growth that the words before it name (同比); last year's where they name none."""
    for facet in facets_of(FacetGroup.GROWTH, Tense.REACHED):
        compared_with = facet.spec.compared_with
        if compared_with is not None and compared_with.adverb in clause:
            return facet
    return Facet.YOY


def _of_tense(facet: Facet, reach: Reach) -> Facet:
    """The facet itself, or what is said of a forecast in its place."""
    return (facet.spec.forecast or facet) if reach.forecast else facet
