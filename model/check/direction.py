"""升降的说法: signs, times, % and 个百分点, and words that say the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.check.passage import Passage, Setting
from model.check.rule import Family, Finding, Rule
from model.values.patterns import pattern

_CHANGE = r"(?:增长|下降|提高|提升|减少|增加|上升|回落|降低|上涨|下跌|增|降)"
_NUMBER = r"\d+(?:\.\d+)?"
_SIGNED = pattern(rf"(?P<word>{_CHANGE})了?(?P<sign>-)(?P<value>{_NUMBER})(?P<unit>%|个百分点|倍)?")
_OPPOSITE = {
    "增长": "下降", "提高": "降低", "提升": "下降", "增加": "减少", "上升": "下降", "上涨": "下跌",
    "增": "降",
}  # fmt: skip
_TIMES = pattern(rf"(?:下降|减少|降低|缩短|下跌|压减|缩小|收窄)了?(?:近|约|超过?)?{_NUMBER}倍")
_OF_RATE = pattern(
    rf"(?:增速|增幅|降幅|涨幅)(?:(?:同比|环比|较|比)[^，。;:%\d]{{0,12}})?"
    rf"(?:下降|回落|提高|提升|加快|上升|放缓|收窄|扩大|回升|降低)了?(?:约|"
    rf"近)?{_NUMBER}(?P<unit>%)(?!个?百?分?点)"
)
_COMPARED = (
    r"(?:同比|环比|(?:较|比)(?:上年|去年|上期|年初|上月|上季|前期|上一年|一季度|上半年)"
    r"[^，。;:%\d]{0,4})?"
)
_UP_DOWN = r"(?:提高|下降|上升|提升|降低|回落|增加|减少|增长|提升了|下滑)"
_RATE_MOVED = pattern(
    rf"(?:(?<![效频功税利汇费斜速])率|比重|占比|比例|满意度)(?:已?(?:为|达到?|是|至|约|升至|"
    rf"降至|提高到|提升至)?{_NUMBER}%，?)"
    rf"{_COMPARED}{_UP_DOWN}了?(?:约|近)?{_NUMBER}(?P<unit>%)(?!个?百?分?点|以[上内])"
)
_BOUNDED_MOVED = pattern(
    rf"(?:(?<![效频功税利汇费斜速产积概倍案病亡访诉])率|满意度|占比|比重|优良天数比例|存贷比|负债比|贷存比)"
    rf"{_COMPARED}{_UP_DOWN}了?(?:约|近)?{_NUMBER}(?P<unit>%)(?!个?百?分?点|以[上内])"
)
_LEVEL_IN_POINTS = pattern(
    rf"{_NUMBER}(?:万?亿元|万元|万美元|亿千瓦时|万吨|万人次|万人)，"
    rf"(?:同比|[比较](?:年初|上年末?|上年同期|去年同期|上月末?))?(?:增长|下降)了?{_NUMBER}(?P<unit>个百分点)"
    rf"|(?:同比增长|(?:额|量|产值|增加值|收入|投资|支出|人次|面积)(?:同比)?(?:增长|下降))"
    rf"了?{_NUMBER}(?P<unit2>个百分点)"
    rf"|(?:任务|计划|目标|预算)的{_NUMBER}(?P<unit3>个百分点)"
)
_RATE_BEFORE = pattern(r"率|比重|占比|比例|增速|增幅|贡献|拉动|度$")
_UNIT_MISSING = pattern(
    r"(?:(?:增长|下降|回落|增幅为?|降幅为?)(?:了|约|近|超过?)?|"
    r"(?:(?<![倍效频功])率|占比|比重)(?:为|达到?|达到了)?|占[^，。;:\d]{1,12}的)\d+\.\d+(?=[，。;]|$)"
)
_YEAR_TWICE = pattern(
    r"同比(?=(?:比|较)?(?:去年|上年))|环比(?=(?:比|较)(?:上月|上季|上期))|同比(?=同比)|(?:较|"
    r"比)(?:去年|上年)同期同比"
)
_ABOUT = pattern(
    rf"(?P<word>(?<![签预合条节制公特集大违履邀简])约|大约|(?<![最附靠临邻])近|将近|接近|"
    rf"(?<![高])超过?|逾|突破)(?P<number>{_NUMBER})(?P<scale>[十百千万亿]{{0,2}})"
    rf"(?:(?P<more>[余多])|(?P<unit>[^\d，。;:、()%\s]{{0,4}}%?)(?P<after>左右|上下|"
    rf"以上(?!的?(?:工业|企业|学历|职称|单位|人员|项目|领导|老年|大型|劳动|用地|用水|固定))))"
)
_BOUND_AND_ABOUT = pattern(
    r"\d[十百千万亿]{0,2}[余多][\u4e00-\u9fff]{1,4}(?:左右|上下)|"
    rf"(?:大约|约|大概)有{_NUMBER}[十百千万亿]{{0,2}}[\u4e00-\u9fff]{{0,4}}(?:左右|上下|[余多])|"
    rf"不(?:少|低|小)于{_NUMBER}[十百千万亿]{{0,2}}[\u4e00-\u9fff%]{{1,4}}以上|不(?:超过|多于|高于|大于){_NUMBER}"
    rf"[十百千万亿]{{0,2}}[\u4e00-\u9fff%]{{1,4}}以[内下]|"
    rf"(?:突破|逾|超过?){_NUMBER}[十百千万亿]{{0,2}}[\u4e00-\u9fff]{{1,3}}以上(?=[，。；、]|$)|"
    r"(?:以内|以上|以下)左右|左右以[上下内]"
)
_OVER_TIME = pattern(r"^(?:个?月|年|天|周|小时|分钟|日|季)")


def _at(found: re.Match[str], passage: Passage, what: str, after: str | None = None) -> Finding:
    return Finding(*found.span(), f"{what}：{passage.around(*found.span())}", after=after)


def _signed(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    folded = passage.folded
    for found in _SIGNED.finditer(folded):
        if re.match(
            rf"-{_NUMBER}(?:%|个百分点)?-|-{_NUMBER}[月日年]", folded[found.start("sign") :]
        ):
            continue
        opposite = _OPPOSITE.get(found["word"])
        after = f"{opposite}{found['value']}{found['unit'] or ''}" if opposite else None
        yield _at(found, passage, "升降用字说，不用负号", after)


def _times(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _TIMES.finditer(passage.folded):
        yield _at(found, passage, "下降、减少不能说倍")


def _points(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """The change of a rate in %, which says something else than 个百分点."""
    told: set[int] = set()
    folded = passage.folded
    for phrasing in (_OF_RATE, _RATE_MOVED, _BOUNDED_MOVED):
        for found in phrasing.finditer(folded):
            at = found.span("unit")
            if at[0] not in told:
                told.add(at[0])
                words = passage.around(found.start(), found.end())
                yield Finding(*at, f"比率的升降用“个百分点”：{words}", after="个百分点")


def _percent(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """The growth of an amount in 个百分点, which is meant in %."""
    folded = passage.folded
    for found in _LEVEL_IN_POINTS.finditer(folded):
        unit = next(name for name in ("unit", "unit2", "unit3") if found[name])
        if unit == "unit2" and _RATE_BEFORE.search(
            folded[max(0, found.start() - 24) : found.start()]
        ):
            continue
        at = found.span(unit)
        yield Finding(*at, f"总量的增长用“%”：{passage.around(*found.span())}", after="%")


def _no_unit(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """增长8.4, and no % behind it."""
    for found in _UNIT_MISSING.finditer(passage.folded):
        yield _at(found, passage, "数后面少了“%”或单位")


def _year_twice(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _YEAR_TWICE.finditer(passage.text):
        after = "" if found[0] in ("同比", "环比") else None
        yield _at(found, passage, "“同比”就是与上年同期比，说了两遍", after)


def _about(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    folded = passage.folded
    for found in _ABOUT.finditer(folded):
        rest = (
            (found["unit"] or "") + (found["after"] or "") + folded[found.end() : found.end() + 4]
        )
        if found["more"]:
            rest = folded[found.end() : found.end() + 4]
        if found["word"] in ("近", "超", "超过") and _OVER_TIME.match(rest):
            continue
        if found["word"] == "突破" and not found["more"]:
            continue
        yield _at(
            found, passage, f"“{found['word']}”与“{found['more'] or found['after']}”意思重复或矛盾"
        )
    for found in _BOUND_AND_ABOUT.finditer(folded):
        yield _at(found, passage, "界限和大概不能同时说")


FAMILY = Family(
    "升降的说法",
    (
        Rule(
            key="unit-missing",
            title="数后面没有%",
            reason="增长、下降和比率后面的数要带%或个百分点",
            source="GB/T 15835—2011",
            fix="补上%或单位",
            silent="增长5.1、6.2和7.3个百分点这样并列的数",
            wrong="接待游客286万人次，同比增长8.4；收入23亿元。",
            right="接待游客286万人次，同比增长8.4%；收入23亿元。",
            in_passage=_no_unit,
        ),
        Rule(
            key="signed-change",
            title="升降用了负号",
            reason="升降由“增长、下降”说明，后面只写绝对值",
            source="统计用语",
            fix="改成“下降”等",
            wrong="支出增长-3.2%。",
            right="支出下降3.2%。",
            in_passage=_signed,
        ),
        Rule(
            key="fall-in-times",
            title="下降几倍",
            reason="下降一倍就没有了，不能再多",
            source="GB/T 15835—2011；统计用语",
            fix="改成百分数或几分之一",
            wrong="成本下降2倍。",
            right="成本下降三分之二。",
            in_passage=_times,
        ),
        Rule(
            key="percent-for-points",
            title="%与个百分点",
            reason="比率、增速的升降是两个百分数之差",
            source="统计用语",
            fix="改成“个百分点”",
            silent="生产效率、频率、税率等",
            wrong="城镇化率同比提高1.2%。",
            right="城镇化率同比提高1.2个百分点。",
            in_passage=_points,
        ),
        Rule(
            key="points-for-percent",
            title="个百分点与%",
            reason="总量的增长是百分数，不是两个百分数之差",
            source="统计用语",
            fix="改成“%”",
            silent="比率、增速、拉动、贡献",
            wrong="投资完成3.5亿元，增长5.8个百分点。",
            right="投资完成3.5亿元，增长5.8%。",
            in_passage=_percent,
        ),
        Rule(
            key="compared-twice",
            title="同比重复",
            reason="“同比”已经是与上年同期相比",
            source="统计用语",
            fix="只说一遍",
            wrong="同比比去年增长5%。",
            right="同比增长5%。",
            in_passage=_year_twice,
        ),
        Rule(
            key="about-twice",
            title="约、余、左右",
            reason="两个表示大概的词意思重复或矛盾",
            source="GB/T 15835—2011，5.3",
            fix="只留一个",
            silent="近5年、以上学历这样的词",
            wrong="约300余家企业。",
            right="300余家企业。",
            in_passage=_about,
        ),
    ),
)
