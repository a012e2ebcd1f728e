"""位次: of what, among whom, and which way it moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.check.observed import observed, place
from model.check.passage import Passage, Setting
from model.check.problem import Problem
from model.check.rule import Family, Finding, Rule
from model.check.subject import Subject
from model.numbers.ranking import superior_scope
from model.report.indicator import Observation
from model.values.facet import Facet
from model.values.growth import Flow, Growth
from model.values.number import written
from model.values.patterns import pattern
from model.values.rank import RankOf

_MOVED = pattern(
    r"第(?P<now>\d{1,3})[位名][^。；;第]{0,14}?(?:较|比)[^。；;第\d]{0,14}?[（(]?[^。；"
    r";第\d]{0,8}第(?P<then>\d{1,3})[位名][）)]?"
    r"(?P<way>前移|上升|提高|提升|前进|后移|后退|下降)了?(?P<by>\d{1,3})[位名]"
)
_FROM_TO = pattern(
    r"(?:由|从)[^。；;，]{0,14}?第(?P<then>\d{1,3})[位名](?P<way>前移|上升|提高|提升|前进|后移|"
    r"后退|下降|跃升)"
    r"(?:到|至)[^。；;，]{0,8}?第(?P<now>\d{1,3})[位名]"
)
_AMONG_MORE = pattern(r"(?<=[位名])[、和](?:并列)?第(?P<place>\d{1,4})[位名]")
_AMONG = pattern(r"(?P<scope>全[市省州盟])(?:并列)?第(?P<place>\d{1,4})[位名]")
_OF_SO_MANY = pattern(
    r"(?<!\d)(?P<count>\d{1,3})个(?:县|市|区|乡|镇|街道|单位|部门|州)[^。；\d]{0,30}第(?P<place>\d{1,3})[位名]"
)
_OTHERS = pattern(r"[乡镇村]|街道|社区|企业|学校|医院|公司|景区|园区|开发区|个人|同志|全国|百强")
_UP = frozenset(("前移", "上升", "提高", "提升", "前进", "跃升"))


def _beyond(subject: Subject) -> Iterator[Problem]:
    peers = subject.project.organization.peers
    if peers is None:
        return
    scope = superior_scope(subject.project.organization.superior)
    for one in observed(subject):
        value = one.value
        if value.facet is Facet.RANK and value.value > peers and value.scope == scope:
            said = f"{one.name}的位次是第{written(value.value)}位"
            yield BEYOND.problem(place(subject, one), f"{said}，参加排名的只有{peers}个单位")


def _of_what(subject: Subject) -> Iterator[Problem]:
    for one in observed(subject):
        indicator = one.indicator
        is_open = indicator.flow is not Flow.RATIO and indicator.growth is Growth.NOMINAL
        if one.value.facet is Facet.RANK and one.value.of is None and is_open:
            if _growth_is_named(subject, one.value):
                continue
            either = f"{RankOf.GROWTH.label}还是{RankOf.LEVEL.label}"
            yield OF_WHAT.problem(place(subject, one), f"{one.name}的位次没有说明是{either}")


def _growth_is_named(subject: Subject, rank: Observation) -> bool:
    """Whether the growth is what was said right before the rank."""
    said = (
        subject.ledger.best(rank.indicator, rank.period, facet, rank.basis)
        for facet in (Facet.YOY, Facet.PLAN_SHARE)
    )
    growth, share = said
    return growth is not None and share is None


def _beyond_in_prose(passage: Passage, setting: Setting) -> Iterator[Finding]:
    yield from _beyond_what_is_said(passage)
    if setting.peers is None or not setting.superior:
        return
    scope = superior_scope(setting.superior)
    for found in _ranks_among(passage.text):
        clause = passage.text[max(0, found.start() - 16) : found.start()]
        if passage.is_made(found.start("place")):
            continue
        named = found["scope"] if "scope" in found.re.groupindex else scope
        if named != scope or int(found["place"]) <= setting.peers:
            continue
        if not _OTHERS.search(clause):
            said = f"位次是第{found['place']}位，参加排名的只有{setting.peers}个单位"
            yield Finding(*found.span(), f"{said}：{passage.around(*found.span())}")


def _ranks_among(text: str) -> Iterator[re.Match[str]]:
    """居全市第1位, and what goes on behind it: 、第4位、第20位."""
    for found in _AMONG.finditer(text):
        yield found
        at = found.end()
        while (more := _AMONG_MORE.match(text, at)) is not None:
            yield more
            at = more.end()


def _beyond_what_is_said(passage: Passage) -> Iterator[Finding]:
    """18个县区中居第21位."""
    for found in _OF_SO_MANY.finditer(passage.folded):
        if int(found["place"]) > int(found["count"]):
            said = f"一共{found['count']}个，位次是第{found['place']}位"
            yield Finding(*found.span(), f"{said}：{passage.around(*found.span())}")


def _wrong_way(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for phrasing in (_MOVED, _FROM_TO):
        for found in phrasing.finditer(passage.text):
            now, then = int(found["now"]), int(found["then"])
            rise = then - now if found["way"] in _UP else now - then
            by = int(found["by"]) if "by" in phrasing.groupindex else None
            if rise <= 0 or (by is not None and rise != by):
                said = (
                    f"从第{then}位到第{now}位，不是{found['way']}{'' if by is None else f'{by}位'}"
                )
                yield Finding(*found.span(), f"{said}：{passage.around(*found.span())}")


BEYOND = Rule(
    key="rank-beyond",
    title="位次超过个数",
    reason="位次比参加排名的单位还多",
    source="位次≤参加排名的个数（基本情况里填的）",
    fix="核对位次",
    silent="全省、全国的位次，没有填个数",
    wrong="增速居全市第19位（全市18个县区）",
    right="增速居全市第9位",
    in_report=_beyond,
    kept_as="figure",
)
BEYOND_IN_PROSE = Rule(
    key="rank-beyond-in-text",
    title="文中位次超过个数",
    reason="位次比参加排名的单位还多",
    source="位次≤参加排名的个数（基本情况里填的）",
    fix="核对位次",
    silent="全省、全国的位次，乡镇、企业、学校等的位次",
    wrong="综合考评居全市第23位。",
    right="综合考评居全市第3位。",
    in_passage=_beyond_in_prose,
)
OF_WHAT = Rule(
    key="rank-of-what",
    title="位次没有说明是增速还是总量",
    reason="总量和增速都有排名，读的人分不清",
    source="位次要说明是什么的位次",
    fix="写成“增速居全市第3位”",
    silent="只公布增速的指标，比率；前面刚说了增速的",
    in_report=_of_what,
    kept_as="figure",
)
WRONG_WAY = Rule(
    key="rank-moved",
    title="位次变化与位次不符",
    reason="两个位次之差与所说的变化对不上",
    source="前移的位数＝上期位次－本期位次",
    fix="核对两个位次和变化的位数",
    wrong="居全省第5位，较上年（全省第7位）前移3位。",
    right="居全省第5位，较上年（全省第7位）前移2位。",
    in_passage=_wrong_way,
)
FAMILY = Family("位次", (BEYOND, BEYOND_IN_PROSE, OF_WHAT, WRONG_WAY))
