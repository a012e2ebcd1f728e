"""How the window looks: font, colours and style sheet, at any zoom and in the system's scheme.

All sizes come from the font, so that nothing is clipped between 80 and 200 %. Widgets say what
they are with dynamic properties (`role`, `state`, `wrong`, `kind`); the sheet decides the rest.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from ui.kit.colors import Colors, Scheme, colors_of, contrast

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SMALLEST, LARGEST = 80, 200

LINE = 45
"""The most characters of a line of text that is written."""

_POINTS = 10.5  # 14 px where a point is 4/3 px
_SMALL = 12.5 / 14
_FAMILIES = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "PingFang SC",
)
_TOKEN = re.compile(r"@([a-z_]+)")
_HIGH = 20.5  # the systems' ordinary windows stay below 19:1, the high-contrast ones reach 21:1


def apply(app: QApplication, zoom: int, scheme: Scheme | None = None) -> None:
    """Dress the whole application; `zoom` in percent, `scheme` None: as the system has it."""
    chosen = scheme or system_scheme(app)
    colors = colors_of(chosen)
    if app.style().objectName() != "fusion" and not app.styleSheet():
        app.setStyle(QStyleFactory.create("fusion"))
    app.setProperty("scheme", chosen.value)
    app.setStyleSheet(
        ""
    )  # one in the place of another costs Qt seven times as much as none and one
    app.setFont(font(zoom))
    app.setPalette(palette(colors))
    app.setStyleSheet(style_sheet(colors, chosen, app.font()))


def font(zoom: int) -> QFont:
    """The application's font at a zoom, bounded to what the window is made for."""
    made = QFont()
    made.setFamilies([*_FAMILIES, made.defaultFamily()])
    made.setPointSizeF(_POINTS * min(max(zoom, SMALLEST), LARGEST) / 100)
    return made


def colors() -> Colors:
    """The colours in use, for what paints itself."""
    return colors_of(current_scheme())


def current_scheme() -> Scheme:
    """The scheme the application wears; light before `apply`."""
    app = QCoreApplication.instance()
    worn = app.property("scheme") if app is not None else None
    return Scheme(worn) if worn else Scheme.LIGHT


def system_scheme(app: QGuiApplication) -> Scheme:
    """The scheme the system asks for."""
    worn = app.palette()
    app.setPalette(QPalette())
    system = app.palette()
    app.setPalette(worn)
    return scheme_of(system, is_dark=app.styleHints().colorScheme() is Qt.ColorScheme.Dark)


def scheme_of(system: QPalette, *, is_dark: bool) -> Scheme:
    """The scheme for a system's palette.

    Qt 6.8 tells dark from light but not high contrast, which shows by pure black on pure white.
    """
    ground = system.color(QPalette.ColorRole.Window).name()
    if contrast(ground, system.color(QPalette.ColorRole.WindowText).name()) >= _HIGH:
        dark_ground = contrast(ground, "#000000") < contrast(ground, "#ffffff")
        return Scheme.CONTRAST_DARK if dark_ground else Scheme.CONTRAST_LIGHT
    return Scheme.DARK if is_dark else Scheme.LIGHT


def palette(colors: Colors) -> QPalette:
    """The palette for what the style sheet leaves to the style."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colors.ground,
        QPalette.ColorRole.WindowText: colors.ink,
        QPalette.ColorRole.Base: colors.field,
        QPalette.ColorRole.AlternateBase: colors.computed,
        QPalette.ColorRole.Text: colors.ink,
        QPalette.ColorRole.PlaceholderText: colors.secondary,
        QPalette.ColorRole.Button: colors.card,
        QPalette.ColorRole.ButtonText: colors.ink,
        QPalette.ColorRole.ToolTipBase: colors.card,
        QPalette.ColorRole.ToolTipText: colors.ink,
        QPalette.ColorRole.Highlight: colors.accent,
        QPalette.ColorRole.HighlightedText: colors.on_accent,
        QPalette.ColorRole.Link: colors.accent,
        QPalette.ColorRole.Accent: colors.accent,
    }
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.edge))
    return made


def style_sheet(colors: Colors, scheme: Scheme, base: QFont) -> str:
    """The sheet with its names filled in: colours, sizes (from the font) and pictures."""
    names = asdict(colors) | sizes(base)
    ink = "light" if scheme.is_dark else "dark"
    names["icons"] = (RESOURCES / "icons" / f"{ink}-ink").as_posix()
    template = (RESOURCES / "style.qss").read_text("utf-8")
    return _TOKEN.sub(lambda found: names[found[1]], template)


def sizes(base: QFont) -> dict[str, str]:
    """Fonts and lengths of the style sheet: pixels of the 8 px grid at 100 %, grown with it."""
    points = base.pointSizeF()
    unit = points / _POINTS
    height = QFontMetrics(base).height()
    field = max(height + 3, round(20 * unit))  # a combo box adds 3 px to its text
    return {
        "families": ", ".join(f'"{family}"' for family in base.families()),
        "points": f"{points:.2f}pt",
        "gap": f"{max(2, round(4 * unit))}px",
        "gap_less": f"{max(2, round(4 * unit)) - 1}px",
        "space_less": f"{round(8 * unit) - 1}px",
        "wide_less": f"{round(16 * unit) - 1}px",
        "space": f"{round(8 * unit)}px",
        "wide": f"{round(16 * unit)}px",
        "radius": f"{round(5 * unit)}px",
        "card_radius": f"{round(8 * unit)}px",
        "field_height": f"{field}px",
        "indicator": f"{round(16 * unit)}px",
        "radio": f"{round(8 * unit)}px",
        "dot": f"{(round(16 * unit) + 2 - round(8 * unit)) // 2}px",
        "arrow": f"{round(12 * unit)}px",
        "bar": f"{round(12 * unit)}px",
        "handle": f"{round(24 * unit)}px",
        "heading_points": f"{points * 20 / 14:.1f}pt",
        "subheading_points": f"{points * 15 / 14:.1f}pt",
        "small_points": f"{max(points * _SMALL, 9):.1f}pt",
    }


def small(base: QFont) -> QFont:
    """The font of remarks, never below 12 px."""
    made = QFont(base)
    made.setPointSizeF(max(base.pointSizeF() * _SMALL, 9))
    return made


def bold(base: QFont) -> QFont:
    made = QFont(base)
    made.setBold(True)
    return made


def unit(widget: QWidget) -> int:
    """Eight pixels of the grid at 100 %, grown with the widget's font."""
    return max(4, round(8 * widget.font().pointSizeF() / _POINTS))


def line_width(widget: QWidget, characters: int = LINE) -> int:
    """The width of a line of so many characters: what is longer is hard to read."""
    return characters * widget.fontMetrics().horizontalAdvance("国")


def polish(widget: QWidget) -> None:
    """Let the sheet see a dynamic property that changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
