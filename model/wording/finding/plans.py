"""Whether a figure is aimed at: a goal, a task, something that is yet to be done.

Three things say so: words at the figure (年度目标6%, 需完成3亿元, 6%左右的目标), words that open a
list of goals (主要预期目标是：…, 确保…, 力争…), and a part of the text that speaks of what is to be
done, so that its verbs are orders (新建30个). There a number is still no goal where the words say
that it stands already (已, 现有, 加快推进12个项目). All texts here are folded.
"""

from __future__ import annotations

from enum import Enum

from model.values.patterns import pattern
from model.wording.finding.surroundings import Placed

_GOAL = r"(?:目标|任务|计划|预算)"
_AT_GOAL = pattern(
    rf"(?<![超于比较占未])(?:^|[年度初期全定达下级完成预期控制核]){_GOAL}[总数额值量]*"
    rf"(?:为|是|达到?|:|增长|新增|控制在|约|(?:增长)?率){{0,2}}\s?$"
    r"|计划(?:总|完成|新增)?投资[约达为]*\s?$"
)
_NEEDS = pattern(
    r"[需须]要?再?(?:新增|完成|达|实现|增长|[^，。;:、\d]{1,14}(?:完成|达到|实现|增长))[^，。;:、\d]{0,8}$"
    r"|[要将](?:完成|达到?|实现|增长|突破)[^，。;:、\d]{0,8}$|目标任务$"
)
_GOAL_AFTER = pattern(
    rf"(?:左右|以[上内])?的?(?:年度|年初|全年|预期|增长|控制|既定|总体)*{_GOAL}(?!问题|的)"
    r"|[^，。;完\d]{0,12}任务(?!问题|的)|[^，。;已\d]{0,12}[底年内]前?(?:全部|全面)?完成"
)
_POINT = pattern(r"[。;:]\s?[一二三四五六七八九]是")
_BESIDE_GOAL = pattern(rf"(?:超|[低高快慢多少好优]于|落后|滞后)[^，。;:、]{{0,6}}{_GOAL}")
_BRACKET_OF_GOAL = pattern(r"年[度初]?(?:控制|预期)?(?:目标|任务)\(\s?$")
_VERBS = pattern(
    r"力争|(?<!了)确保(?!了)|务必|努力(?:实现|完成)|计划全年|拟(?![定订态合])"
    r"|争取(?=完成|建成|实现|纳入|达到|新增(?!(?:地方)?(?:政府)?(?:专项|一般)?债券|资金)|突破|引进|全年|年内|创建|今年|上半年)"
    r"|(?:^|[年月县市区局共均前半])计划(?!总?投资|书|[的内外单生])|(?<!提)[底前内](?:全部|全面)?完成"
)
_FRAME = pattern(
    r"(?:(?:目标|预期)[^，。;:]{0,16}(?:[是为]|:)|目标任务:)"
    r"|(?:以下|如下|这些|这一)(?:主要)?目标:"
)
_CLOSES = pattern(r"(?<!早)已(?!有|成为)|目前|截[至止]|实际|累计完成|完成了")
_ORDERED = pattern(
    r"(?:部门|单位|乡镇|镇街|街道|各地|各级|[局委办厅会]|我们|大家)[^，。;:]{0,10}(?<![主重必需])要(?!求|素|件)"
    r"|牵头[^。]*[底前内](?:前|，|新|完|建|要|实)"
)
_TURNS = pattern(
    r"(?:^|[。;:])\s?(?:[一二三四五六七八九]要(?!求|素|件)"
    r"|(?:下半年|下一?步|下一阶段|明年|来年)[^。]{0,60}?(?:要|将|继续|确保|力争))"
)
_STOPS = pattern(r"[，,;:(]")
_STANDS = pattern(
    r"已(?!有)|尚?未|现有|共有|拥有|尚有|剩余|其余|涉及|反馈|去年|上年|截[至止]|目前|新打的?$|辖|累计完成$"
    r"|[成增立放资现入]了[约近]?$|全[市县区]有?$"
)
_OF_WHAT_STANDS = pattern(
    r"(?:推进|加快|督办|督促|督导|抓好|抓实|抓紧|紧|聚焦|围绕|依托|支持|要求|解决|对|将|把|统筹|"
    r"用好|落实|利用|对接|巩固)"
    r"(?![^，。;:、]{0,6}(?:培育|打造|建设|引进|创建|实现|完成|发展|改造|开工|投产|整治))[^，。;:、新]{0,8}$|围绕[^，。;:]{0,60}等$"
)
_ATTRIBUTE = pattern(r"(?:(?<!完成)(?<!实施)投资额?|建筑面积|占地面积?|库容)[约达为共近]{0,2}$")
_COUNTER = pattern(r"[十百千万亿]*[余多]?[个家项件条处座所户人名口眼宗企套]")
_NOUN = pattern(r"[\u4e00-\u9fff、]")


