"""FACES: glyphs and widths of the characters of one look, each from the first font that has it.

Qt's own text layout knows neither the character spacing of a grid nor Word's rules for Chinese
text, so lines are laid out by ourselves from these widths; Qt draws the glyphs. Widths are in
points and do not depend on zoom or screen.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QRawFont

from model.paging.faces import ALWAYS_FULL, is_full_width
from model.typesetting.house_style import HouseStyle, Look
from model.values.gb2312 import is_rare
from ui.preview.fonts import Installed

_UNITS = 1000
_OPENING, _CLOSING = frozenset("“‘"), frozenset("”’°′″")
_DASH, _JOINING_DASH = "—", "─"
"""Two dashes are one stroke (破折号); some stand-ins have a short one, which leaves a gap."""


class Glyph(NamedTuple):
    """A character in a font of its face; `shift` moves a narrow sign within its full width."""

    font: int
    sign: int
    shift: float


class Families(NamedTuple):
    """Fonts of one look, best first: for Chinese, for digits and Latin, for rare characters."""

    chinese: list[str]
    latin: list[str]
    rare: list[str]


class Face:
    """The glyphs of one look: `fonts` at its size, and the width of every character asked for."""

    def __init__(
        self,
        families: Families,
        look: Look,
        spacing: float,
        *,
        joins_dashes: bool = True,
    ) -> None:
        """`spacing` in points."""
        chinese, latin, rare = families
        self.size = look.size_pt
        self.spacing = spacing
        self._joins_dashes = joins_dashes
        self.fonts: list[QRawFont] = []
        self._measures: list[QRawFont] = []
        self._chinese = [self._add(family, look) for family in chinese]
        self._latin = [self._add(family, look) for family in latin] + self._chinese
        self._rare = [self._add(family, look) for family in rare] + self._chinese
        self.widths = _Widths(self)
        self._glyphs: dict[str, Glyph] = {}

    def glyph(self, character: str) -> Glyph:
        """What to draw for a character; the first font's sign for "no such glyph" if none has."""
        found = self._glyphs.get(character)
        if found is None:
            found = self._glyphs[character] = self._found(character)
        return found

    def width(self, character: str) -> float:
        """Width in points, the character spacing included."""
        if is_full_width(character):
            return self.size + self.spacing
        return self._natural(self.glyph(character)) + self.spacing

    def _found(self, character: str) -> Glyph:
        fonts = self._latin if character < "\x80" else self._chinese + self._latin
        if is_rare(character):
            fonts = self._rare
        for font in fonts:
            index = self._index(self.fonts[font], character)
            if index:
                glyph = Glyph(font, index, 0.0)
                spare = self.size - self._natural(glyph)
                if character in ALWAYS_FULL and spare > 0.01:
                    return self._filling(character, glyph, spare)
                return glyph
        return Glyph(fonts[0], 0, 0.0)

    def _filling(self, character: str, narrow: Glyph, spare: float) -> Glyph:
        """A narrow sign in its full width."""
        if character == _DASH and self._joins_dashes:
            joining = self._index(self.fonts[narrow.font], _JOINING_DASH)
            return narrow._replace(sign=joining or narrow.sign)
        if character in _CLOSING:
            return narrow
        return narrow._replace(shift=spare if character in _OPENING else spare / 2)

    def _index(self, font: QRawFont, character: str) -> int:
        indexes = font.glyphIndexesForString(character)
        return indexes[0] if len(indexes) == 1 else 0

    def _natural(self, glyph: Glyph) -> float:
        advances = self._measures[glyph.font].advancesForGlyphIndexes([glyph.sign])
        return advances[0].x() * self.size / _UNITS if advances else self.size

    def _add(self, family: str, look: Look) -> int:
        font = QFont(family)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        font.setBold(look.bold)
        font.setPixelSize(round(look.size_pt))
        raw = QRawFont.fromFont(font)
        raw.setPixelSize(look.size_pt)
        measure = QRawFont(raw)
        measure.setPixelSize(_UNITS)
        self.fonts.append(raw)
        self._measures.append(measure)
        return len(self.fonts) - 1


class _Widths(dict[str, float]):
    """Widths by character, filled as they are asked for: this is looked up for every character."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        width = self[character] = self._face.width(character)
        return width


class Faces:
    """The faces of a house style on this PC."""

    def __init__(self, style: HouseStyle, installed: Installed | None = None) -> None:
        self.style = style
        self._installed = installed or Installed()
        self._made: dict[tuple[str, float, bool, int], Face] = {}
        self._number: Face | None = None

    def of(self, look: Look, spacing: int | None = None) -> Face:
        """The face of a look; `spacing` in twips where it is not that of the look."""
        between = self.style.spacing_of(look) if spacing is None else spacing
        key = (look.font, look.size_pt, look.bold, between)
        face = self._made.get(key)
        if face is None:
            numbers = self.style.numbers_font
            latin = [] if numbers is None else self._families(numbers)
            by = self.style.rare_font(look.font)
            rare = None if by is None else self._installed.family(by)
            families = Families(self._chinese(look.font), latin, [] if rare is None else [rare])
            face = self._made[key] = Face(families, look, between / 20)
        return face

    def page_number(self) -> Face:
        """The face of page numbers, which take digits from their own font."""
        if self._number is None:
            number = self.style.page_number
            look = self.style.looks.body.model_copy(
                update={"font": number.font, "size_pt": number.size_pt, "bold": False}
            )
            families = Families(self._chinese(number.font), [], [])
            self._number = Face(families, look, 0.0, joins_dashes=False)
        return self._number

    def _chinese(self, name: str) -> list[str]:
        return self._families(name) or [QFont().family()]

    def _families(self, name: str) -> list[str]:
        """Few are enough: what the first three lack, no office font has."""
        return list(dict.fromkeys(self._installed.stand_ins(name, self.style)))[:3]
