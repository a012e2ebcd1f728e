"""What stands on laid out pages, as text: for tests to compare."""

from __future__ import annotations

from collections.abc import Sequence

from model.paging.pages import Page
from model.typesetting.house_style import HouseStyle
from ui.preview.finding import Text, texts


def lines(text: Text) -> list[str]:
    """The lines of a text that stand on its page."""
    shown = text.laid.lines[text.first : text.last]
    return [text.laid.text[line.start : line.end] for line in shown]


def page_lines(page: Page, style: HouseStyle) -> list[str]:
    """All lines of a page in reading order; cells of tables are lines too."""
    return [line for text in texts(page, style) for line in lines(text)]


def snapshot(pages: Sequence[Page], style: HouseStyle) -> list[list[tuple[float, float, str]]]:
    """Every line of every page with its place, so that two layouts can be compared."""
    return [
        [
            (round(text.left + text.laid.edges(number)[0], 3), round(text.top, 3), line)
            for text in texts(page, style)
            for number, line in enumerate(lines(text), text.first)
        ]
        for page in pages
    ]
