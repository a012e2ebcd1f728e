"""RUNS: spans of text as `w:r`, each in its font, marked in a proof, joined where alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from model.document import Edited, Span
from model.typesetting.house_style import HouseStyle, Look
from model.typesetting.letterhead import MarkLine
from model.typesetting.rare import pieces
from model.typesetting.sanitize import SPECIAL, Removed, clean, is_plain, text_xml, told
from model.values.gb2312 import has_rare
from model.values.state import State
from model.word.write.elements import element, run_properties
from model.word.write.names import LEADS

_NEEDS_HINT = re.compile("[\u0080-\u2e7f\ue000-\uf8ff]")
"""Characters that Word sets in the Latin font unless told otherwise: “ ” ‘ ’ …… —— · × ①."""


_FILLED, _EMPTY, _CARRIED = State.FILLED, State.EMPTY, State.CARRIED
_BLANK_MARK, _CARRIED_MARK, _ADDED_MARK, _DELETED_MARK, _MARKS = 1, 2, 3, 4, 8
_RED = element("color", val="C00000")
_MARKED = {
    _BLANK_MARK: {"highlight": element("highlight", val="yellow")},
    _CARRIED_MARK: {"shd": element("shd", val="clear", color="auto", fill="DCE9F7")},
    _ADDED_MARK: {"u": element("u", val="single"), "color": _RED},
    _DELETED_MARK: {"strike": element("strike"), "color": _RED},
}
_EDITED = {Edited.ADDED: _ADDED_MARK, Edited.DELETED: _DELETED_MARK}
"""What a proof shows of a run: a blank, text of last period; and 花脸稿, whatever the mode, what
was added and deleted. A run's form is a plain number, `level * _MARKS + mark`, for it is compared
and looked up for every span."""

Edges = tuple[Mapping[int, str], Mapping[int, str]]
"""Elements before and after the span of an index."""


class Runs:
    """Writes spans as runs; remembers what was taken out of the text."""

    def __init__(self, style: HouseStyle, *, marked: bool) -> None:
        """`marked`: blanks and carried text are shown as such."""
        self.removed: list[Removed] = []
        self._style = style
        self._looks = style.looks
        self._font = ""
        self._marked = marked
        self._beginnings: dict[int, tuple[str, str]] = {}

    def xml(
        self,
        spans: Sequence[Span],
        lead: int = 0,
        level: int = 0,
        bookmarks: Edges | None = None,
        *,
        keep_breaks: bool = False,
        font: str = "",
    ) -> str:
        """Runs for `spans`, the first `lead` of them in the font of headings of `level`.

        `bookmarks` are the starts before and the ends after the span of an index; `font` is the
        Chinese one of all but the lead.
        """
        out, pending, form, plain, marked = "", "", 0, True, self._marked
        whole = "".join([span.text for span in spans])
        all_plain, self._font = is_plain(whole), font if has_rare(whole) else ""
        for index, span in enumerate(spans):
            text, wanted = span.text, level * _MARKS if index < lead else 0
            special = not all_plain and SPECIAL.search(text) is not None
            if special:
                text = self.cleaned(span, keep_breaks=keep_breaks)
            if marked and (state := span.state) is not _FILLED:
                wanted += _mark(state)
            if span.edited is not None:
                wanted = level * _MARKS * (index < lead) + _EDITED[span.edited]
            edge = _edge(bookmarks, index) if bookmarks else ""
            if edge or wanted != form:
                out += self._run(pending, form, plain) + edge
                pending, form, plain = text, wanted, not special
            else:
                pending += text
                plain = plain and not special
        out += self._run(pending, form, plain)
        return out + _edge(bookmarks, len(spans)) if bookmarks else out

    def mark_xml(self, spans: Sequence[Span], mark: MarkLine) -> str:
        """One line of 发文机关标志; nothing follows its last character, so that it is centred."""
        text = "".join(self.cleaned(span, keep_breaks=False) for span in spans)
        size = {"sz": element("sz", val=round(mark.size_pt * 2))}
        size["szCs"] = element("szCs", val=round(mark.size_pt * 2))
        spread = {"spacing": element("spacing", val=mark.spacing)}
        return "".join(
            f"<w:r>{run_properties(**given)}{text_xml(piece)}</w:r>"
            for piece, given in ((text[:-1], size | spread), (text[-1:], size))
            if piece
        )

    def cleaned(self, span: Span, *, keep_breaks: bool) -> str:
        """The text of a span without what must not reach the file, which is remembered."""
        text, found = clean(span.text, keep_breaks=keep_breaks)
        if found:
            self.removed.append(told(span.place, found))
        return text

    def _run(self, text: str, form: int, plain: bool) -> str:
        """One run, `plain` if its text can stand as it is; nothing for no text."""
        if not text:
            return ""
        if self._font and has_rare(text):
            return self._rare_runs(text, form, plain)
        return self._usual_run(text, form, plain)

    def _usual_run(self, text: str, form: int, plain: bool) -> str:
        beginnings = self._beginnings.get(form)
        if beginnings is None:
            beginnings = self._beginnings[form] = _beginnings(form)
        beginning = beginnings[_NEEDS_HINT.search(text) is not None]
        return f"{beginning}{f'<w:t>{text}</w:t>' if plain else text_xml(text)}</w:r>"

    def _rare_runs(self, text: str, form: int, plain: bool) -> str:
        """Runs for a text with characters that its font lacks, these in the font that has them."""
        level = form // _MARKS
        look: Look | None = getattr(self._looks, LEADS[level].look) if level else None
        by = self._style.rare_font(self._font if look is None else look.font)
        if by is None:
            return self._usual_run(text, form, plain)
        fonts = {"rFonts": element("rFonts", hint="eastAsia", eastAsia=by)}
        rare = f"<w:r>{run_properties(**_properties(form), **fonts)}"
        return "".join(
            f"{rare}<w:t>{piece}</w:t></w:r>" if is_rare else self._usual_run(piece, form, plain)
            for piece, is_rare in pieces(text)
        )


def _edge(edges: Edges, index: int) -> str:
    """What stands between the span of `index` and the one before it."""
    starts, ends = edges
    return ends.get(index - 1, "") + starts.get(index, "")


def _mark(state: State) -> int:
    if state is _EMPTY:
        return _BLANK_MARK
    return _CARRIED_MARK if state is _CARRIED else 0


def _properties(form: int) -> dict[str, str]:
    """What a run of a form says of itself."""
    level, mark = divmod(form, _MARKS)
    properties = dict(_MARKED.get(mark, {}))
    if level:
        properties["rStyle"] = element("rStyle", val=LEADS[level].id)
    return properties


def _beginnings(form: int) -> tuple[str, str]:
    """How a run of a form begins, without and with the hint for the Chinese font."""
    properties = _properties(form)
    hint = {"rFonts": element("rFonts", hint="eastAsia")}
    return f"<w:r>{run_properties(**properties)}", f"<w:r>{run_properties(**properties, **hint)}"
