"""Lines that are no running text: footnotes, explanations, captions, page headers, table cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from model.parse.contents_lines import contents_lines
from model.parse.structure_signs import Sign
from model.reading.source import Line
from model.values.patterns import pattern

_OPENS_NOTES: Final = pattern(
    r"(?:注释?|附注|备注|尾注|脚注|.{0,12}(?:名词|名词术语|有关用语)(?:解释|说明|注释))[：:]?$"
)
_NOTE: Final = pattern(
    r"(?:\[\d{1,3}\]|【\d{1,3}】|〔\d{1,3}〕|注\s?[\d①-⑨]?[：:]|备注[：:]|注释[：:]|(?:资料|数据|文章)?来源[：:]|附件\s?\d*\s?(?:[：:].*)?$|"
    r"附[：:]|[图表]\s?[\d一二三四五六七八九十]+[\s　：:-][^。]*$|单位[：:][^。]{1,12}$|"
    r"(?:发布|成文|更新)(?:时间|日期)[：:]|浏览(?:次数|量)|字[体号][：:]|(?:上|下)一[页篇][：:]?|"
    r"(?:打印|关闭)(?:本页|窗口)|(?:责任)?编辑[：:]|(?:抄送|抄报|联系人|联系电话)[：:]|[（(]此件|当前位置[：:]|第\s?\d+\s?页|[-—–\s]{0,6}\d{1,3}[-—–\s]{0,6}$)"
)
_EXPLAINS: Final = pattern(
    r"是指|指的是|系指|特指|泛指|简称|统称|快报数|初步(?:核算|统计)|口径|可比价|现价|不变价|数据(?:来源|来自|均)|小数|合计"
)
_NOTE_MARK: Final = pattern(r"[\[【〔（(]?\s?\d{1,3}|[①-⑳⑴-⒇⒈-⒛*※“\"‘《注]")
_NEW_TITLE: Final = pattern(
    r"[^。；，：]{0,30}(?:[12\dXx*]{4}年|[上下]半年|季度)[^。；，：]{0,24}(?:总结|报告|汇报|讲话|要点|情况|安排)"
)
_BEFORE_TITLE: Final = pattern(
    r"图(?:为|[一二三\d])|图片|(?:图片|文章|信息|稿件|资料)?来源[：:]|(?:供|配)图|.{0,30}(?:摄|摄影|供图)[)）]?$"
)
_LONG_PARAGRAPH = 40
_LONGEST_TITLE = 45
_LABEL = 25
ANNEX: Final = pattern(r"附件\s?\d*\s?(?:[：:].*)?$")
_ENDS: Final = pattern(r"[。；！？：，;!?:,]$")
_LONGEST_CELL = 30
_MOST_BEFORE = 4
_CELLS = 5
_GAP = 2
_LONGEST_HEADER = 40


def is_row(line: Line) -> bool:
    """Whether a line is a table's row: known as one, or three cells and more apart by tabs, of
    which those at the edges may be empty where the line is no sentence."""
    if line.in_table or "\t" not in line.text:
        return line.in_table
    text = line.text.strip()
    cells = text if _ENDS.search(text) else line.text
    return len(re.findall(r"\t+", cells)) >= 2


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
        opens = i >= first and _OPENS_NOTES.fullmatch(text) is not None
        inside = opens or (inside and not _ends_notes(text, signs[i]))
        listed = i > 0 and notes[i - 1] and _goes_on_with_annexes(texts[i - 1], signs[i], text)
        notes[i] = notes[i] or inside or listed or (text in running and i >= first)
    breaks = [0, *(i for i, text in enumerate(texts) if ANNEX.match(text)), len(texts)]
    for begin, until in pairwise(breaks):
        for start, end in _tables(cells[begin:until]):
            notes[begin + start : begin + end] = [True] * (end - start)
    return notes


def _ends_notes(text: str, sign: Sign | None) -> bool:
    """Whether a line below 注释 is none of the notes: an annex, a part (一、), a new title, or a
    full paragraph that explains nothing."""
    if ANNEX.match(text):
        return True
    if sign is not None and sign.family == "一、":
        return not _EXPLAINS.search(text)
    if sign is None and len(text) <= _LONGEST_TITLE and _NEW_TITLE.fullmatch(text):
        return True
    if sign is not None or len(text) < _LONG_PARAGRAPH or not text.endswith(("。", "！")):
        return False
    labelled = re.search("[：:]", text[:_LABEL])
    return not (labelled or _NOTE_MARK.match(text) or _EXPLAINS.search(text))


def lines_beside(texts: Sequence[str]) -> list[bool]:
    """Which lines are no part of title and text wherever they stand: a table of contents, and a
    caption or source that somebody left above the title."""
    beside = contents_lines(texts)
    before = lines_before_title(texts)
    beside[:before] = [True] * before
    return beside


def lines_before_title(texts: Sequence[str]) -> int:
    """How many captions and sources stand above everything else."""
    count = 0
    while count < min(_MOST_BEFORE, len(texts)) and _BEFORE_TITLE.match(texts[count].strip()):
        count += 1
    return count if count < len(texts) else 0


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