class Aim(Enum):
    """How a figure is aimed at: not at all, alone, in a list of goals, in a whole sentence of
    them, or because its part speaks of what is to be done."""

    NONE = "none"
    ALONE = "alone"
    LIST = "list"
    SENTENCE = "sentence"
    PART = "part"


def aim_of(placed: Placed, before: Aim, planning: bool) -> Aim:
    """How a figure is aimed at; `before` says it of the figure before it in the paragraph."""
    clause = placed.clause
    if _BRACKET_OF_GOAL.search(placed.before):
        return Aim.ALONE
    if _BESIDE_GOAL.search(clause):
        return Aim.NONE
    if _AT_GOAL.search(clause) or _NEEDS.search(clause) or _GOAL_AFTER.match(placed.after):
        return Aim.ALONE if before is Aim.NONE or placed.opens else before
    if _FRAME.search(placed.gap):
        return Aim.SENTENCE
    closed = _CLOSES.search(placed.gap) is not None
    if _VERBS.search(clause) and not closed:
        return before if before is Aim.SENTENCE and not placed.opens else Aim.LIST
    if not closed and _goes_on(placed, before):
        return before
    of_before = before is Aim.NONE and placed.goes_on and not _STOPS.search(placed.gap)
    if planning and not of_before and not stands(placed):
        return Aim.PART
    return Aim.NONE


def _goes_on(placed: Placed, before: Aim) -> bool:
    if placed.opens:
        return False
    return before is Aim.SENTENCE or (before is Aim.LIST and placed.goes_on)


def stands(placed: Placed) -> bool:
    """Whether the words say, in a part that speaks of what is to be done, that a number is of
    what there is: done already, one project's size, things that are only worked on."""
    clause, after = placed.clause, placed.after
    if _STANDS.search(clause) or is_attribute(placed):
        return True
    if not _COUNTER.fullmatch(placed.figure.unit) or not _NOUN.match(after):
        return False
    return _OF_WHAT_STANDS.search(clause) is not None


def is_attribute(placed: Placed) -> bool:
    """Whether a figure is the size of one named work (总投资39亿元的海绵城市项目)."""
    return placed.after.startswith("的") and _ATTRIBUTE.search(placed.clause) is not None


def is_ordered(before: str) -> bool:
    """Whether a sentence so far tells somebody what to do (住建部门要…, 发改局牵头，6月底前…)."""
    return _ORDERED.search(before) is not None


def orders_in(folded: str) -> list[tuple[int, int]]:
    """The spans of a paragraph that turn to what is to be done (一要…, 下一步，我们将…), each to
    the next point of the usual kind (三是…)."""
    spans: list[tuple[int, int]] = []
    end = 0
    while (found := _TURNS.search(folded, end)) is not None:
        next_point = _POINT.search(folded, found.end())
        end = next_point.start() if next_point else len(folded)
        spans.append((found.start(), end))
    return spans
