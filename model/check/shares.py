"""文中的占比: structures, rates above all, averages, shares of a whole that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.check.passage import Passage, Setting
from model.check.ratios import end_of, sentence_figures
from model.check.rule import Family, Finding, Rule
from model.values.number import tolerance, written
from model.values.patterns import pattern
from model.values.units import convert
from model.wording.finding.figures import Figure, value_of

_INDUSTRIES = pattern(
    r"(?:三次产业|产业结构|[一二三]、?[一二三]、?[一二三]次?产业)[^。"
    r";\d]{0,20}?(?P<a>\d+(?:\.\d+)?):(?P<b>\d+(?:\.\d+)?):(?P<c>\d+(?:\.\d+)?)"
)
_RATE_OVER = pattern(
    r"(?P<name>(?:合格|达标|(?<!拨备)(?<!保障)覆盖|办结|满意|城镇化|失业|办理|化解|整改|普及|"
    r"接种|优良|(?<!毛)入[学园]|参保|绿化|处理|处置|"
    r"巩固|就业|签约|履约|开复工|网办|开工|通过|及格|受理|兑付|供水|通车|利用|"
    r"机扫|清扫|应诉|收集|抽检|监测|免疫|配备|持证|成活|响应|回访|公开|采纳|建档|随访|知晓|"
    r"硬化|通邮|通电|化验|收治|救治|治愈|破案|结案|执结|出庭|回收|治理|上线|帮扶|可办|交付|兑现|惠及|入户|挂牌|到岗|达效)率|"
    r"满意度|(?:占|比重|占比)[^，。;:\d]{0,16}?)"
    r"(?:为|达到?|是|至|约|高达|提高到|提升至|的)?(?P<value>\d{3,4}(?:\.\d+)?)%"
)
_MAY_PASS = pattern(
    r"计划|任务|预算(?!收入|支出)|目标|时序|序时|进度|同期|去年|上年|毛入|拨备|资金|备付|产销|到位|债务|销售|"
    r"资产"
)
_PER = pattern(r"(?P<per>亩|户|人)均(?P<what>[\u4e00-\u9fff]{2,6}?)(?:为|达到?|约)?$")
_GOOD_DAYS = pattern(r"(?:优良|达标|晴好)(?:天气|达标)?天数?[^，。;\d]{0,8}?(?P<days>\d{2,3})天")
_NAMED_RATE = pattern(
    r"(?P<before>(?:.*[，、(])?|[^，。;:、()]{0,12}，)(?P<name>[\u4e00-\u9fff]{2,10}率)"
    r"(?:为|达到?了?|是|至|约|近|仅|高达|提高到|提升至|保持在)?"
)
_NOT_PLAIN = pattern(r"按期|按时|及时|重大|一次|综合|初次|年度|首次|户均")
_NO_SHARE = pattern(r"失业|增长|发生|死亡|利用|毛|拨备|负债|利润|税|负担|效|频|速|汇|费")
_DONE_WORD = pattern(
    r"缴费|[办审执查了]结|销号|[竣完动开]工|[办答]复|整[改治]|化解|[建落]成|签约|[参到]会|[入升]学|检[测验查]"
)
_OTHER_DONE = pattern(r"计划外|另|累计|历年|结转|往年|同比|增长|下降|新增")
_NOT_COUNTED = frozenset(
    ("%", "％", "‰", "个百分点", "百分点", "倍", "位", "年", "岁", "次", "届", "天")
)
_HUNDRED = Decimal(100)


def _industries(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _INDUSTRIES.finditer(passage.folded):
        added = sum(Decimal(found[name]) for name in "abc")
        if abs(added - _HUNDRED) > Decimal("0.5"):
            at = found.start("a"), found.end("c")
            yield Finding(*at, f"三个比重加起来是{written(Decimal(added))}：{passage.around(*at)}")


def _over_all(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    folded = passage.folded
    for found in _RATE_OVER.finditer(folded):
        before = folded[max(0, found.start() - 6) : found.end("name")]
        if passage.is_made(found.start("value")):
            continue
        if Decimal(found["value"]) > _HUNDRED and not _MAY_PASS.search(before):
            at = found.span()
            yield Finding(*at, f"超过了100%：{passage.around(*at)}")


def _rates(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """办复率 behind what was to be done and what was: the rate is named by what was done."""
    for sentence, start, figures in sentence_figures(passage):
        for whole, part, rate in zip(figures, figures[1:], figures[2:], strict=False):
            if rate.unit not in ("%", "％") or rate.direction or passage.is_made(rate.start):
                continue
            if whole.unit != part.unit or whole.unit in _NOT_COUNTED or "元" in whole.unit:
                continue
            between = sentence[end_of(whole) - start : part.start - start]
            named = _NAMED_RATE.fullmatch(sentence[end_of(part) - start : rate.start - start])
            first, second, said = value_of(whole), value_of(part), value_of(rate)
            if named is None or said is None or not first or second is None or second > first:
                continue
            if not _is_rate_of(named, sentence[: whole.start - start], between):
                continue
            yield from _share_apart(passage, (whole.start, end_of(rate)), (first, second), said)


def _is_rate_of(named: re.Match[str], head: str, between: str) -> bool:
    """Whether a rate is named by what was done of the whole: 办结率 of 办结."""
    name = named["name"].removesuffix("率")
    told = between + (named["before"] or "")
    if _NO_SHARE.search(name) or _OTHER_DONE.search(between) or ";" in told:
        return False
    if _NOT_PLAIN.search(name) and not _NOT_PLAIN.search(told):
        return False
    is_due = re.search(r"应[^，。]{1,8}$", head) is not None
    verb = between[-2:]
    is_near = len(set(name[-2:]) & set(verb)) == 1 and _DONE_WORD.fullmatch(verb) is not None
    return name[-2:] in told or is_near or (is_due and name[-1] in between)


def _share_apart(
    passage: Passage, at: tuple[int, int], values: tuple[Decimal, Decimal], said: Decimal
) -> Iterator[Finding]:
    """Where the share that is said is more than a cut or rounded last place off."""
    whole, part = values
    exact = part / whole * _HUNDRED
    rounding = exact * tolerance(whole) / whole if whole % 1 else Decimal(0)
    if abs(exact - said) > 2 * tolerance(said) + rounding + Decimal("0.000001"):
        computed = written(exact.quantize(Decimal("0.1")))
        end = min(at[1], len(passage.text))
        told = f"写的是{written(said)}%，按前面的数算是{computed}%"
        yield Finding(at[0], end, f"{told}：{passage.around(at[0], end)}")


def _averages(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """亩均税收 is the tax over the area said before it in the same sentence."""
    for sentence, start, figures in sentence_figures(passage):
        for number, figure in enumerate(figures):
            found = _PER.search(re.split(r"[，;:。、]", sentence[: figure.start - start])[-1])
            if found is None or found["per"] != "亩" or "元" not in figure.unit:
                continue
            money = _last(
                figures[:number], sentence, start, lambda one: "元" in one.unit, found["what"]
            )
            area = _last(figures[:number], sentence, start, lambda one: one.unit.endswith("亩"), "")
            said = value_of(figure)
            if money is None or area is None or said is None:
                continue
            total, wide = value_of(money), value_of(area)
            if not total or not wide:
                continue
            exact = convert(total, money.unit, "元") / _number_of(wide, area.unit)
            told = convert(said, figure.unit, "元")
            allowed = exact * (tolerance(total) / total + tolerance(wide) / wide)
            allowed += convert(tolerance(said), figure.unit, "元") * 2
            if abs(exact - told) > allowed:
                at = figure.start, end_of(figure)
                computed = written(convert(exact, "元", figure.unit).quantize(Decimal("0.01")))
                yield Finding(*at, f"按前面的数算是{computed}{figure.unit}：{passage.around(*at)}")


def _last(
    figures: Sequence[Figure], sentence: str, start: int, fits: object, what: str
) -> Figure | None:
    """The last figure before that fits and is of what is named."""
    for one in reversed(figures):
        lead = re.split(r"[，;:。、]", sentence[: one.start - start])[-1]
        if callable(fits) and fits(one) and "均" not in lead and what in lead:
            return one
    return None


def _number_of(value: Decimal, unit: str) -> Decimal:
    return value * (10000 if unit.startswith("万") else 1)


def _good_days(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """More good days than the period has."""
    folded = passage.folded
    most = 31 * setting.months[1] if setting.months[1] != 12 else 366
    most = {1: 31, 2: 60, 3: 91, 6: 182, 9: 274, 12: 366}.get(setting.months[1], most)
    for found in _GOOD_DAYS.finditer(folded):
        if passage.is_made(found.start("days")):
            continue
        before = folded[max(0, found.start() - 24) : found.start()]
        if int(found["days"]) > most and not re.search(r"全年|年度|上年|去年|20\d\d年", before):
            at = found.span()
            yield Finding(*at, f"这段时间总共没有{found['days']}天：{passage.around(*at)}")


FAMILY = Family(
    "文中的占比",
    (
        Rule(
            key="structure",
            title="结构比加起来不是100",
            reason="三次产业的比重合起来是100",
            source="各部分比重之和＝100，允许0.5的四舍五入",
            fix="核对三个比重",
            wrong="三次产业结构为14.5:41.6:33.9。",
            right="三次产业结构为14.5:41.6:43.9。",
            in_passage=_industries,
        ),
        Rule(
            key="rate-above-all",
            title="文中比率超过100%",
            reason="这种比率是部分占全部的比例",
            source="部分不大于全部",
            fix="核对这个比率",
            silent="拨备覆盖率、毛入学率、完成计划的比例、资金到位率等可以超过100%的",
            wrong="群众满意率达到198%。",
            right="群众满意率达到98%。",
            in_passage=_over_all,
        ),
        Rule(
            key="rate-of-two",
            title="文中比率与前面的数不符",
            reason="比率＝办成的数÷一共的数",
            source="比率＝办成数÷总数，允许末位的四舍五入",
            fix="核对几个数",
            silent="按期、及时、重大等另一种比率；比率不是用前面的动词叫的；金额",
            wrong="收到建议126件，办复118件，办复率96.7%。",
            right="收到建议126件，办复118件，办复率93.7%。",
            kept_as="more-done",
            in_passage=_rates,
        ),
        Rule(
            key="average",
            title="亩均数对不上",
            reason="亩均＝总数÷亩数",
            source="亩均＝总数÷亩数，允许各数的四舍五入",
            fix="核对三个数",
            wrong="实际用地0.94万亩，税收5.64亿元，亩均税收7.00万元。",
            right="实际用地0.94万亩，税收5.64亿元，亩均税收6.00万元。",
            in_passage=_averages,
        ),
        Rule(
            key="days-in-text",
            title="文中天数多于实有天数",
            reason="优良天数不会多于这段时间的天数",
            source="日历",
            fix="核对天数",
            silent="说的是全年或上年",
            wrong="上半年优良天数达到258天。",
            right="上半年优良天数达到158天。",
            in_passage=_good_days,
        ),
    ),
)
