"""进度: 序时进度 against the share of the plan, outlooks against shares, 预计 beside an actual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from model.check.figures import days_of
from model.check.passage import Passage, Setting, sentences
from model.check.problem import Problem
from model.check.rule import Family, Finding, Rule
from model.check.subject import Subject
from model.numbers.ask import Numbers, place_of
from model.report.section import IndicatorUse, Outlook, OutlookGroup
from model.report.tree import walk
from model.report.uses import placed_texts, uses_of
from model.values.facet import Facet
from model.values.growth import Flow
from model.values.number import written
from model.values.patterns import pattern
from model.values.period import Basis, Period

_SHARE = pattern(
    r"(?:占|完成|达)[^，。;:、%\d]{0,14}(?:计划|任务|预算|目标|年度投资|全年投资)[^，。"
    r";:、%\d]{0,6}(?P<share>\d+(?:\.\d+)?)%"
    r"|(?:任务|计划|目标|预算)(?:已)?(?:完成|支出|执行)(?:了|达到?)?(?P<done>\d+(?:\.\d+)?)%"
    r"|(?:支出|执行|投资|任务|计划|完成|工程|收入|拨付|建设|形象)(?:总体)?(?:进度|完成率|执行率|率)"
    r"(?:为|达到?了?|至|已达)?(?P<pace>\d+(?:\.\d+)?)%"
)
_SCHEDULE = pattern(
    r"(?P<way>超前|超出|高出|超过|超|快于|高于|领先|落后于?|滞后于?|低于|慢于|欠|达到|完成|符合)"
    r"(?:了)?(?:序时|时序|时间)进度(?:要求)?(?:约|近)?(?:(?P<by>\d+(?:\.\d+)?)个?百分点)?"
)
_BEHIND = pattern(r"落后|滞后|低于|慢于|欠")
_NAMED = {"一季度": 3, "上半年": 6, "前三季度": 9, "全年": 12}
_DATE = pattern(r"截[至止]到?(\d{1,2})月(?:(\d{1,2})[日号]|底|末)")
_HIDDEN = Decimal("0.16")
_HUNDRED = Decimal(100)
_BEHIND_ENOUGH = Decimal(2)
_CAP = pattern(
    r"(?P<is>\d+(?:\.\d+)?)(?P<unit>%|个百分点|天|起|人|微克/立方米)，?(?:目前|总体|全部|始终|"
    r"仍|已|稳定|有效)?"
    r"控制在[^。;，\d]{0,14}?(?P<cap>\d+(?:\.\d+)?)(?P=unit)(?:以内|以下|之内)"
)
_CAP_FIRST = pattern(
    r"控制在[^。;，\d]{0,14}?(?P<cap>\d+(?:\.\d+)?)(?P<unit>%|个百分点|天|起|人|"
    r"微克/立方米)(?:以内|以下|之内)"
    r"[^。;\d]{0,10}(?:实际|实为|现为|目前为|为|达到|达)(?P<is>\d+(?:\.\d+)?)(?P=unit)"
)
_FLOOR = pattern(
    r"(?<!下降)(?<!降低)(?<!减少)(?:为|达到?|是|了)?(?<![\d.])(?P<is>\d+(?:\.\d+)?)(?P<unit>%|个百分点|天)，?(?P<way>高于|低于|超过|超出)"
    r"(?P<what>[^。;，\d]{0,10}(?:目标|计划|任务|"
    r"要求))[值数]?[（(]?(?P<goal>\d+(?:\.\d+)?)(?P=unit)(?!点)"
)
_FLOOR_LAST = pattern(
    r"(?<!下降)(?<!降低)(?<!减少)(?:为|达到?|是|了)?(?<![\d.])(?P<is>\d+(?:\.\d+)?)"
    r"(?P<unit>%|个百分点|天)，?(?P<way>高于|低于|超过|超出)[^。;，\d]{0,10}?"
    r"(?P<goal>\d+(?:\.\d+)?)(?P=unit)(?!点)(?:以[上内下])?的"
    r"(?P<what>[^。;，\d]{0,8}(?:目标|计划|任务|要求))"
)


def _schedule(passage: Passage, setting: Setting) -> Iterator[Finding]:
    folded = passage.folded
    for start, end in sentences(passage.text):
        sentence = folded[start:end]
        for said in _SCHEDULE.finditer(sentence):
            shares = list(_SHARE.finditer(sentence, 0, said.start()))
            if not shares or ";" in sentence[shares[-1].end() : said.start()]:
                continue
            share = Decimal(next(filter(None, shares[-1].groups())))
            elapsed = _elapsed(sentence[: said.start()], setting)
            if not any(_fits(said, share, one) for one in elapsed):
                at = start + said.start(), start + said.end()
                gone, apart = _one_place(elapsed[0]), _one_place(share - elapsed[0])
                told = f"占计划{written(share)}%，序时进度是{gone}%，相差{apart}个百分点"
                yield Finding(*at, f"{told}：{passage.around(*at)}")


def _fits(said: re.Match[str], share: Decimal, elapsed: Decimal) -> bool:
    """Whether what is said of the schedule agrees with so much of the year gone."""
    gap = share - elapsed
    if _BEHIND.match(said["way"]):
        gap = -gap
    if said["by"] is None:
        return gap > -_HIDDEN
    return abs(gap - Decimal(said["by"])) <= _HIDDEN


def _elapsed(before: str, setting: Setting) -> list[Decimal]:
    """How much of the year may be gone, in %: at the report's end, or at the time that is said."""
    gone = [Decimal(setting.months[1]) / 12 * _HUNDRED]
    months = re.findall(r"(?:1-|前)(\d{1,2})个?月", before)
    gone += [Decimal(month) / 12 * _HUNDRED for month in months]
    gone += [Decimal(last) / 12 * _HUNDRED for word, last in _NAMED.items() if word in before]
    for found in _DATE.finditer(before):
        month = int(found[1])
        if 1 <= month <= 12:
            gone.append(Decimal(month) / 12 * _HUNDRED)
            whole = days_of(Period(setting.year, 1, 12))
            days = days_of(Period(setting.year, 1, month - 1)) if month > 1 else 0
            gone.append(Decimal(days + int(found[2] or 30)) / whole * _HUNDRED)
    return gone


