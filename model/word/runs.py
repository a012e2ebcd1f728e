"""RUNS: spans of text as `w:r`, each in its font, marked in a proof, joined where alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from model.document import Paragraph, Part, Role, Span
from model.values.state import State
from model.word.elements import element, run_properties
from model.word.names import LEADS
from model.word.sanitize import SPECIAL, Removed, clean, text_xml, told

_HINT = re.compile("[\u0080-\u2e7f\ue000-\uf8ff]")
"""Characters that Word sets in the Latin font unless told otherwise: “ ” ‘ ’ …… —— · × ①."""

_MARKS = {
    State.EMPTY: {"highlight": element("highlight", val="yellow")},
    State.CARRIED: {"shd": element("shd", val="clear", color="auto", fill="DCE9F7")},
}

NOTHING: Mapping[int, str] = {}


def lead_length(paragraph: Paragraph) -> int:
    """How many spans at the beginning are set in the heading's font: marker and lead.

    0 where no lead opens the paragraph, so that a bare marker stays in the body's font.
    """
    if paragraph.role is Role.HEADING or not paragraph.level:
        return 0
    spans = paragraph.spans
    end = 0
    while end < len(spans) and spans[end].part is Part.MARKER:
        end += 1
    markers = end
    while end < len(spans) and spans[end].part is Part.LEAD:
        end += 1
    return end if end > markers else 0


class Runs:
    """Writes spans as runs; remembers what was taken out of the text."""

    def __init__(self, *, marked: bool) -> None:
        """`marked`: blanks and carried text are shown as such."""
        self.removed: list[Removed] = []
        self._marks = _MARKS if marked else {}
        self._properties: dict[tuple[int, State | None, bool], str] = {}

    def xml(
        self,
        spans: Sequence[Span],
        *,
        lead: int = 0,
        level: int = 0,
        starts: Mapping[int, str] = NOTHING,
        ends: Mapping[int, str] = NOTHING,
        keep_breaks: bool = False,
    ) -> str:
        """Runs for `spans`, the first `lead` of them in the font of headings of `level`.

        `starts` and `ends` are bookmarks before and after the span of an index.
        """
        out: list[str] = []
        pending = ""
        form: tuple[int, State | None] = (0, None)
        for index, span in enumerate(spans):
            text = span.text
            if SPECIAL.search(text):
                text = self.cleaned(span, keep_breaks=keep_breaks)
            mark = span.state if span.state in self._marks else None
            wanted = (level if index < lead else 0, mark)
            if pending and (wanted != form or index in starts or index - 1 in ends):
                out.append(self._run(pending, form))
                pending = ""
            form = wanted
            if starts or ends:
                out.append(ends.get(index - 1, "") + starts.get(index, ""))
            pending += text
        if pending:
            out.append(self._run(pending, form))
        if ends:
            out.append(ends.get(len(spans) - 1, ""))
        return "".join(out)

    def cleaned(self, span: Span, *, keep_breaks: bool) -> str:
        """The text of a span without what must not reach the file, which is remembered."""
        text, found = clean(span.text, keep_breaks=keep_breaks)
        if found:
            self.removed.append(told(span.place, found))
        return text

    def _run(self, text: str, form: tuple[int, State | None]) -> str:
        hinted = _HINT.search(text) is not None
        key = (*form, hinted)
        properties = self._properties.get(key)
        if properties is None:
            properties = self._properties[key] = self._made(*key)
        return f"<w:r>{properties}{text_xml(text)}</w:r>"

    def _made(self, level: int, mark: State | None, hinted: bool) -> str:
        properties = dict(self._marks[mark]) if mark is not None else {}
        if level:
            properties["rStyle"] = element("rStyle", val=LEADS[level].id)
        if hinted:
            properties["rFonts"] = element("rFonts", hint="eastAsia")
        return run_properties(**properties)
