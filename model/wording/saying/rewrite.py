"""Put a new number where a figure stands, and the direction word that says it.

Nothing but the figure and its direction word changes. Where several figures share one word
(增长7.3%和9.1%), turning one of them gives the others a word of their own, because their meaning
must stay: 下降7.3%和增长9.1%.
"""

from __future__ import annotations

import re

from model.errors import ValueRefused
from model.values.number import parse_number
from model.wording.direction import in_list, opposite
from model.wording.finding.figures import Figure, find_figures
from model.wording.fold import clause_before, fold
from model.wording.spans import Exchange, exchanged

_BLANK = re.compile(r"[Xx]+(?:\.[Xx]+)?|\*+|□+")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_AGAINST_LAST_YEAR = re.compile(
    r"(?:^|(?<=[，,。;:、(]))(?:同比|[比较](?P<base>(?:上年|去年)(?:同期)?|同期))(?:增长|下降|增|降)$"
)
_STOPS = re.compile(r"$|[，,。;:、)]")
_RANGE = re.compile(r"\s?[-至到]+\s?")
_MEASURE = re.compile(r"[%‰元吨度升克斤亩米里时瓦顷点]$")
_OWN_MINUS = re.compile(r"[\u4e00-\u9fff]-$")
_LEADING_MINUS = re.compile(r"-?")


def rewrite(text: str, figure: Figure, number: str, negative: bool | None = None) -> str:
    """`text` with `number` (unsigned digits, or a blank sign such as `XX`) in place of `figure`.

    `negative` says which way the value goes and sets the direction word, or a minus where there
    is no word; None leaves the direction as it is. A change of 0 against last year becomes
    与上年同期持平 where it stands alone. Raises `ValueRefused` for what is no number, for a figure
    that is not in `text`, and for what cannot be said (a negative count, 下降两倍).
    """
    figures = find_figures(text)
    spans = [(other.start, other.end) for other in figures]
    if (figure.start, figure.end) not in spans:
        raise ValueRefused("这个数在文字里找不到了，可能文字已经改过，请重新选一下。")
    at = spans.index((figure.start, figure.end))
    blank = _BLANK.fullmatch(number) is not None
    if not blank and not _NUMBER.fullmatch(fold(number)):
        raise ValueRefused(f"“{number}”不是不带正负号的数。请只填数字，如12.5，升降另外选。")
    if negative is not None and not blank and parse_number(number) == 0:
        return _zero(text, figures, at, number)
    return _set(text, figures, at, number, negative)


def _set(
    text: str, figures: tuple[Figure, ...], at: int, number: str, negative: bool | None
) -> str:
    figure = figures[at]
    if negative is None:
        minus = _LEADING_MINUS.match(fold(figure.text))
        kept = minus is not None and not _BLANK.fullmatch(number)  # the value went, and its sign
        sign = figure.text[: minus.end()] if minus and kept else ""
        return exchanged(text, [(figure.start, figure.end, sign + number)])
    if figure.direction is None:
        if negative and not _MEASURE.search(figure.unit):
            raise ValueRefused(f"“{figure.text}{figure.unit}”不能是负数，请核对。")
        start = figure.start - _minus_before(text, figure)
        return exchanged(text, [(start, figure.end, "-" * negative + number)])
    edits = [(figure.start, figure.end, number)]
    if (figure.direction.sign < 0) != negative:
        edits += _turn(text, figures, at)
    return exchanged(text, edits)


def _minus_before(text: str, figure: Figure) -> int:
    """1 where a blank (为-X.X%) stands behind a minus of its own, which is no part of it."""
    return int(_OWN_MINUS.search(fold(text)[: figure.start]) is not None and figure.blank)


def _turn(text: str, figures: tuple[Figure, ...], at: int) -> list[Exchange]:
    """The edits that turn the direction of one figure and of no other."""
    figure = figures[at]
    word = figure.direction
    assert word is not None
    if word.sign > 0 and figure.unit.endswith("倍"):
        raise ValueRefused("“倍”只能说增长。下降请改用百分数，如下降50%。")
    clause = clause_before(fold(text), word.start)
    turned = opposite(fold(word.text), fold(figure.unit), clause)
    sharing = [i for i, other in enumerate(figures) if other.direction == word]
    if word.start >= figure.end:
        if len(sharing) > 1:
            raise ValueRefused(f"几个数共用“{word.text}”，方向不同时请直接改文字。")
        return [(word.start, word.end, turned)]
    first, last = _range_around(text, figures, at)
    tail = text[word.end : figures[sharing[0]].start]
    if first == sharing[0]:
        edits = [(word.start, word.end, turned)]
    else:
        edits = _word_of_its_own(text, figures, first, in_list(turned) + tail)
    if last + 1 in sharing:
        edits += _word_of_its_own(text, figures, last + 1, in_list(word.text) + tail)
    return edits


def _word_of_its_own(text: str, figures: tuple[Figure, ...], at: int, word: str) -> list[Exchange]:
    """The edits that put `word` before a figure within a list; the one before it then needs its
    unit (提高0.9、5.9个百分点 → 提高0.9个百分点、降低5.9个百分点)."""
    start, before = figures[at].start, figures[at - 1]
    edits = [(start, start, word)]
    if before.unit and not text[before.end :].lstrip().startswith(before.unit):
        edits.append((before.end, before.end, before.unit))
    return edits


def _range_around(text: str, figures: tuple[Figure, ...], at: int) -> tuple[int, int]:
    """First and last index of the range (5%-6%, 5-6%) to which the figure belongs."""

    def joined(i: int) -> bool:
        end = figures[i].end
        between = text[end : figures[i + 1].start].removeprefix(figures[i].unit)
        return _RANGE.fullmatch(fold(between)) is not None

    first = last = at
    while first > 0 and joined(first - 1):
        first -= 1
    while last + 1 < len(figures) and joined(last):
        last += 1
    return first, last


def _zero(text: str, figures: tuple[Figure, ...], at: int, number: str) -> str:
    """No change: 与上年同期持平 where 同比增长X% stands alone, else the number with 增长."""
    figure = figures[at]
    word = figure.direction
    if word is None or word.start >= figure.end:
        return _set(text, figures, at, number, None if word else False)
    folded = fold(text)
    unit_end = text.index(figure.unit, figure.end) + len(figure.unit)
    against = _AGAINST_LAST_YEAR.search(folded[: word.end])
    alone = sum(other.direction == word for other in figures) == 1
    if against and alone and figure.start == word.end and _STOPS.match(folded, unit_end):
        return exchanged(
            text,
            [(against.start(), unit_end, f"与{against['base'] or '上年同期'}持平")],
        )
    clause = clause_before(folded, word.start)
    grows = opposite(fold(word.text), fold(figure.unit), clause) == "增长"
    return _set(text, figures, at, number, False if grows else word.sign < 0)
