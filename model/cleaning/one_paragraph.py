"""A report that stands in one paragraph (一整段): split before the signs of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.cleaning.edit import Block, Edit, numbered_texts
from model.parse.structure_points import inner_signs
from model.parse.structure_signs import Sign, sign_at
from model.values.patterns import pattern

_BREAK: Final = pattern("[\n\x0b\x0c\u2028\u2029]+")
_TITLE: Final = pattern(r"^.{4,40}?(?:总结|报告|汇报|讲话|情况|要点|方案|安排)(?=一、)")
_FIRST_SENTENCE: Final = pattern(r"([^。；：]{2,34})(?:[。：]|[ \u3000])(?=.)")
_STOP: Final = pattern("[。！？：]")
_HEADING_FAMILIES = ("一、", "（一）", "1.", "第一部分")
_MOST = 0.7


def find_one_paragraph(blocks: Sequence[Block]) -> list[Edit]:
    """Paragraphs that hold parts (一、…二、…), or nearly the whole text, split before each sign of
    a heading; and paragraphs with breaks of lines inside."""
    texts = numbered_texts(blocks)
    whole = sum(len(text) for _, text in texts)
    edits = []
    for nth, (place, text) in enumerate(texts):
        pieces = [piece.strip() for piece in _BREAK.split(text) if piece.strip()]
        alone = len(text) >= _MOST * whole
        split = [part for piece in pieces for part in _parts(piece, alone=alone)]
        if len(split) > 1:
            edits.append(Edit(texts[nth][0], place + 1, tuple(split)))
    return edits


def _parts(text: str, *, alone: bool) -> list[str]:
    """A paragraph as the lines it should have been."""
    title = _TITLE.match(text)
    begin = title.end() if title else 0
    rest = text[begin:]
    opening = sign_at(rest, 0)
    signs = [sign for sign in (opening, *inner_signs([rest], 0, opening)) if sign is not None]
    signs = [sign for sign in signs if sign.family in _HEADING_FAMILIES]
    if alone:
        signs = sorted({*signs, *_rising_parts(rest), *_dashes(rest)})
    if not _is_worth(signs, alone=alone):
        return [text]
    starts = sorted({0, *(sign.start for sign in signs)})
    ends = [*starts[1:], len(rest)]
    cut = [rest[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    lines = [line for piece in cut for line in _heading_apart(piece)]
    return [line for line in ([text[:begin]] if title else []) + lines if line]


def _rising_parts(text: str) -> list[Sign]:
    """The signs of parts behind full stops, where their numbers rise; one may be missing."""
    found: list[Sign] = []
    for stop in _STOP.finditer(text):
        sign = sign_at(text, stop.end())
        last = found[-1].number if found else 0
        if sign is not None and sign.family == "一、" and last < sign.number <= last + 2:
            found.append(sign)
    return found if len(found) > 1 else []


def _dashes(text: str) -> list[Sign]:
    """Dashes that open sentences (——成功组织了…), two or more."""
    found = [
        Sign(stop.end(), stop.end() + 2, "——", 0)
        for stop in _STOP.finditer(text)
        if text.startswith("——", stop.end())
    ]
    return found if len(found) > 1 else []


def _is_worth(signs: Sequence[Sign], *, alone: bool) -> bool:
    """Whether two signs of parts stand in the paragraph, or two of any level in the only one."""
    parts = [sign for sign in signs if sign.family in {"一、", "第一部分"}]
    return len(parts) > 1 or (alone and len(signs) > 1)


def _heading_apart(piece: str) -> list[str]:
    """A part's heading as a line of its own, where a short sentence follows its sign."""
    sign = sign_at(piece, 0)
    if sign is None or sign.family not in {"一、", "第一部分"}:
        return [piece]
    found = _FIRST_SENTENCE.match(piece, sign.end)
    if not found or any(character.isdigit() for character in found[1]):
        return [piece]
    return [piece[: found.end(1)], piece[found.end() :].strip()]
