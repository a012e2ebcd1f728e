"""Direction words: which one belongs to a figure, what sign it gives, and its opposite.

A change is said by a word, never by a minus: −3.2 is 下降3.2%. The sign of a word is that of the
growth it speaks of: 降幅收窄 is a rise, 降幅扩大 a fall.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from model.values.patterns import pattern

_UP = (
    "增长", "上涨", "上升", "提高", "提升", "增加", "扩大", "前移", "前进", "回升", "加快",
    "递增", "比增", "净增", "增收", "正增长", "提前", "增幅", "涨幅", "增速",
)  # fmt: skip
_DOWN = (
    "下降", "下跌", "下滑", "降低", "减少", "收窄", "缩小", "后移", "后退", "回落", "放缓",
    "递减", "净减", "减收", "负增长", "推迟", "降幅", "跌幅", "增速下降",
)  # fmt: skip
_SHORT_UP, _SHORT_DOWN = (
    ("增", "升", "涨", "高", "快", "多"),
    ("减", "降", "跌", "低", "慢", "少"),
)
_AGAINST_UP, _AGAINST_DOWN = (
    ("高于", "快于", "多于", "超过", "超"),
    ("低于", "慢于", "少于", "滞后", "落后"),
)

_PULLED_UP, _PULLED_DOWN = ("拉动", "正向拉动"), ("下拉", "拉低", "负向拉动")

PROFIT_OR_LOSS = {"盈利": 1, "亏损": -1}
"""What a profit and a loss are called: the word is the sign of the level itself."""

SIGNS = {
    **PROFIT_OR_LOSS,
    **dict.fromkeys((*_UP, *_SHORT_UP, *_AGAINST_UP, *_PULLED_UP), 1),
    **dict.fromkeys((*_DOWN, *_SHORT_DOWN, *_AGAINST_DOWN, *_PULLED_DOWN), -1),
}
_OPPOSITE = {
    "盈利": "亏损", "亏损": "盈利",
    "增长": "下降", "上涨": "下降", "上升": "下降", "提高": "降低", "提升": "下降",
    "增加": "减少", "扩大": "收窄", "前移": "后退", "前进": "后退", "回升": "回落",
    "加快": "放缓", "递增": "递减", "比增": "下降", "净增": "净减", "增收": "减收",
    "正增长": "负增长",
    "提前": "推迟", "增幅": "降幅", "涨幅": "跌幅", "增速": "降幅", "下降": "增长",
    "下跌": "上涨", "下滑": "增长", "降低": "提高", "减少": "增加", "收窄": "扩大",
    "缩小": "扩大", "后移": "前移", "后退": "前移", "回落": "回升", "放缓": "加快",
    "递减": "递增", "净减": "净增", "减收": "增收", "负增长": "增长", "推迟": "提前",
    "降幅": "增幅", "跌幅": "涨幅", "增速下降": "增长", "增": "降", "升": "降", "涨": "跌",
    "高": "低", "快": "慢", "多": "少", "减": "增", "降": "增", "跌": "涨", "低": "高",
    "慢": "快", "少": "多", "高于": "低于", "快于": "慢于", "多于": "少于", "超过": "低于",
    "超": "滞后", "低于": "高于", "慢于": "快于", "少于": "多于", "滞后": "超", "落后": "超",
    "拉动": "下拉", "下拉": "拉动", "拉低": "拉动", "正向拉动": "负向拉动", "负向拉动": "正向拉动",
}  # fmt: skip
_LONG_FORM = {
    "增": "增长", "升": "上升", "涨": "上涨", "高": "提高", "快": "加快", "多": "增加",
    "减": "减少", "降": "下降", "跌": "下跌", "低": "降低", "慢": "放缓", "少": "减少",
}  # fmt: skip
_RATE_WORDS = pattern(r"率|比重|浓度|占比|比例")
_PRICE_WORDS = pattern(r"价格|指数|CPI|PPI|油价|房价")
_PLACES = frozenset(("位", "名", "个位次", "位次"))
_POINTS = frozenset(("个百分点", "百分点", "个千分点", "千分点"))

_SHORT = "".join((*_SHORT_UP, *_SHORT_DOWN))
_FILLER = r"(?:了|约|近|逾|高达|达|仅|大约|接近|不低于|不少于|\s)*"
_LONG = "|".join(sorted((*_UP, *_DOWN, *PROFIT_OR_LOSS), key=len, reverse=True)).replace(
    "比增", "(?<![同环])比增"
)
_BEFORE = pattern(
    rf"(?P<word>{_LONG})(?:(?<=[幅速])为|超过?)?{_FILLER}$"
    rf"|(?<=[比期年度月国省市县区均别各双平])(?P<short>[{_SHORT}])出?{_FILLER}$"
)
_AGAINST = pattern(
    rf"(?P<word>{'|'.join((*_AGAINST_UP, *_AGAINST_DOWN))})(?!额)[^，。;:、()\d%]{{0,14}}$"
)
_PULLED = pattern(
    rf"(?P<word>{'|'.join((*_PULLED_UP, *_PULLED_DOWN))})"
    rf"(?:(?!{'|'.join(_DOWN)})[^，。;:、()\d%]){{0,16}}$"
)
_BESIDE_ALL = pattern(r"(?P<word>高于|低于)(?:全[省市州]|年[初度])[^，。;:、()\d%]{0,6}$")
_AFTER = pattern(r"的(?P<word>正增长|负增长|增长|增幅|增速|降幅|涨幅|跌幅)")
_WINDOW = 20
_LOOK_BACK = 80
_OF_A_FALL = frozenset(("收窄", "扩大"))
_BESIDE = frozenset(("高于", "低于"))
_OF_FALL = pattern(r"[降跌]幅$")
_CLAUSE_ENDS = re.compile(r"[，,:(]")
_SENTENCE_ENDS = re.compile(r"[。;!?\n]")
_ONLY_COMPARED = re.compile(
    r"\s?(?:也|又|并|同比|分别)?(?:(?:较|比|与)[^，,]{0,16})?(?:同比)?(?:[收扩]?)"
)
_FELL = re.compile(r"(?:下降|下滑|下跌|减少)[\dXx*.]+[%％]?$")


class Direction(NamedTuple):
    """A direction word and where it stands; `sign` is 1 or −1."""

    start: int
    end: int
    text: str
    sign: int


def direction_of(folded: str, start: int, end: int, unit: str) -> Direction | None:
    """The direction word of the figure whose number begins at `start` and whose unit ends at
    `end`: right before it (增长了5.1%), some words before it where points are compared
    (高于全市2个百分点), or behind it (5.1%的增长). 提高到 and 下降至 give a level no sign."""
    window = max(0, start - _WINDOW)
    found = _PULLED.search(folded, window, start) if unit in _POINTS else None
    found = found or _BEFORE.search(folded, window, start)
    if found is None and unit in _POINTS:
        found = _AGAINST.search(folded, window, start)
    if found is None and unit not in _POINTS:
        found = _BESIDE_ALL.search(folded, window, start)
    if found is None:
        found = _AFTER.match(folded, end)
    if found is None:
        return None
    group = "word" if found["word"] else "short"
    if group == "short" and found[group] in "高低快慢多少" and unit not in _POINTS:
        return None
    word_start, word_end = found.span(group)
    sign = SIGNS[found[group]]
    if unit in _POINTS and found[group] in _BESIDE and _OF_FALL.search(folded, 0, word_start):
        sign = -sign
    if unit in _POINTS and found[group] in _OF_A_FALL and _is_fall(folded, word_start):
        sign = -sign
    return Direction(word_start, word_end, folded[word_start:word_end], sign)


def _is_fall(folded: str, at: int) -> bool:
    """Whether 收窄 or 扩大 at `at` is that of a fall: its clause says so (降幅), or only names what
    it is compared with and the clause before told a fall (下降1.3%，比上年同期收窄…)."""
    clauses = _CLAUSE_ENDS.split(_SENTENCE_ENDS.split(folded[max(0, at - _LOOK_BACK) : at])[-1])
    for clause in reversed(clauses):
        if "降幅" in clause or "跌幅" in clause:
            return True
        if not _ONLY_COMPARED.fullmatch(clause):
            return _FELL.search(clause) is not None and clause is not clauses[-1]
    return False


def opposite(word: str, unit: str, clause: str) -> str:
    """The word that says the contrary of `word` before a value in `unit`; `clause` is what
    stands before it, for the choice among words (比重下降 → 提高, 价格下降 → 上涨)."""
    if unit in _PLACES and SIGNS[word] > 0:
        return "下降" if word == "上升" else "后退"
    if unit in _PLACES:
        return "前移" if word in ("后移", "后退") else "上升"
    if word in ("提高", "回落") and re.search(r"增速|增幅", clause):
        return "回落" if word == "提高" else "提高"
    if word == "增速下降" and unit in _POINTS:
        return "增速提高"
    if word not in ("下降", "下滑"):
        return _OPPOSITE[word]
    if unit in _POINTS:
        return "提高"
    if _PRICE_WORDS.search(clause):
        return "上涨"
    if _RATE_WORDS.search(clause):
        return "上升"
    return "增加" if unit and unit[-1] not in "%‰倍" else "增长"


def in_list(word: str) -> str:
    """`word` as it is said in the middle of a list, where a single character does not stand."""
    return _LONG_FORM.get(word, word)