def _one_place(value: Decimal) -> str:
    return written(value.quantize(Decimal("0.1")))


def _outlooks(subject: Subject) -> Iterator[Problem]:
    """What is told to be reached early is past its share of the year, or is not."""
    numbers = Numbers(subject.project)
    for group in walk(subject.report):
        if not isinstance(group, OutlookGroup) or group.outlook is Outlook.HARD:
            continue
        for use in uses_of(group):
            indicator = numbers.indicator(use.indicator)
            if indicator is None or not numbers.understands(use):
                continue
            if indicator.flow is not Flow.FLOW:
                continue
            is_ahead = group.outlook is Outlook.AHEAD
            facet = Facet.PLAN_SHARE if is_ahead else Facet.FORECAST_PLAN_SHARE
            asked = numbers.query_of_use(indicator, use).asked(facet)
            if asked.basis in (Basis.MONTH, Basis.QUARTER):
                continue
            for known in numbers.known(asked, facet):
                gone = Decimal(asked.period.last) / 12 * _HUNDRED
                least = gone if is_ahead else gone - _BEHIND_ENOUGH
                if known.value < least:
                    told = f"{indicator.name}{facet.label}{written(known.value)}%"
                    message = (
                        f"{told}，序时进度是{_one_place(gone)}%，却写在“{group.outlook.label}”里"
                    )
                    yield OUTLOOK.problem(str(place_of(asked, facet)), message)


def _still_expected(subject: Subject) -> Iterator[Problem]:
    """A forecast said of a period whose value is there by now."""
    numbers = Numbers(subject.project)
    asked = [
        *(
            pair
            for use in walk(subject.report)
            if isinstance(use, IndicatorUse)
            for pair in numbers.asked_by_use(use)
        ),
        *(
            pair
            for _, _, text in placed_texts(subject.report)
            for pair in numbers.asked_by_text(text)
        ),
    ]
    for one, facet in asked:
        if not facet.is_forecast:
            continue
        actual = Facet.YOY if facet is Facet.FORECAST_YOY else Facet.ACTUAL
        there = subject.ledger.best(one.indicator.id, one.period, actual)
        if there is not None and subject.ledger.best(one.indicator.id, one.period, facet):
            known = f"{one.period.label}已有{actual.label}{there.quantity}"
            message = f"{one.indicator.name}{known}，文中还写“预计”"
            yield EXPECTED.problem(str(place_of(one, facet)), message)


def _limits(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    folded = passage.folded
    for phrasing in (_CAP, _CAP_FIRST):
        for found in phrasing.finditer(folded):
            if Decimal(found["is"]) > Decimal(found["cap"]):
                told = f"{found['is']}{found['unit']}没有控制在{found['cap']}{found['unit']}以内"
                yield Finding(*found.span(), f"{told}：{passage.around(*found.span())}")
    for found in (*_FLOOR.finditer(folded), *_FLOOR_LAST.finditer(folded)):
        is_below = found["way"] == "低于"
        value, goal = Decimal(found["is"]), Decimal(found["goal"])
        if (value >= goal) if is_below else (value < goal):
            told = f"{found['is']}{found['unit']}不是{found['way']}{found['goal']}{found['unit']}"
            yield Finding(*found.span(), f"{told}：{passage.around(*found.span())}")


SCHEDULE = Rule(
    key="schedule",
    title="序时进度对不上",
    reason="占计划的比例减去一年已过的比例，就是与序时进度的差",
    source="序时进度＝已过月数÷12（说了“截至某月某日”的，按天算也可）",
    fix="核对占计划的比例和与序时进度的差",
    silent="相差在四舍五入之内，增速目标",
    wrong="上半年占年度计划的54.8%，超序时进度14.8个百分点。",
    right="上半年占年度计划的54.8%，超序时进度4.8个百分点。",
    in_passage=_schedule,
)
OUTLOOK = Rule(
    key="outlook",
    title="分组与进度不符",
    reason="占计划的比例还没到序时进度，却归在提前或如期实现里",
    source="提前：占计划≥序时进度；如期：预计占计划不低于序时进度2个百分点",
    fix="核对占计划的比例，或换一组",
    silent="有困难的一组，增速目标，比率",
    wrong="提前实现的：城镇新增就业1—5月占年度计划的38%",
    right="提前实现的：城镇新增就业1—5月占年度计划的50.5%",
    in_report=_outlooks,
)
EXPECTED = Rule(
    key="still-expected",
    title="已有实际数还写预计",
    reason="这一期的实际数已经有了",
    source="同一指标同一期，实际数出来后不再写预计",
    fix="改用实际数",
    silent="预计的是以后的时间",
    in_report=_still_expected,
)
LIMIT = Rule(
    key="limit",
    title="与所说的目标不符",
    reason="同一句里的数不在所说的界限之内",
    source="控制在X以内：数≤X；高于X：数＞X",
    fix="核对这两个数",
    silent="两个数单位不同",
    wrong="城镇登记失业率3.8%，控制在3.5%以内。",
    right="城镇登记失业率3.1%，控制在3.5%以内。",
    in_passage=_limits,
)
FAMILY = Family("进度和目标", (SCHEDULE, OUTLOOK, EXPECTED, LIMIT))
