"""Clauses of plans: a total (占年度计划), a growth rate (低于年度目标), a ceiling (控制在…以内)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from model.values.aspect import Aspect
from model.values.facet import Facet
from model.values.growth import Target
from model.values.number import written
from model.values.units import comparable, convert
from model.wording.saying.change import POINTS, against_goal
from model.wording.saying.levels import PERCENT, change_clause, level_text
from model.wording.saying.than import Than
from model.wording.saying.words import PLAIN, Clause, IndicatorWords, Said, Wording, digits_and_unit

_FALL = {"高于": "降幅低于", "低于": "降幅高于"}


def share_clause(said: Said, wording: Wording) -> Clause:
    """占地区生产总值的41.6%; 占80.8% behind its whole; 占比为80.8% where no whole is known."""
    words = wording.share_words
    is_named = words == PLAIN.share_words and wording.whole
    before, after = ("", f"占{wording.whole}的") if is_named else (words[:-1], words[-1:])
    return Clause(
        Facet.SHARE, digits_and_unit(said, "%"), before=before, after=after,
        blank=said.value is None,
    )  # fmt: skip


def schedule_clause(said: Said) -> Clause:
    """超序时进度0.5个百分点, 落后序时进度2个百分点, 与序时进度一致."""
    if said.value == 0:
        return Clause(Facet.SCHEDULE, "与序时进度一致", flat=True)
    word = "落后序时进度" if said.value is not None and said.value < 0 else "超序时进度"
    text = digits_and_unit(said._replace(unit=POINTS))
    return Clause(Facet.SCHEDULE, text, word=word, blank=said.value is None)


def pull_clause(said: Said, whole: str) -> Clause:
    """拉动地区生产总值增长0.3个百分点; a part that fell 下拉s what it is a part of."""
    if said.value == 0:
        return Clause(Facet.PULL, f"未拉动{whole}增长", flat=True)
    if said.value is not None and said.value < 0:
        word = f"下拉{whole}增速" if whole else "下拉增速"
    else:
        word = f"拉动{whole}增长"
    text = digits_and_unit(said._replace(unit=POINTS))
    return Clause(Facet.PULL, text, word=word, blank=said.value is None)


def contribution_clause(said: Said, whole: str) -> Clause:
    """贡献率35%; where its whole was not named yet, 对地区生产总值增长的贡献率为35%."""
    minus = "-" if said.value is not None and said.value < 0 else ""
    return Clause(
        Facet.CONTRIBUTION,
        minus + digits_and_unit(said, "%"),
        before=f"对{whole}增长的" if whole else "",
        after="贡献率为" if whole else "贡献率",
        blank=said.value is None,
    )


def plan_share_clause(facet: Aspect, said: Said, plan_words: str) -> Clause:
    """占年度计划的50.5%; plan words that bring a verb of their own keep it (完成年度任务)."""
    verb = "" if plan_words.startswith(("占", "完成")) else "占"
    return Clause(
        facet,
        digits_and_unit(said, "%"),
        after=f"{verb}{plan_words}的",
        blank=said.value is None,
    )


def plan_clause(words: IndicatorWords, said: Said) -> Clause:
    """A plan alone: 13.5亿元, 增长6.5%, 控制在4%以内, or in its own words 与经济增长基本同步."""
    if said.words:
        return Clause(Facet.PLAN, said.words, after="是")
    if _plans_growth(words, said):
        return change_clause(words, Facet.PLAN, said._replace(unit="%"), Than())
    text, blank = level_text(words, said), said.value is None
    if words.target is Target.CEILING:
        return Clause(Facet.PLAN, text, after="控制在", tail="以内", blank=blank)
    return Clause(Facet.PLAN, text, after="为", blank=blank)


def _plans_growth(words: IndicatorWords, plan: Said) -> bool:
    """Whether a plan is a growth: where growth is planned, or told in % of what is not in %."""
    if words.target is Target.GROWTH:
        return (plan.unit or "%") in PERCENT
    in_percent = words.unit in PERCENT or words.changes_by_points
    return plan.unit in PERCENT and not in_percent


def plan_clause_beside(
    words: IndicatorWords,
    plan: Said,
    growth: Said | None,
    plan_words: str,
    level: Said | None = None,
) -> Clause:
    """年度计划为13.5亿元; beside a growth: 低于年度目标（增长6.5%）1.4个百分点; of a ceiling that
    was broken 高于年度控制目标（5.5%）0.3个百分点."""
    clause = plan_clause(words, plan)
    if plan.words:
        return replace(clause, before="年度目标")
    plan_name = plan_words.removeprefix("占").removeprefix("完成")
    is_growth = _plans_growth(words, plan)
    if not (is_growth or words.target is Target.CEILING) or clause.after == "为":
        return replace(clause, before=plan_name)
    goal = "年度目标" if is_growth or plan_words == "年度计划" else plan_name
    if words.target is Target.CEILING and not is_growth:
        over = excess(words, level, plan)
        if over is None:
            return replace(clause, before=goal)
        gap = written(over) + (POINTS if words.changes_by_points else level_unit(words, plan))
        return replace(clause, before="高于年度控制目标（", after="", tail=f"）{gap}")
    if growth is None or growth.value is None or plan.value is None or clause.flat:
        return replace(clause, before=goal, after="为")
    if growth.unit not in ("", *PERCENT):
        return replace(clause, before=goal, after="为")
    direction = against_goal(growth.value, plan.value)
    if not direction:
        return replace(clause, before=f"与{goal}（", tail="）持平")
    gap = written(abs(growth.value - plan.value))
    both_fall = growth.value < 0 and plan.value < 0
    compared = _FALL[direction] if both_fall else direction
    return replace(clause, before=f"{compared}{goal}（", tail=f"）{gap}{POINTS}")


def excess(words: IndicatorWords, level: Said | None, ceiling: Said | None) -> Decimal | None:
    """By how much a level is above the ceiling of its plan; None where it is not."""
    if words.target is not Target.CEILING or level is None or ceiling is None:
        return None
    if level.value is None or ceiling.value is None:
        return None
    unit = level_unit(words, ceiling)
    if not comparable(level_unit(words, level), unit):
        return None
    over = convert(level.value, level_unit(words, level), unit) - ceiling.value
    return over if over > 0 else None


def level_unit(words: IndicatorWords, said: Said) -> str:
    """The unit of a level: its own, or the indicator's."""
    return said.unit or words.unit
