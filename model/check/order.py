"""编号: signs that jump or repeat, through the text and inside its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Correction, Problem
from model.check.rule import Family, Rule
from model.check.spots import spot_of
from model.check.subject import Subject
from model.document import Paragraph, Part
from model.parse.corrections import Correction as Found
from model.parse.corrections import find_numbering
from model.wording.numbering import recognize


def _jumps(subject: Subject) -> Iterator[Problem]:
    for found in find_numbering([shape for _, shape in subject.shapes]):
        line, _ = subject.shapes[found.paragraph]
        spot = spot_of(line, found.start, found.end)
        if spot is None:
            continue
        message = f"“{found.before}”：{found.reason}"
        problem = ORDER.problem(spot.place, message)
        correction = _of_sign(line, found) or _of_text(spot.place, spot.start, found)
        yield problem._replace(corrections=(correction,) if correction else ())


def _of_text(place: str, start: int | None, found: Found) -> Correction | None:
    if start is None:
        return None
    end = start + found.end - found.start
    return Correction(place, start, end, found.before, found.after, found.reason)


def _of_sign(line: Paragraph, found: Found) -> Correction | None:
    """A sign corrected to another is numbered by its style from now on; '' takes it away."""
    at = 0
    for span in line.spans:
        begins, at = at, at + len(span.text)
        if not begins <= found.start < at:
            continue
        if span.part is not Part.MARKER or span.place is None:
            return None
        start, end = found.start - begins, found.end - begins
        renewed = (span.text[:start] + found.after + span.text[end:]).strip()
        if renewed and recognize(renewed) is None:
            return None
        return Correction(span.place, 0, len(span.text), span.text, renewed, found.reason)
    return None


ORDER = Rule(
    key="numbering-order",
    title="编号不连续",
    reason="编号跳了、重了，或前面没有上一点",
    source="《党政机关公文格式》（GB/T 9704—2012）7.3.3",
    fix="改编号；如果是漏了一部分，补上",
    silent="各部分下重新编号，或接着上一部分编号",
    in_report=_jumps,
)
FAMILY = Family("编号", (ORDER,))
