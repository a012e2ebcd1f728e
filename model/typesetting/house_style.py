"""HOUSE STYLE: how an office sets its texts, as data from `templates/house_styles/*.json`.

GB/T 9704 is one of them. The standard names classes of typeface and leaves the pitch open, and
offices differ (28 to 29.6 pt, Windows' fonts or 方正), so nothing of this stands in code.
Units: millimetres for the page, points for sizes and pitches, characters for indents.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from model.typesetting.terms import NO_TERMS, Terms

MM = 1440 / 25.4
"""Twips (twentieths of a point) in a millimetre."""

STAMP_LINE = 240
"""Height of the line that holds a draft's stamp, in twips."""
_UNPRINTED_MM = 5

FontName = Annotated[str, Field(min_length=1, max_length=31, pattern=r"^[\w \-]+$")]
Points = Annotated[float, Field(ge=5, le=72, multiple_of=0.5)]
Pitch = Annotated[float, Field(ge=10, le=100)]
Millimetres = Annotated[float, Field(ge=5, le=100)]


class _Strict(BaseModel):
    """Frozen, and nothing is guessed: no unknown keys, no numbers written as text."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Margins(_Strict):
    """From the paper's edge to the type area (版心), in mm."""

    top: Millimetres
    left: Millimetres
    bottom: Millimetres
    right: Millimetres


class Grid(_Strict):
    """What a full page holds: lines, characters a line, and what makes them fit."""

    lines: int = Field(ge=5, le=60)
    characters: int = Field(ge=10, le=60)
    pitch_pt: Pitch
    spacing_twentieths: int = Field(ge=-40, le=40)


class Alignment(StrEnum):
    """Values as Word's `w:jc` has them."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


class Look(_Strict):
    """How paragraphs of one role look. `indent` is the first line's, in characters."""

    font: FontName
    size_pt: Points
    align: Annotated[Alignment, Field(strict=False)]
    indent: int = Field(ge=0, le=10)
    bold: bool = False
    pitch_pt: Pitch | None = None


class Looks(_Strict):
    """A look for every role; the names are those of `document.Role`, headings by level."""

    title: Look
    subtitle: Look
    date_line: Look
    recipients: Look
    salutation: Look
    heading_1: Look
    heading_2: Look
    heading_3: Look
    heading_4: Look
    body: Look
    closing: Look
    signature: Look
    caption: Look
    annex_label: Look
    annex_title: Look
    note: Look
    letterhead: Look
    document_number: Look
    annex_list: Look
    organ_mark: Look
    signer: Look
    record: Look
    table_head: Look
    table_cell: Look

    @model_validator(mode="before")
    @classmethod
    def _fill_in(cls, data: Any) -> Any:
        """What a file does not say of the frame; `signer` is in the font of `heading_2`."""
        if not isinstance(data, dict):
            return data
        filled = dict(data)
        for name, (of, other) in _TAKEN_FROM.items():
            if name not in filled and isinstance(data.get(of), dict):
                filled[name] = {**data[of], **other}
        kai = data.get("heading_2")
        if "signer" not in data and "signer" in filled and isinstance(kai, dict):
            filled["signer"] = {**filled["signer"], "font": kai.get("font")}
        return filled


_TAKEN_FROM: dict[str, tuple[str, dict[str, Any]]] = {
    "organ_mark": ("title", {"size_pt": 50, "pitch_pt": None}),
    "signer": ("document_number", {}),
    "record": ("document_number", {"size_pt": 14, "align": "left"}),
}
"""Looks of the frame that a file need not name: that of which other, and what differs."""


class Placement(StrEnum):
    """Where the page number stands: odd pages right and even pages left, or centred."""

    OUTSIDE = "outside"
    CENTER = "center"


class PageNumber(_Strict):
    """`— 1 —`: its dashes lie `below_mm` under the type area, `inset` characters from the side."""

    font: FontName
    size_pt: Points
    placement: Annotated[Placement, Field(strict=False)]
    inset: int = Field(ge=0, le=10)
    below_mm: float = Field(ge=2, le=30)


class Substitute(_Strict):
    """What to take in the place of a font, where it is missing or lacks a character."""

    font: FontName
    by: FontName


