"""A place in a ranking: of what, among whom, and which place."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from model.errors import ValueRefused
from model.values.patterns import pattern

RANK_UNIT = "位"
"""The unit of a place in a ranking, and of how many places it has moved."""

_TYPED = pattern(
    r"(增速|总量)?(?:位居|居|排名|排|位列|列)?(.*?)(?<!\d)(并列)?第?(\d{1,4})(?:位|名)?",
    re.ASCII,
)
_SCOPE = pattern(r"(?!约|近|第)[\u4e00-\u9fff\d]{1,20}(?:（[\u4e00-\u9fff、]{1,20}）)?")
"""Among whom: 全市, 全省12个县（市、区）."""
_HALF_WIDTH = str.maketrans("０１２３４５６７８９()", "0123456789（）")


class RankOf(StrEnum):
    """What a ranking orders: the level reached, or its growth."""

    LEVEL = "level"
    GROWTH = "growth"

    @property
    def label(self) -> str:
        return "总量" if self is RankOf.LEVEL else "增速"


class Rank(NamedTuple):
    """`增速居全市第3位`: `Rank(3, "全市", RankOf.GROWTH)`; `of` None where only one is ranked."""

    place: int
    scope: str
    of: RankOf | None
    tied: bool = False

    def __str__(self) -> str:
        of = self.of.label if self.of else ""
        return f"{of}{self.scope}{'并列' if self.tied else ''}第{self.place}位"


def parse_rank(text: str, scope: str, of: RankOf | None) -> Rank:
    """Read `3`, `第3位`, `全省第12位`, `增速居全市并列第3位`.

    What is not typed, `scope` and `of`, comes from the place. Raises
    `ValueRefused` for a place of 0 and for anything else.
    """
    plain = "".join(text.split()).translate(_HALF_WIDTH)
    found = _TYPED.fullmatch(plain)
    if found is None or (found[2] and not _SCOPE.fullmatch(found[2])):
        raise ValueRefused(f"看不懂位次“{text}”。请填3，或“增速居全市第3位”“总量居全省第12位”。")
    place = int(found[4])
    if place == 0:
        raise ValueRefused(f"位次从1算起，“{text}”不对。请填3这样的整数。")
    typed_of = {"增速": RankOf.GROWTH, "总量": RankOf.LEVEL}.get(found[1] or "", of)
    return Rank(place, found[2] or scope, typed_of, bool(found[3]))
