"""Colours stay readable in every scheme, sizes follow the font, and the sheet is complete."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QMenu,
    QMenuBar,
    QStatusBar,
    QTabBar,
    QTableWidget,
    QToolButton,
)

from ui.kit import theme
from ui.kit.colors import Scheme, colors_of, contrast

GROUNDS = ("ground", "card", "field", "computed", "accent_soft")
TEXTS = ("ink", "secondary", "accent", "red")
CHIPS = (("red", "red_soft"), ("amber", "amber_soft"), ("green", "green_soft"))


@pytest.mark.parametrize("scheme", Scheme)
def test_text_stands_out_from_every_ground(scheme: Scheme) -> None:
    colors = colors_of(scheme)
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [*CHIPS, ("on_accent", "accent"), ("on_accent", "accent_hover")]
    faint = [
        (text, ground, round(found, 2))
        for text, ground in pairs
        if (found := contrast(getattr(colors, text), getattr(colors, ground))) < 4.5
    ]
    assert faint == []


@pytest.mark.parametrize("scheme", Scheme)
def test_edges_of_fields_and_focus_marks_are_seen(scheme: Scheme) -> None:
    colors = colors_of(scheme)
    for edge in (colors.edge, colors.accent, colors.red):
        for ground in (colors.ground, colors.card, colors.field):
            assert contrast(edge, ground) >= 3, (edge, ground)


@pytest.mark.parametrize("scheme", [Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK])
def test_high_contrast_has_only_strong_text(scheme: Scheme) -> None:
    colors = colors_of(scheme)
    assert all(contrast(getattr(colors, text), colors.ground) >= 7 for text in TEXTS)


def test_black_on_white_is_the_strongest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_the_sheet_has_all_its_names_filled_in(scheme: Scheme, zoom: int) -> None:
    sheet = theme.style_sheet(colors_of(scheme), scheme, theme.font(zoom))
    assert "@" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert all((theme.RESOURCES / path).is_file() for path in pictures)


def test_sizes_grow_with_the_font_and_text_is_never_below_12_px(dressed: QApplication) -> None:
    half, whole, double = (theme.sizes(theme.font(zoom)) for zoom in (80, 100, 200))
    height = [int(one["field_height"].removesuffix("px")) for one in (half, whole, double)]
    assert height == sorted(set(height))
    assert float(half["small_points"].removesuffix("pt")) >= 9


def test_the_zoom_of_the_font_is_bounded() -> None:
    assert theme.font(10) == theme.font(80)
    assert theme.font(900) == theme.font(200)


@pytest.mark.parametrize(
    ("ground", "ink", "expected"),
    [
        ("#efefef", "#000000", Scheme.LIGHT),
        ("#ffffff", "#000000", Scheme.CONTRAST_LIGHT),
        ("#000000", "#ffffff", Scheme.CONTRAST_DARK),
        ("#2b2b2b", "#ffffff", Scheme.LIGHT),  # dark is told by the system, not by the palette
    ],
)
def test_high_contrast_is_seen_in_the_systems_palette(
    ground: str, ink: str, expected: Scheme
) -> None:
    assert theme.scheme_of(_palette(ground, ink), is_dark=False) is expected


def test_dark_is_what_the_system_says() -> None:
    assert theme.scheme_of(_palette("#2b2b2b", "#eeeeee"), is_dark=True) is Scheme.DARK


def test_what_paints_itself_gets_the_colours_that_are_worn(dressed: QApplication) -> None:
    theme.apply(dressed, 100, Scheme.DARK)
    assert theme.colors() == colors_of(Scheme.DARK)
    assert dressed.palette().color(QPalette.ColorRole.Window).name() == theme.colors().ground


def _palette(ground: str, ink: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    return palette


@pytest.mark.parametrize("zoom", [100, 200])
def test_fonts_that_the_system_gives_to_a_class_do_not_stop_the_zoom(
    qapp: QApplication, dressed: QApplication, zoom: int
) -> None:
    classes = (QMenuBar, QMenu, QStatusBar, QListWidget, QTableWidget, QToolButton, QTabBar)
    theme.apply(qapp, zoom, Scheme.LIGHT)
    for kind in classes:
        qapp.setFont(QFont("DejaVu Sans", 6), kind.__name__)  # type: ignore[arg-type]
    widgets = [kind() for kind in classes]
    table = widgets[4]
    assert isinstance(table, QTableWidget)
    for widget in (*widgets, table.horizontalHeader()):
        widget.ensurePolished()
        assert widget.font().pointSizeF() == pytest.approx(10.5 * zoom / 100, abs=0.01)
        assert widget.font().families()[0] == theme.font(zoom).families()[0]
    qapp.setFont(theme.font(100))
