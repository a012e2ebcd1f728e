"""The signs that open points, as writers really set them: literal, odd and faulty ones too.

`model.wording.numbering` knows the styles the program writes; here each sign found in a manuscript
gets a family (signs of one family make a row), its number in the row and its level as a heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from model.wording.numerals import parse_chinese_numeral

_N = "[一二三四五六七八九十]{1,3}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚"
_IN_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_WITH_STOP = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_FIRST_TO_LAST = ("首先", "其次", "再次", "最后")
_SIDES = ("一方面", "另一方面")


class Sign(NamedTuple):
    """A sign at a place: its span, its family, its number in the row (0: a bullet)."""

    start: int
    end: int
    family: str
    number: int

    @property
    def level(self) -> int:
        """1 to 4 for the numbered levels of a heading, else 0."""
        return _LEVELS.get(self.family, 0)


_LEVELS: Final = {"第一部分": 1, "一、": 1, "（一）": 2, "1.": 3, "（1）": 4}


def _chinese(said: str) -> int:
    return parse_chinese_numeral(said) or 0


def _place_in(row: str | tuple[str, ...]) -> Callable[[str], int]:
    return lambda said: row.index(said) + 1


_KINDS: Final[tuple[tuple[str, re.Pattern[str], Callable[[str], int]], ...]] = (
    ("一是", re.compile(rf"({_N})(?:是|要)(?![一二三四五六七八九十]|[，。；])"), _chinese),
    ("第一，", re.compile(rf"第({_N})(?:[，、,]|(?:是|要)(?!否))"), _chinese),
    ("其一，", re.compile(rf"其({_N})(?:[，、,]|是)"), _chinese),
    ("第一部分", re.compile(rf"第({_N})(?:部分|章|篇)[、，：:\s\u3000]*"), _chinese),
    ("一、", re.compile(rf"({_N})\s?[、．.](?!{_N}[、，产])"), _chinese),
    ("（一）", re.compile(rf"[（(]\s?({_N})\s?[）)][、.．]?"), _chinese),
    ("（1）", re.compile(r"[（(]\s?(\d{1,2})\s?[）)][、.．]?"), int),
    ("1）", re.compile(r"(\d{1,2})[）)][、.．]?"), int),
    ("1.", re.compile(r"(\d{1,2})\s?(?:[.．](?!\d)|、(?!\d))"), int),
    ("①", re.compile(f"([{_CIRCLED}])"), _place_in(_CIRCLED)),
    ("⑴", re.compile(f"([{_IN_BRACKETS}])"), _place_in(_IN_BRACKETS)),
    ("⒈", re.compile(f"([{_WITH_STOP}])"), _place_in(_WITH_STOP)),
    ("首先", re.compile(r"(首先|其次|再次|最后)[，,、]?"), _place_in(_FIRST_TO_LAST)),
    ("一方面", re.compile(r"(一方面|另一方面)[，,、]?"), _place_in(_SIDES)),
)
_LONGEST_SPACED = 40
_DASH: Final = re.compile(r"(?:[—―─–]{1,4}|-{2,4}|[●■◆◇•▪➢❖★☆►○◎])\s?(?=\S)")
_SPACED: Final = re.compile(r"([一二三四五六七八九十]{1,3})[ \u3000]{1,4}(?=\S)")
_UNDOTTED: Final = re.compile(
    r"(\d{1,2})(?=[ \u3000]?[\u4e00-\u9fff])(?![年月日个家项号届季点时分元万亿人名])"
)


def sign_at(text: str, at: int) -> Sign | None:
    """The sign that stands at `at`, whatever surrounds it."""
    for family, pattern, number in _KINDS:
        found = pattern.match(text, at)
        if found:
            return Sign(at, found.end(), family, number(found[1]))
    return None


def spaced_at(text: str, at: int) -> Sign | None:
    """A numeral set apart by a space alone (一　工业), on a line of its own."""
    found = _SPACED.match(text, at)
    alone = found and len(text) <= _LONGEST_SPACED and not re.search("[。；！？]", text)
    return Sign(at, at + len(found[1]), "一、", _chinese(found[1])) if found and alone else None


def bullet_at(text: str, at: int) -> Sign | None:
    """A dash or bullet that stands at `at`, which must open a paragraph to be one."""
    found = _DASH.match(text, at)
    return Sign(at, len(found[0].rstrip()) + at, "——", 0) if found else None


def undotted_at(text: str, at: int) -> Sign | None:
    """A number that may have lost its dot (`1抗疫…`); its neighbours must show that it has."""
    found = _UNDOTTED.match(text, at)
    return Sign(at, found.end(), "1.", int(found[1])) if found else None


def next_in_row(last: Sign, sign: Sign) -> bool:
    """Whether `sign` goes on with the row of `last`; 最后 may close a row from any place."""
    if last.family != sign.family:
        return False
    return sign.number == last.number + 1 or (sign.family == "首先" and sign.number > last.number)


def is_out_of_order(numbers: Sequence[int]) -> bool:
    """Whether the numbers of the parts go back more than once, not to one: the paragraphs of the
    file stand out of order, and no number is wrong."""
    return sum(after <= before and after != 1 for before, after in pairwise(numbers)) >= 2
