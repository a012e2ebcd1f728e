"""The names in a clause that lists several: 城乡居民, 存、贷款, 市场、商场和超市 before 分别."""

from __future__ import annotations

import re

from model.values.patterns import pattern
from model.wording.finding.names import Lexicon, Name, name_of

_TWO = {
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡常住居民": ("城镇常住居民", "农村常住居民"),
    "城乡人均可支配收入": ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
    "存贷款": ("存款", "贷款"),
    "一三产业": ("第一产业", "第三产业"),
    "二三产业": ("第二产业", "第三产业"),
}
_TOWN = r"城镇(?:常住)?(?:居民)?"
_COUNTRY = r"农村(?:常住)?(?:居民)?"
_WRITTEN_OUT = (
    (pattern(rf"{_TOWN}[、和与及]{_COUNTRY}(?=人均|收入|可支配)"), "城乡居民"),
    (pattern(r"存款?(?:余额)?[、和与及]贷款"), "存贷款"),
)
"""Pairs that are written out (城镇和农村常住居民), as they are said in short."""
_MEASURED = pattern(
    r"(?:案件)?(?:发案数|[产销存出]栏?量|增加值|收入|余额|价格|投资|比重|面积|浓度|产值|总额|件数|人数|数量|[量数额率值])$"
)
_LISTED = pattern(r"[、和与及]")
_LAST_AND = pattern(r"(?:和|与|以及|及)(?=[^、和与及]+$)")


def names_listed(piece: str, count: int, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names in one clause: as many as there are figures where it lists so many, else one."""
    if count == 2:
        for rule, short in _WRITTEN_OUT:
            piece = rule.sub(short, piece)
    for pair, singles in _TWO.items():
        if count == len(singles) and pair in piece:
            found = [name_of(piece.replace(pair, single), lexicon) for single in singles]
            return tuple(name for name in found if name is not None)
    whole = name_of(piece, lexicon)
    if whole is None:
        return ()
    parts = _LISTED.split(whole.text)
    if len(parts) > count > 1 and whole.text.count("、") == count - 1:
        parts = whole.text.split("、")
    if whole.known or count == 1 or len(parts) != count:
        return (whole,)
    measured = _MEASURED.search(parts[-1])
    tail = measured[0] if measured else ""
    named = [part if _MEASURED.search(part) else part + tail for part in parts]
    return tuple(name_of(part, lexicon) or Name(part, False) for part in named)


def names_at_length(lead: str, near: str, count: int, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of a list that is longer than any one name, before a clause that only leads to the
    figures (…、…和…，预计分别增长); none where there are not as many as figures."""
    listed = lead.rstrip()[: -len(near)].rstrip("，,")
    parts = _LAST_AND.sub("、", re.split(r"[，,。;:]", listed)[-1]).split("、")
    if len(parts) != count:
        return ()
    return tuple(name_of(part, lexicon) or Name(part, False) for part in parts)
