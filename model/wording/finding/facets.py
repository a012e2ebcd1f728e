"""What a figure says: a level, its growth, its rank, its share of the plan.

The facet follows from the unit and the words before the figure; whether it is a forecast, a plan
or a former value, from the words that reach it. The names are those of `model.values.facet`, and
`count` for the number of things for which no indicator stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from model.values.facet import Facet, FacetGroup, Tense, facets_of
from model.wording.finding.figures import Figure

COUNT = "count"

_POINTS = frozenset(("个百分点", "百分点"))
_RANKED = frozenset(("位", "名", "名次", "位次", "个位次"))
_PERCENT = frozenset("%％‰倍")
_COUNTED = re.compile(
    r"[十百千万亿]*[余多]?(?:[个家项件条处座所台套部期名人户次起间辆眼幢篇支批场株只头册张]"
    r"|场次|人次|批次|户次|[批场]\(次\))"
)
_OF_PLAN = re.compile(
    r"(?:占|完成|达|为)[^，。;:、]{0,12}(?:计划|任务|预算|目标)[总数额量]*(?:的|[为达]到?)?\s?$|完成率[为达到]*\s?$"
)
_OF_WHOLE = re.compile(r"占[^，。;:、]*$|(?:比重|占比)[为达到约]*$")
_GROWTH = re.compile(r"(?:增速|增幅|涨幅|降幅|(?<!自然)增长率)[为达到约]*\s?$")
_FORMER = re.compile(r"(?:由|从)[^，。;:]*$")
_BECOMES = re.compile(
    r"[^，。;:、\d]{0,6}(?:提高|下降|上升|增加|增长|减少|提升|降低|调整|缩小|扩大|调减|压缩|压减|增|降|减|变)*[到至为]"
)
_AIM = re.compile(r"计划|力争|确保|务必|拟|争取(?=完成|建成|实现|纳入)|[底前内](?:全部|全面)?完成")
_NEEDS = re.compile(r"需完成|[要将](?:完成|达到|实现)|目标任务$")
_TO_DO = re.compile(
    r"[^，。;完\d]{0,12}任务(?!问题|的)|[^，。;\d]{0,12}[底年内]前?(?:全部|全面)?完成"
)
_ACHIEVES = re.compile(
    r"(?<!未)完成|建成|建设|实现|达|新增|引进|打造|突破|培育|淘汰|改造|稳定在|控制在|转化|加装|有$"
)
_EXISTS = re.compile(r"已|现有|剩余|其中|对$|为$|共有|涉及|新打|总投资|全[市县区]$")


class Reach(NamedTuple):
    """What the words around say of a figure: 预计 reaches it, the text speaks of what is to be
    done, the figure goes on with a list of plans, or the value is a former one."""

    forecast: bool
    planning: bool
    listed: bool
    former: bool


def facet_of(figure: Figure, clause: str, after: str, reach: Reach, ratio: bool) -> str:
    """The facet of `figure`; `clause` is the folded text before it back to the last comma,
    `after` what follows its unit; `ratio` says that it is a member of one (3.9:59.5:36.6)."""
    if figure.unit in _POINTS:
        return Facet.POINTS
    if clause.endswith("第") and figure.unit in {"", *_RANKED}:
        return Facet.RANK
    if figure.unit in _RANKED and figure.direction is not None:
        return Facet.RANK_CHANGE
    if ratio:
        return Facet.SHARE
    if reach.former or (_FORMER.search(clause) and _BECOMES.match(after)):
        return Facet.PRIOR
    if figure.unit[-1:] in _PERCENT and figure.unit:
        return _of_percent(figure, clause, reach)
    return _of_level(figure, clause, after, reach)


def of_plan(clause: str) -> bool:
    """Whether the words before a percentage make it a share of a plan (占年度计划的)."""
    return _OF_PLAN.search(clause) is not None


def _of_percent(figure: Figure, clause: str, reach: Reach) -> str:
    if of_plan(clause):
        return _of_tense(Facet.PLAN_SHARE, reach)
    if figure.direction is not None or _GROWTH.search(clause):
        return _of_tense(_growth_of(clause), reach)
    if _OF_WHOLE.search(clause):
        return Facet.SHARE
    if reach.forecast:
        return Facet.FORECAST
    return Facet.PLAN if reach.planning or _AIM.search(clause) else Facet.ACTUAL


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


def _of_level(figure: Figure, clause: str, after: str, reach: Reach) -> str:
    if reach.forecast:
        return Facet.FORECAST
    if _AIM.search(clause) or (_NEEDS.search(clause) and not _EXISTS.search(clause)):
        return Facet.PLAN
    if _TO_DO.match(after) and not re.search(r"完成|已", clause):
        return Facet.PLAN
    to_achieve = reach.planning and (reach.listed or _ACHIEVES.search(clause))
    if to_achieve and not _EXISTS.search(clause):
        return Facet.PLAN
    return COUNT if _COUNTED.fullmatch(figure.unit) else Facet.ACTUAL
