"""Lines that are no running text: footnotes, explanations, captions, page headers, table cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from model.parse.structure_signs import Sign
from model.reading.source import Line

_OPENS_NOTES: Final = re.compile(
    r"(?:注释?|附注|备注|尾注|脚注|.{0,12}(?:名词|名词术语|有关用语)(?:解释|说明|注释))[：:]?$"
)
_NOTE: Final = re.compile(
    r"(?:\[\d{1,3}\]|【\d{1,3}】|〔\d{1,3}〕|注\s?[\d①-⑨]?[：:]|备注[：:]|注释[：:]|(?:资料|数据|文章)?来源[：:]|附件\s?\d*\s?(?:[：:].*)?$|"
    r"附[：:]|[图表]\s?[\d一二三四五六七八九十]+[\s　：:-][^。]*$|单位[：:][^。]{1,12}$|"
    r"(?:发布|成文|更新)(?:时间|日期)[：:]|浏览(?:次数|量)|字[体号][：:]|(?:上|下)一[页篇][：:]?|"
    r"(?:打印|关闭)(?:本页|窗口)|(?:责任)?编辑[：:]|(?:抄送|抄报|联系人|联系电话)[：:]|[（(]此件|当前位置[：:]|第\s?\d+\s?页|[-—–\s]{0,6}\d{1,3}[-—–\s]{0,6}$)"
)
ANNEX: Final = re.compile(r"附件\s?\d*\s?(?:[：:].*)?$")
_ENDS: Final = re.compile(r"[。；！？：，;!?:,]$")
_LONGEST_CELL = 30
_CELLS = 5
_GAP = 2
_LONGEST_HEADER = 40


def is_row(line: Line) -> bool:
    """Whether a line is a table's row: known as one, or three cells and more apart by tabs."""
    return line.in_table or len(re.findall(r"\t+", line.text.strip())) >= 2


def note_lines(lines: Sequence[Line], signs: Sequence[Sign | None], first: int) -> list[bool]:
    """Which lines are notes; `first` is the first line after title and salutation."""
    texts = [line.text.strip() for line in lines]
    notes = [
        is_row(line) or line.hint.contents or _NOTE.match(text) is not None
        for line, text in zip(lines, texts, strict=True)
    ]
    running = _running_heads(text for text, sign in zip(texts, signs, strict=True) if not sign)
    cells = [
        first <= i and not notes[i] and signs[i] is None and _is_cell(text)
        for i, text in enumerate(texts)
    ]
    inside = False
    for i, text in enumerate(texts):
        inside = inside or (i >= first and _OPENS_NOTES.fullmatch(text) is not None)
        listed = i > 0 and notes[i - 1] and _goes_on_with_annexes(texts[i - 1], signs[i], text)
        notes[i] = notes[i] or inside or listed or (text in running and i >= first)
    breaks = [0, *(i for i, text in enumerate(texts) if ANNEX.match(text)), len(texts)]
    for begin, until in pairwise(breaks):
        for start, end in _tables(cells[begin:until]):
            notes[begin + start : begin + end] = [True] * (end - start)
    return notes


def _goes_on_with_annexes(before: str, sign: Sign | None, text: str) -> bool:
    """Whether a line is the next in the list of annexes (附件：1.… and below it 2.…)."""
    if sign is None or sign.family != "1." or sign.number < 2 or _ENDS.search(text):
        return False
    return re.match(rf"(?:附件?[：:]\s?)?{sign.number - 1}[.．、]", before) is not None


def _running_heads(texts: Iterable[str]) -> set[str]:
    """Lines that come again and again without a stop: heads and feet of pages."""
    counted = Counter(
        text for text in texts if 4 <= len(text) <= _LONGEST_HEADER and not _ENDS.search(text)
    )
    return {text for text, count in counted.items() if count >= 3}


def _is_cell(text: str) -> bool:
    return len(text) <= _LONGEST_CELL and not _ENDS.search(text)


def _tables(cells: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs of cells that were once a table: five or more, a longer cell now and then."""
    found: list[tuple[int, int]] = []
    start, last, count = None, 0, 0
    for i, cell in enumerate([*cells, *[False] * (_GAP + 1)]):
        if cell:
            start, last, count = (i if start is None else start), i, count + 1
        elif start is not None and i - last > _GAP:
            if count >= _CELLS and count * 2 > last - start:
                found.append((start, last + 1))
            start, count = None, 0
    return found
