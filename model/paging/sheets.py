"""THE SHEETS of a whole document: its pages, and 版记 on the last even one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from model.document import Document, Paragraph
from model.paging.breaking import PLAIN
from model.paging.faces import Faces, NominalFaces
from model.paging.layout import Typesetter
from model.paging.pages import Page, Pages, Paginator, Placed
from model.paging.paragraph import Laid, Measure
from model.paging.record import Ending, Foot, ends, laid_foot
from model.typesetting.house_style import Alignment, HouseStyle
from model.typesetting.record import cut_record

_NOTHING = Laid((), (), (), Measure(0, 0, 0, Alignment.LEFT, 0, PLAIN))
_BLANK: Page = (Placed(_NOTHING, 0, 0, 0, is_numbered=False),)


class Last(NamedTuple):
    """Where 版记 stands, and the page with it."""

    ending: Ending
    page: Page


class Sheets(Sequence[Page]):
    """All pages, with 版记 and the blank page before it."""

    def __init__(self, pages: Pages, last: Last | None = None) -> None:
        self._pages = pages
        self.last = last

    def __len__(self) -> int:
        return self.last.ending.page if self.last else len(self._pages)

    @overload
    def __getitem__(self, number: int) -> Page: ...
    @overload
    def __getitem__(self, number: slice) -> list[Page]: ...
    def __getitem__(self, number: int | slice) -> Page | list[Page]:
        if isinstance(number, slice):
            return [self[at] for at in range(len(self))[number]]
        at = range(len(self))[number]
        if self.last and at == self.last.ending.page - 1:
            return self.last.page
        return self._pages[at] if at < len(self._pages) else _BLANK

    def showing(self, owner: str) -> Iterator[int]:
        """The pages that show anything of an owner of places, in order; one may come twice."""
        yield from self._pages.showing(owner)
        if self.last and any(owner in placed.laid.owners for placed in self.last.page):
            yield self.last.ending.page - 1


class Binder:
    """Sets documents in one house style; pages that are as before are the very same objects."""

    def __init__(self, style: HouseStyle, faces: Faces) -> None:
        self._style = style
        self._faces = faces
        self._typesetter = Typesetter(style, faces)
        self._paginator = Paginator(style.text_height, style.text_width)
        self._record: tuple[Paragraph, ...] = ()
        self._foot = Foot((), 0)
        self._under: Page = ()
        self._last: Last | None = None

    def sheets(self, document: Document) -> Sheets:
        """The pages of a document."""
        pages = self._paginator.cut(self._typesetter.lay_out(document))
        record = cut_record(document.body)[1]
        if not record:
            return Sheets(pages)
        if record != self._record:
            self._record, self._last = record, None
            self._foot = laid_foot(record, self._style, self._faces)
        found = ends(pages, self._style, self._foot.height)
        under = pages[len(pages) - 1] if found.follows else ()
        if self._last is None or self._last.ending != found or self._under is not under:
            self._under, self._last = under, Last(found, self._page(under, found))
        return Sheets(pages, self._last)

    def _page(self, under: Page, found: Ending) -> Page:
        foot = (placed._replace(is_numbered=found.numbered) for placed in self._foot.placed)
        return (*under, *foot)


def ending(document: Document, style: HouseStyle) -> Ending | None:
    """Where 版记 stands by the fonts of the standard; None for a text without."""
    if not cut_record(document.body)[1]:
        return None
    last = Binder(style, NominalFaces(style)).sheets(document).last
    return last.ending if last else None
