"""The named colours of the window, one set for each scheme.

Colour carries meaning only: red is blank or wrong, amber carried over and not yet checked, green
done; each is also said in words. Every text colour keeps 4.5:1 on the grounds it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Which set of colours; the system decides, and the window follows."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"

    @property
    def is_dark(self) -> bool:
        return self in (Scheme.DARK, Scheme.CONTRAST_DARK)


@dataclass(frozen=True, slots=True)
class Colors:
    """Colours as `#rrggbb`, by what they are for.

    `ground` is the window, `card` what stands on it, `field` what is typed in, `desk` what the
    preview's pages lie on. `…_soft` is the ground of a chip whose text has the colour itself.
    """

    ink: str
    secondary: str
    line: str
    edge: str
    ground: str
    card: str
    field: str
    computed: str
    desk: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str


_LIGHT = Colors(
    ink="#1f2933",
    secondary="#5b6672",
    line="#dfe4ea",
    edge="#838d98",
    ground="#f5f6f8",
    card="#ffffff",
    field="#ffffff",
    computed="#f1f3f6",
    desk="#e6e9ee",
    accent="#1f5fa8",
    accent_hover="#184d8a",
    accent_soft="#e8f0f9",
    on_accent="#ffffff",
    red="#b3261e",
    red_soft="#fdeceb",
    amber="#855900",
    amber_soft="#fff4d6",
    green="#26704a",
    green_soft="#e3f4ea",
)
_DARK = Colors(
    ink="#e8ebef",
    secondary="#aab4bf",
    line="#3a424c",
    edge="#7d8894",
    ground="#1b1f24",
    card="#242a31",
    field="#1b1f24",
    computed="#2e353d",
    desk="#14171b",
    accent="#7db4f0",
    accent_hover="#9cc7f5",
    accent_soft="#2a3c52",
    on_accent="#0f1b29",
    red="#ff9b93",
    red_soft="#4a2524",
    amber="#f2c464",
    amber_soft="#453817",
    green="#7fd3a2",
    green_soft="#1f3f2d",
)
_CONTRAST_LIGHT = Colors(
    ink="#000000",
    secondary="#000000",
    line="#000000",
    edge="#000000",
    ground="#ffffff",
    card="#ffffff",
    field="#ffffff",
    computed="#ffffff",
    desk="#ffffff",
    accent="#00308f",
    accent_hover="#001f5c",
    accent_soft="#ffffff",
    on_accent="#ffffff",
    red="#8b0000",
    red_soft="#ffffff",
    amber="#5c3d00",
    amber_soft="#ffffff",
    green="#00441b",
    green_soft="#ffffff",
)
_CONTRAST_DARK = Colors(
    ink="#ffffff",
    secondary="#ffffff",
    line="#ffffff",
    edge="#ffffff",
    ground="#000000",
    card="#000000",
    field="#000000",
    computed="#000000",
    desk="#000000",
    accent="#ffff00",
    accent_hover="#ffffff",
    accent_soft="#000000",
    on_accent="#000000",
    red="#ff8f8f",
    red_soft="#000000",
    amber="#ffd75e",
    amber_soft="#000000",
    green="#7cff9b",
    green_soft="#000000",
)
_SETS = {
    Scheme.LIGHT: _LIGHT,
    Scheme.DARK: _DARK,
    Scheme.CONTRAST_LIGHT: _CONTRAST_LIGHT,
    Scheme.CONTRAST_DARK: _CONTRAST_DARK,
}


def colors_of(scheme: Scheme) -> Colors:
    """The colours of a scheme."""
    return _SETS[scheme]


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
