"""标点: GB/T 15834. Half-width, doubled, wrong pairs, unpaired, and points without an end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.check.passage import Passage, Setting
from model.check.problem import Severity
from model.check.rule import Family, Finding, Rule
from model.parse.corrections import brackets_in, half_width_in, twice_in, until_in
from model.values.gb2312 import rare
from model.values.patterns import pattern

_WRONG_PAIR = pattern(r"[，、；：。][，、；：。！？,;]|[！？][，、；：。]")
_ENDING = "。！？"
_AND_OTHERS = pattern(
    r"(?<=[\u4e00-\u9fff])，(?=等全面|等各[项类]|等多|等领域|等方面)|、(?=等(?![级待候次同效额价量差]))"
)
_STRAIGHT = pattern(r"\"([^\"“”\n]{1,60})\"")
_DOTS = pattern(r"(?<!…)…(?!…)|\.{3,}|。{2,}|\.{2}(?=[\u4e00-\u9fff]|$)")
_POINT = pattern(r"(?<=\d)[。．·](?=\d+(?:%|％|个百分点|[万亿]?元|万人|公里|[万]?亩))")
_COMMA_POINT = pattern(r"(?<![\d，,、])\d{1,4}[，,](?=\d{1,2}(?:%|％|个百分点|亿元|亿千瓦时|万人))")
_THOUSANDS = pattern(
    r"(?<![\d，、.])[1-9]\d{0,2}，(?=\d{3}(?:[万亿]|[人户个家亩元处件吨辆座名套]|公里|平方))"
)
_EMPTY_PAIR = pattern(r"“\s*”|《\s*》|（\s*）|【\s*】|〔\s*〕")
_TITLE_COMMA = pattern(r"》[，,](?=《)")
_PAIRS = {"”": "“", "》": "《", "）": "（", "〕": "〔", "】": "【", "’": "‘"}
_OPEN = {opening: closing for closing, opening in _PAIRS.items()}
_FOLDED = {"(": "（", ")": "）"}
_LIST_SIGN = pattern(r"(?:^|[，。；：、\s])[（(]?[\da-zA-Z一二三四五六七八九十]{1,3}$")
_APOSTROPHE = pattern(r"[A-Za-z]$")
_NO_END = pattern(r"[\u4e00-\u9fff\d%％]$")
_BEFORE_SIGN = pattern(r"[\u4e00-\u9fff\d%％]$")
_INNER_SIGN = pattern(r"[一二三四五六七八九十]{1,2}是$|[①-⑳]$")
_LABEL_END = pattern(r"[：:]$")
_LONG_ENOUGH = 24
_MANY_CLAUSES = 2
_CLOSING = pattern(
    r"[^。]{0,20}(?:特此(?:报告|通知|通报|函告)|请[^。]{0,8}批评指正|请(?:审议|审阅|批示)|谢谢大家)"
)
_BETWEEN_PAIRS = pattern(r"(?<=》)、(?=《)|(?<=”)、(?=“)")


def _half_width(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for start, end, after in half_width_in(passage.text):
        yield Finding(start, end, f"用了半角标点：{passage.around(start, end)}", after=after)


def _half_brackets(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for start, end, after in brackets_in(passage.text):
        yield Finding(start, end, f"用了半角括号：{passage.around(start, end)}", after=after)


def _until(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for start, end, after in until_in(passage.text):
        yield Finding(start, end, f"“截止”应为“截至”：{passage.around(start, end)}", after=after)


def _doubled(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for start, end, after in twice_in(passage.text):
        if "。。" not in passage.text[start:end] or end - start == 2:
            yield Finding(start, end, f"标点重复：{passage.around(start, end)}", after=after)


def _wrong_pairs(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _WRONG_PAIR.finditer(passage.text):
        first, second = found[0][0], found[0][1]
        if first == second:
            continue
        stronger = first if first in _ENDING else second if second in _ENDING else None
        yield Finding(
            *found.span(), f"两个标点连用：{passage.around(*found.span())}", after=stronger
        )


def _before_others(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _AND_OTHERS.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"“等”前不用顿号：{passage.around(*at)}", after="")


def _straight(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _STRAIGHT.finditer(passage.text):
        for at, sign in ((found.start(), "“"), (found.end() - 1, "”")):
            yield Finding(at, at + 1, f"用了直引号：{passage.around(at, at + 1)}", after=sign)


def _ellipsis(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _DOTS.finditer(passage.text):
        at = found.span()
        if found[0] == "。。":
            continue
        yield Finding(*at, f"省略号应为“……”：{passage.around(*at)}", after="……")


def _unpaired(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """Openings and closings that have no other; a quotation may go on over several paragraphs."""
    text = passage.text
    waiting: list[tuple[str, int]] = []
    for at, written in enumerate(text):
        sign = _FOLDED.get(written, written)
        if sign in _OPEN:
            if sign == "“" and any(opening == "“" for opening, _ in waiting):
                yield from _alone(passage, at)
                continue
            waiting.append((sign, at))
        elif sign in _PAIRS:
            held = [opening for opening, _ in waiting]
            if _PAIRS[sign] in held:
                while waiting:
                    opening, before = waiting.pop()
                    if opening == _PAIRS[sign]:
                        break
                    yield from _alone(passage, before)
            elif not _is_list_sign(text, at, sign):
                yield from _alone(passage, at)
    for opening, at in waiting:
        if not (opening == "“" and at == 0):
            yield from _alone(passage, at)


def _is_list_sign(text: str, at: int, sign: str) -> bool:
    """1） and a） open a point; an apostrophe closes nothing."""
    if sign == "’":
        return _APOSTROPHE.search(text[:at]) is not None
    return sign == "）" and _LIST_SIGN.search(text[:at]) is not None


def _alone(passage: Passage, at: int) -> Iterator[Finding]:
    sign = passage.text[at]
    yield Finding(at, at + 1, f"“{sign}”不成对：{passage.around(at, at + 1)}")


def _decimal_point(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _POINT.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"小数点写错了：{passage.around(*at)}", after=".")
    for found in _COMMA_POINT.finditer(passage.text):
        at = found.end() - 1, found.end()
        yield Finding(*at, f"小数点写成了逗号：{passage.around(*at)}", after=".")
    for found in _THOUSANDS.finditer(passage.text):
        at = found.end() - 1, found.end()
        yield Finding(*at, f"千分位不用全角逗号：{passage.around(*at)}", after=",")


def _empty_pair(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _EMPTY_PAIR.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"引号或括号里没有内容：{passage.around(*at)}")


def _no_end(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """A paragraph of sentences, or a point before the next, that stops without a mark."""
    text = passage.text.rstrip()
    is_whole = passage.is_prose and not passage.level and len(text) >= _LONG_ENOUGH
    has_clauses = "。" in text or "；" in text or text.count("，") >= _MANY_CLAUSES
    is_closing = passage.is_prose and _CLOSING.fullmatch(text) is not None
    if (is_closing or (is_whole and has_clauses)) and _NO_END.search(text):
        at = len(text) - 1
        yield Finding(at, at + 1, f"段末没有标点：…{text[-16:]}")
    if passage.is_prose and not passage.level and text.endswith(("，", "、")):
        at = len(text) - 1
        yield Finding(at, at + 1, f"段末是“{text[-1]}”：…{text[-16:]}")
    for start, end in passage.signs:
        before = passage.text[:start].rstrip()
        if (
            before
            and _BEFORE_SIGN.search(before)
            and _INNER_SIGN.search(passage.text[:end].rstrip())
        ):
            at = len(before) - 1
            yield Finding(at, at + 1, f"前一点末尾没有标点：{passage.around(start, end)}")


def _between_pairs(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _BETWEEN_PAIRS.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"书名号、引号之间通常不用顿号：{passage.around(*at)}", after="")


_form = partial(Rule, merged=True, source="GB/T 15834—2011")


def _rare_characters(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in rare().finditer(passage.text):
        yield Finding(*found.span(), f"“{found[0]}”：{passage.around(*found.span())}")


FAMILY = Family(
    "标点",
    (
        _form(
            key="half-width",
            title="半角标点",
            reason="中文之间应当用全角标点",
            fix="改成全角标点",
            silent="时间17:00、比例3:7、英文和编号里",
            wrong="迎难而上,真抓实干。",
            right="迎难而上，真抓实干。",
            in_passage=_half_width,
        ),
        _form(
            key="half-width-brackets",
            title="半角括号",
            reason="中文应当用全角括号",
            fix="改成全角括号",
            silent="英文和编号里",
            wrong="工业(规上)增长。",
            right="工业（规上）增长。",
            in_passage=_half_brackets,
        ),
        _form(
            key="doubled-mark",
            title="标点重复",
            reason="同一个标点写了两遍",
            fix="删去一个",
            wrong="迎难而上，，真抓实干。",
            right="迎难而上，真抓实干。",
            in_passage=_doubled,
        ),
        _form(
            key="two-marks",
            title="两个标点连用",
            reason="两个停顿的标点不能连用",
            fix="只留一个",
            silent="引号、括号、书名号旁",
            wrong="工作有序推进，。",
            right="工作有序推进。",
            in_passage=_wrong_pairs,
        ),
        _form(
            key="mark-before-others",
            title="“等”前的顿号",
            reason="列举之后的“等”前不加顿号",
            fix="删去顿号",
            silent="等级、等次",
            wrong="工业、农业、等领域。",
            right="工业、农业等领域。",
            in_passage=_before_others,
        ),
        _form(
            key="straight-quotes",
            title="直引号",
            reason="中文用弯引号“”",
            fix="改成“”",
            wrong='紧盯"双过半"目标。',
            right="紧盯“双过半”目标。",
            in_passage=_straight,
        ),
        _form(
            key="mark-between-pairs",
            title="书名号、引号之间的顿号",
            severity=Severity.INFO,
            reason="并列的书名号、引号之间通常不用顿号",
            source="GB/T 15834—2011，4.5.3.5",
            fix="删去顿号",
            silent="其间还有别的词或括号的",
            wrong="落实《条例》、《办法》。",
            right="落实《条例》《办法》。",
            in_passage=_between_pairs,
        ),
        _form(
            key="ellipsis",
            title="省略号",
            reason="省略号是六个点，占两个字",
            fix="改成“……”",
            wrong="水利、交通…都有进展。",
            right="水利、交通……都有进展。",
            in_passage=_ellipsis,
        ),
        _form(
            key="unpaired",
            title="引号、括号、书名号不成对",
            reason="有开有合，缺了一半",
            fix="补上另一半，或删去",
            silent="几段连着的引文，1）这样的序号",
            wrong="完成“双过半目标。",
            right="完成“双过半”目标。",
            in_passage=_unpaired,
        ),
        _form(
            key="decimal-point",
            title="小数点",
            reason="数字中间应当是小数点",
            fix="改成小数点",
            silent="并列的两个数",
            wrong="增长5。8%。",
            right="增长5.8%。",
            in_passage=_decimal_point,
        ),
        _form(
            key="empty-pair",
            title="引号或括号里没有内容",
            reason="多半是漏写了",
            fix="补上内容，或删去",
            wrong="出台《》。",
            right="出台《若干措施》。",
            in_passage=_empty_pair,
        ),
        _form(
            key="no-end-mark",
            title="没有句末标点",
            reason="一段或一点说完了，要有标点",
            fix="补上标点",
            silent="标题、短句、落款",
            wrong="上半年，全县经济运行稳中有进。各项工作取得新的成效，社会大局和谐稳定",
            right="上半年，全县经济运行稳中有进。各项工作取得新的成效，社会大局和谐稳定。",
            in_passage=_no_end,
        ),
        _form(
            key="rare-character",
            title="公文字体里没有的字",
            severity=Severity.INFO,
            reason="仿宋_GB2312、方正小标宋简体没有这个字，多半是人名、地名；别的电脑上可能换成另一种字体",
            source="GB/T 2312—1980",
            fix="核对是不是这个字；导出时用版式里的 rare_fonts 排",
            wrong="堃峰社区建成投用。",
            right="坤峰社区建成投用。",
            merged=True,
            in_passage=_rare_characters,
        ),
        Rule(
            key="until",
            title="“截止”与“截至”",
            reason="到某个时间为止用“截至”，“截止”是停止的意思",
            source="《现代汉语词典》",
            fix="改成“截至”",
            silent="截止日期、报名截止",
            wrong="截止目前，开工36个。",
            right="截至目前，开工36个。",
            in_passage=_until,
        ),
    ),
    at_once=True,
)
