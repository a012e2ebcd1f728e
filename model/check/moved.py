"""从多少到多少: the way a value moves, its difference, shares and rests of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from model.check.passage import Passage, Setting
from model.check.ratios import end_of, sentence_figures
from model.check.rule import Family, Finding, Rule
from model.values.number import tolerance, written
from model.values.patterns import pattern
from model.values.units import comparable, convert
from model.wording.finding.figures import Figure, value_of

_UP = r"提高|上升|增加|增长|扩大|提升|增|升|上涨|扩充|增至"
_DOWN = r"下降|降低|减少|压减|压缩|缩短|缩小|回落|降|减|下调|精简|压降"
_FROM = pattern(r"(?:由|从)[^，。;:\d]{0,14}$")
_TO = pattern(
    rf"[^，。;:\d]{{0,4}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到了?|至|为)(?:了|目前的|现在的)?"
)
_BY = pattern(rf"，?(?:同比|共|累计|净)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?")
_POINTS = ("个百分点", "百分点")
_PERCENT = ("%", "％")
_OF_ALL = pattern(
    r"[^，。;:、()\d]{0,12}(?:中|里)，?[^，。;:()\d]{0,8}(?:[^，。;:()\d]{0,12}\d+(?:\.\d+)?(?:%|万?元|人|岁|年|亩)"
    r"(?:以上|以下)?的有?)?"
)
_SHARE = pattern(r"[^，。;:、\d]{0,14}，(?:占比达到?|占比?|占全部的|比例)(?:为|达到?)?")
_OF_NAMED = pattern(r"，?占[^，。;:、\d]{1,18}")
_AMONG = pattern(r"其中|包括")
_SHARE_OF_IT = pattern(
    r"[^，。;:\d]{0,10}，?占(?:比|总[数量额]的?|全部的?|其中的?)?(?:为|达到?|约)?"
)
_CAME = pattern(r"，?(?:实际?|已|其中)?(?:到会?|有|参[会加训]|出[席勤]|签到|在岗)[^，。;:\d]{0,4}")
_CAME_RATE = pattern(r"，(?:到会|到课|出席|出勤|参会|参训|签到|在岗|到岗)率(?:为|达到?|是)?")
_OTHER_WHOLE = pattern(r"总投资|计划|全年|累计|利润|净|目标|人均|户均|亩均|同比|增长|下降")
_THEN_DONE = pattern(r"，[^，。;:、\d]{1,14}")
_OF_PLAN = pattern(r"，占(?:年度|全年|年初)?(?:计划|任务|目标|预算)的")
_PLAN = pattern(r"(?:年度|全年|年初)[^，。;:、\d]{0,6}(?:计划|任务|目标|预算)[^，。;:、\d]{0,4}$")
_OF_IT = pattern(r"[^，。;:、\d]{0,4}的(?:比[重例率]?(?:约?为|达到?)?)?(?:约|近)?")
_REST = pattern(
    r"[^，。;:\d]{0,12}[，、;](?:(?:其余|其他|剩余|余下|剩下|另外?)的?|(?:尚|仍|还)?未[^，。;:、\d]{1,10}"
    r"|(?:正在|待|滞后|进度滞后|尚待|还有)[^，。;:、\d]{0,10})"
)
_DONE_OF_IT = pattern(
    r"[^，。;:、\d]{0,20}(?:[，、;:]|(?=已))?(?:其中|目前|现|截至目前|均|共|今年)?，?"
    r"(?:(?:已经?|均已|现已|已全部|立行立改|立即)[^，。;:、\d]{0,10}|"
    r"(?:完成|整改|解决|办结|化解)[^，。;:、\d]{0,6})"
    r"|[^，。;:、\d]{0,8}中，[^，。;:、\d]{1,14}"
)
_NEXT_STATE = pattern(r"[^，。;:、\d]{0,10}[、，](?:正|按|待|基本|部分|已)[^，。;:、\d]{1,12}")
_NOT_OF_IT = pattern(r"计划|任务|目标|累计|含|另有|结转|新增|历年|超额")
_NOT_A_STATE = pattern(r"任务|目标|累计|含|另有|结转|新增|历年")
_EXCEPT = pattern(r"(?:第)0(?:位|名)")
_HUNDRED = Decimal(100)


def _turned(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """由A提高到B, where B is less; and by how much it is said to have moved."""
    for sentence, start, figures in sentence_figures(passage):
        for number, (before, after) in enumerate(pairwise(figures)):
            if passage.is_made(before.start) or not _FROM.search(sentence[: before.start - start]):
                continue
            moved = _TO.fullmatch(sentence[_behind(before) - start : after.start - start])
            first, second = value_of(before), value_of(after)
            if moved is None or first is None or second is None:
                continue
            if not comparable(before.unit or after.unit, after.unit):
                continue
            first = convert(first, before.unit or after.unit, after.unit)
            at = before.start, min(end_of(after), len(passage.text))
            if (second < first) if moved["up"] else (second > first):
                word = moved["up"] or moved["down"]
                told = f"由{before.text}到{after.text}不是{word}"
                yield Finding(*at, f"{told}：{passage.around(*at)}")
                continue
            for by in figures[number + 2 : number + 3]:
                yield from _apart(passage, sentence, start, (after, by), second - first)


def _behind(figure: Figure) -> int:
    return figure.end + len(figure.unit)


def _apart(
    passage: Passage, sentence: str, start: int, told: tuple[Figure, Figure], moved: Decimal
) -> Iterator[Finding]:
    """Where the difference said behind is another than that of the two values."""
    after, by = told
    if _BY.fullmatch(sentence[_behind(after) - start : by.start - start]) is None:
        return
    is_rate = after.unit in _PERCENT
    said = value_of(by)
    if is_rate and said is not None and by.unit in _PERCENT and abs(moved) == abs(said):
        at = after.start, min(end_of(by), len(passage.text))
        yield Finding(*at, f"两个百分数之差用“个百分点”：{passage.around(*at)}")
        return
    if said is None or (by.unit not in _POINTS if is_rate else by.unit != after.unit):
        return
    second = value_of(after) or Decimal(0)
    if abs(abs(moved) - abs(said)) > 2 * tolerance(second) + tolerance(said):
        at = after.start, min(end_of(by), len(passage.text))
        yield Finding(*at, f"两个数相差{written(abs(moved))}：{passage.around(*at)}")


def _share_said(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """N个中已有A个……，占P%; N个，其中A个，占P%; 应到N人，实到A人，到会率P%; 完成A，占任务B的P%."""
    for sentence, start, figures in sentence_figures(passage):
        for whole, part, share in _shares(sentence, start, figures):
            if share.unit not in _PERCENT or passage.is_made(share.start):
                continue
            value, total, said = value_of(part), value_of(whole), value_of(share)
            if value is None or not total or said is None:
                continue
            rounding_of_whole = tolerance(total) / total
            total = convert(total, whole.unit, part.unit)
            exact = value / total * _HUNDRED
            rounding = exact * (tolerance(value) / value if value else 0)
            rounding += exact * rounding_of_whole
            if abs(exact - said) > 2 * tolerance(said) + rounding:
                first = min(whole.start, part.start)
                at = first, min(end_of(share), len(passage.text))
                computed = written(exact.quantize(Decimal("0.1")))
                told = f"写的是{written(said)}%，按前面的数算是{computed}%"
                yield Finding(*at, f"{told}：{passage.around(*at)}")


def _shares(
    sentence: str, start: int, figures: Sequence[Figure]
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """A whole, its part, and the share that is said of them."""
    for one, two, share in zip(figures, figures[1:], figures[2:], strict=False):
        between = sentence[_behind(one) - start : two.start - start]
        last = sentence[_behind(two) - start : share.start - start]
        in_plan = _PLAN.search(sentence[: one.start - start]) is not None
        if not _same_kind(one, two):
            continue
        if _is_whole_first(between, last, in_plan=in_plan):
            yield one, two, share
        elif _OF_NAMED.fullmatch(between) and _OF_IT.fullmatch(last) and not one.direction:
            yield two, one, share
    for number, (part, share) in enumerate(pairwise(figures)):
        whole = next((one for one in figures[:number][::-1] if _same_kind(one, part)), None)
        if whole is None or part.unit in _PERCENT or share.direction:
            continue
        between = sentence[_behind(whole) - start : part.start - start]
        behind = sentence[_behind(part) - start : share.start - start]
        lead = re.split(r"[，;]", sentence[: whole.start - start])[-1]
        among = _AMONG.search(between) and ";" not in between and not _OTHER_WHOLE.search(lead)
        if (among and _SHARE_OF_IT.fullmatch(behind)) or (
            _CAME.fullmatch(between) and _CAME_RATE.fullmatch(behind)
        ):
            yield whole, part, share


def _same_kind(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or (bool(one.unit) and comparable(one.unit, other.unit))


def _is_whole_first(between: str, last: str, *, in_plan: bool) -> bool:
    """Whether the first of two figures is what the second is a share of."""
    if in_plan and _THEN_DONE.fullmatch(between) and _OF_PLAN.fullmatch(last):
        return True
    return bool(_OF_ALL.fullmatch(between) and _SHARE.fullmatch(last))


def _rest(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """All of N in states that shut one another out: 已整改A项，尚未整改B项."""
    for sentence, start, figures in sentence_figures(passage):
        for number, whole in enumerate(figures):
            states = _states(sentence, start, whole, figures[number + 1 :][:5])
            values = [value_of(one) for one in states]
            total = value_of(whole)
            clause = sentence[max(0, whole.start - start - 14) : whole.start - start]
            if not states or total is None or None in values or _NOT_OF_IT.search(clause):
                continue
            added = sum((value for value in values if value is not None), Decimal(0))
            if added != total:
                at = whole.start, min(end_of(states[-1]), len(passage.text))
                told = (
                    f"各项加起来是{written(added)}{whole.unit}，总数是{written(total)}{whole.unit}"
                )
                yield Finding(*at, f"{told}：{passage.around(*at)}")


def _states(
    sentence: str, start: int, whole: Figure, figures: Sequence[Figure]
) -> tuple[Figure, ...]:
    """The figures that share out `whole`, up to what is left; none where they do not."""
    held: list[Figure] = []
    last = whole
    for one in figures:
        between = sentence[_behind(last) - start : one.start - start]
        if one.unit != whole.unit or not one.unit or "元" in one.unit or one.unit in _PERCENT:
            return ()
        if _NOT_A_STATE.search(between):
            return ()
        if held and _REST.fullmatch(between):
            held.append(one)
            return tuple(held)
        if not (_NEXT_STATE if held else _DONE_OF_IT).fullmatch(between):
            return ()
        held.append(one)
        last = one
    return ()


def _no_rank(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _EXCEPT.finditer(passage.folded):
        at = found.span()
        yield Finding(*at, f"没有第0位：{passage.around(*at)}")


_MORE = pattern(
    r"(?:比|较)[^，。;:、\d]{0,8}的(?P<before>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff]{1,3}?)"
    r"(?:净|共)?(?P<way>增加|增|多|减少|减|少)了?(?P<by>\d+(?:\.\d+)?)(?P=unit)"
)


def _against_former(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """N家，比年初的A家增加B家."""
    for found in _MORE.finditer(passage.folded):
        unit = found["unit"]
        now = re.search(
            rf"(?<![增减加少多])(?<![\d.])(\d+(?:\.\d+)?){re.escape(unit)}[，、]$",
            passage.folded[: found.start()],
        )
        if now is None:
            continue
        rise = 1 if found["way"] in ("增加", "增", "多") else -1
        moved = Decimal(now[1]) - Decimal(found["before"])
        if moved != rise * Decimal(found["by"]):
            at = now.start(), found.end()
            yield Finding(*at, f"两个数相差{written(abs(moved))}：{passage.around(*at)}")


FAMILY = Family(
    "几个数之间",
    (
        Rule(
            key="from-to",
            title="由多少到多少",
            reason="说提高，后一个数要大；说提高了多少，要等于两数之差",
            source="差＝后数－前数，允许末位的四舍五入",
            fix="核对前后两个数和差",
            silent="只说调整、变为，没有说升降的",
            wrong="覆盖率由38.2%提高到36.1%。",
            right="覆盖率由36.1%提高到38.2%，提高2.1个百分点。",
            in_passage=_turned,
        ),
        Rule(
            key="former-and-more",
            title="比原来多少",
            reason="现在的数减去原来的数，等于增加的数",
            source="差＝后数－前数",
            fix="核对三个数",
            wrong="现有企业78家，比年初的72家净增8家。",
            right="现有企业78家，比年初的72家净增6家。",
            in_passage=_against_former,
        ),
        Rule(
            key="share-in-sentence",
            title="句中的占比不符",
            reason="部分除以总数，不是所说的占比",
            source="占比＝部分÷总数，允许各数的四舍五入",
            fix="核对部分、总数和占比",
            silent="总数不在同一句里",
            wrong="228个行政村中，已有206个达标，占80.4%。",
            right="228个行政村中，已有206个达标，占90.4%。",
            in_passage=_share_said,
        ),
        Rule(
            key="rest",
            title="完成的与剩下的合计不符",
            reason="已完成的加上没有完成的，等于总数",
            source="总数＝各部分之和",
            fix="核对几个数",
            silent="总数是计划，说了新增、累计、结转",
            wrong="反馈问题24项，已整改17项，尚未整改9项。",
            right="反馈问题24项，已整改17项，尚未整改7项。",
            in_passage=_rest,
        ),
        Rule(
            key="rank-zero",
            title="没有第0位",
            reason="位次从第1位起",
            source="位次≥1",
            fix="核对位次",
            wrong="增速居全市第0位。",
            right="增速居全市第1位。",
            in_passage=_no_rank,
        ),
    ),
)
