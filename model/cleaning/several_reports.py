"""Several reports in one file (几份文稿在一个文件里), and parts out of order (次序乱了)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from model.cleaning.edit import Block, numbered_texts
from model.parse.structure_signs import is_out_of_order, sign_at
from model.reading.source import Source
from model.values.patterns import pattern

_TITLE: Final = pattern(
    r"[^。；，：]{0,30}(?:[12\dXx*]{4}年|[一二三四]季度|[上下]半年|月份?|本年)[^。；，：]{0,24}"
    r"(?:总结|报告|汇报|讲话|要点|情况|分析|简报|材料)(?:[（(][^（）()]{1,12}[）)])?"
)
_ANNEX: Final = pattern(r"附件?\s?\d*[：:]?$")
_FEWEST_CHARACTERS = 120
_LONGEST_TITLE = 45


class Piece(NamedTuple):
    """One of several reports: its title, and its blocks from `start` to before `end`."""

    title: str
    start: int
    end: int


def find_reports(source: Source) -> tuple[Piece, ...]:
    """The reports of a file that holds several; none where it holds one.

    A report begins at a line that names a time and a kind (…2026年上半年工作总结), with parts below
    that are counted from one.
    """
    texts = numbered_texts(source.blocks)
    starts = [nth for nth, (_, text) in enumerate(texts) if _is_title(texts, nth, text)]
    kept = [start for start, end in pairwise([*starts, len(texts)]) if _is_report(texts[start:end])]
    if len(kept) < 2 or kept[0] != starts[0] or kept[0] > 12:
        return ()
    bounds = [0, *(texts[nth][0] for nth in kept[1:]), len(source.blocks)]
    return tuple(
        Piece(texts[nth][1], start, end)
        for nth, (start, end) in zip(kept, pairwise(bounds), strict=True)
    )


def take_report(source: Source, piece: Piece) -> Source:
    """The manuscript with one of its reports alone."""
    return replace(source, blocks=source.blocks[piece.start : piece.end])


def _is_title(texts: Sequence[tuple[int, str]], nth: int, text: str) -> bool:
    if len(text) > _LONGEST_TITLE or sign_at(text, 0) or not _TITLE.fullmatch(text):
        return False
    return nth == 0 or not _ANNEX.match(texts[nth - 1][1])


def _is_report(texts: Sequence[tuple[int, str]]) -> bool:
    """Whether the lines below a title are a report: parts that are counted from one."""
    signs = [sign for _, text in texts if (sign := sign_at(text, 0)) and sign.family == "一、"]
    begins = bool(signs) and signs[0].number == 1
    return begins and sum(len(text) for _, text in texts) >= _FEWEST_CHARACTERS


def disorder(blocks: Sequence[Block]) -> str:
    """In what order the parts stand, where their numbers go back more than once; '' else."""
    signs = [sign for _, text in numbered_texts(blocks) if (sign := sign_at(text, 0))]
    numbers = [sign.number for sign in signs if sign.family == "一、"]
    if not is_out_of_order(numbers):
        return ""
    order = "、".join(str(number) for number in numbers[:12])
    return (
        f"各部分的次序像是乱了：编号依次是{order}。请在原来的文件里把段落排好，再来读；"
        "编号没有改动。"
    )
