"""FACES: how wide the characters of one look are. The window measures the fonts of the PC; without
them the widths that the fonts of the standard have do (`NominalFaces`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from model.typesetting.house_style import HouseStyle, Look

ALWAYS_FULL = frozenset("“”‘’…—·×÷±°‰′″§")
"""As wide as a Chinese character in the fonts of the standard, narrower in some stand-ins."""

_HALF = 500
_ROMAN: Mapping[str, int] = {
    sign: width
    for width, signs in {
        180: "'", 200: "|", 250: " .,", 278: "/:;\\ijlt", 333: "()-`!Ifr[]", 389: "Js", 408: '"',
        444: "?acez", 469: "^", 480: "{}", 500: "$*_0123456789bdghknopquvxy#",
        541: "~", 556: "FPS", 564: "+<=>", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw",
        778: "m&", 833: "%", 889: "M", 921: "@", 944: "W",
    }.items()
    for sign in signs
}  # fmt: skip
"""Thousandths of the size, in Times New Roman."""


class Face(Protocol):
    """The widths of one look, in points, the character spacing included."""

    @property
    def size(self) -> float: ...

    @property
    def widths(self) -> Mapping[str, float]: ...


class Faces(Protocol):
    """The faces of a house style."""

    def of(self, look: Look, spacing: int | None = None) -> Face:
        """The face of a look; `spacing` in twips where it is not that of the look."""
        ...


class NominalFace:
    """The widths of a look in the fonts of the standard."""

    def __init__(self, size: float, spacing: float, *, roman: bool) -> None:
        self.size = size
        self.widths: Mapping[str, float] = _Widths(size, spacing, roman=roman)


class _Widths(dict[str, float]):
    """Widths by character, filled as they are asked for."""

    def __init__(self, size: float, spacing: float, *, roman: bool) -> None:
        super().__init__()
        self._size, self._spacing, self._roman = size, spacing, roman

    def __missing__(self, character: str) -> float:
        if is_full_width(character):
            share = 1000
        else:
            share = _ROMAN.get(character, _HALF) if self._roman else _HALF
        width = self[character] = self._size * share / 1000 + self._spacing
        return width


class NominalFaces:
    """The faces of a house style where no font is measured."""

    def __init__(self, style: HouseStyle) -> None:
        self._style = style
        self._made: dict[tuple[float, int], NominalFace] = {}

    def of(self, look: Look, spacing: int | None = None) -> NominalFace:
        """The face of a look; `spacing` in twips where it is not that of the look."""
        between = self._style.spacing_of(look) if spacing is None else spacing
        key = (look.size_pt, between)
        if key not in self._made:
            roman = self._style.numbers_font is not None
            self._made[key] = NominalFace(look.size_pt, between / 20, roman=roman)
        return self._made[key]


def is_full_width(character: str) -> bool:
    """Whether a character takes a whole square in the fonts of the standard."""
    if character < "\u2100":
        return character in ALWAYS_FULL
    symbols = character < "\u2800"
    return symbols or "\u2e80" <= character < "\uff61" or character >= "\uffe0"