class HouseStyle(_Strict):
    """One house style. `numbers_font` is for digits and Latin, None: the Chinese font's own.

    `rare_fonts` have the characters that a font lacks (喆, 堃). `small_cells_pt` are the sizes
    that a table takes, one after the other, before its words break. `title_terms` are what no
    line of a title tears apart. `seal_lines` stay empty above an organ that is sealed,
    by a seal of `seal_mm` across.
    `charts_with_data` (图带数据) are the outputs whose charts hold a workbook to edit them by.
    `review_label` (征求意见稿) is what a 送审稿 bears. `about`
    explains the settings to whoever edits the file.
    """

    key: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str = Field(min_length=1)
    about: tuple[str, ...] = Field(strict=False)
    margins_mm: Margins
    grid: Grid
    numbers_font: FontName | None
    page_number: PageNumber
    substitutes: tuple[Substitute, ...] = Field(strict=False)
    rare_fonts: tuple[Substitute, ...] = Field(default=(), strict=False)
    review_label: str = Field(default="", max_length=20)
    title_terms: Terms = NO_TERMS
    seal_lines: int = Field(default=2, ge=1, le=4)
    seal_mm: float = Field(default=42, ge=30, le=60)
    small_cells_pt: tuple[Points, ...] = Field(default=(10.5,), strict=False)
    charts_with_data: tuple[Literal["proof", "review", "final"], ...] = Field(
        default=("proof", "review"), strict=False
    )
    looks: Looks

    @model_validator(mode="before")
    @classmethod
    def _drop_former_settings(cls, data: Any) -> Any:
        """`glue_numbers` of former files said what no program did (0052)."""
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if key != "glue_numbers"}
        return data

    @model_validator(mode="after")
    def _grid_fits(self) -> HouseStyle:
        """The promised lines and characters are exactly those that the page really holds."""
        grid = self.grid
        lines = self.text_height // self.pitch
        if lines != grid.lines:
            raise ValueError(
                f"grid.lines 写的是{grid.lines}行，按页边距和行距 {grid.pitch_pt} 磅，"
                f"一页能排{lines}行"
            )
        characters = self.text_width // self.character
        if characters != grid.characters:
            raise ValueError(
                f"grid.characters 写的是{grid.characters}字，按页边距、正文字号和字符间距，"
                f"一行能排{characters}字"
            )
        return self

    @model_validator(mode="after")
    def _page_number_is_on_paper(self) -> HouseStyle:
        """Page number and stamp end above the strip at the edge that no printer reaches."""
        room = twips(self.margins_mm.bottom) - twips(_UNPRINTED_MM)
        if self.below_number + STAMP_LINE > room:
            most = (room - STAMP_LINE - self.page_number_line / 2) / MM
            raise ValueError(
                f"page_number.below_mm 写的是{self.page_number.below_mm:g}毫米，"
                f"下边距只容得下{most:.0f}毫米"
            )
        return self

    def rare_font(self, font: str) -> str | None:
        """The font for characters that `font` does not have; None where nothing is told."""
        return next((each.by for each in self.rare_fonts if each.font == font), None)

    @property
    def page_number_line(self) -> int:
        """Height of the page number's line in twips."""
        return round(self.page_number.size_pt * 24)

    @property
    def below_number(self) -> int:
        """From the type area to the lower end of the page number's line, in twips.

        The dash, in the middle of the line, lies `below_mm` under the type area.
        """
        return twips(self.page_number.below_mm) + self.page_number_line // 2

    @property
    def text_width(self) -> int:
        """Width of the type area in twips; the page is A4."""
        return PAGE_WIDTH - twips(self.margins_mm.left) - twips(self.margins_mm.right)

    @property
    def text_height(self) -> int:
        """Height of the type area in twips."""
        return PAGE_HEIGHT - twips(self.margins_mm.top) - twips(self.margins_mm.bottom)

    @property
    def character(self) -> int:
        """Width of one character of the body in twips, its spacing included."""
        return round(self.looks.body.size_pt * 20) + self.grid.spacing_twentieths

    def spacing_of(self, look: Look) -> int:
        """Twips between characters: only those of the body's size are squeezed into the grid."""
        return self.grid.spacing_twentieths if look.size_pt == self.looks.body.size_pt else 0

    @property
    def pitch(self) -> int:
        """Line pitch of the grid in twips."""
        return round(self.grid.pitch_pt * 20)

    @property
    def fonts(self) -> tuple[str, ...]:
        """All fonts it names, in reading order: what has to be installed."""
        looks = [getattr(self.looks, name) for name in Looks.model_fields]
        named = [look.font for look in looks] + [self.page_number.font]
        if self.numbers_font is not None:
            named.append(self.numbers_font)
        return tuple(dict.fromkeys(named))


def twips(mm: float) -> int:
    """Millimetres as whole twips."""
    return round(mm * MM)


PAGE_WIDTH = twips(210)
PAGE_HEIGHT = twips(297)
