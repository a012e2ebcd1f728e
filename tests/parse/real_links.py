"""Links proposed in real reports, by paragraph and offset: the facts alone, no word of the text."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from model.compose.compose import compose
from model.document import Paragraph, Part
from model.jobs import take_in
from model.library import shipped
from model.parse.linking import ties
from model.report.project import Organization, Project
from model.values.period import Period
from tests import manuscripts

LABELS = Path(__file__).parent.parent / "data" / "reading" / "links.tsv"
NONE = "-"


class Label(NamedTuple):
    """What a figure of a real report is to be tied to: a link without its braces, or `-`."""

    file: str
    paragraph: int
    start: int
    link: str


def labels() -> list[Label]:
    """The figures labelled by hand."""
    rows = (line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines())
    return [Label(file, int(paragraph), int(start), link) for file, paragraph, start, link in rows]


def proposed_links(path: Path) -> dict[tuple[int, int], str]:
    """What is proposed in a file, by paragraph and by where the number itself begins."""
    manuscript = manuscripts.read(path)
    period = take_in.period(manuscript) or Period(2020, 1, 12)
    place = take_in.place(manuscript) or "某县"
    project = take_in.take_in(manuscript, Organization(name=place), period, None).project
    begins = _begins(project)
    found: dict[tuple[int, int], str] = {}
    for tie in ties(project, project.reports[0], shipped.bank()):
        paragraph, begin = begins[tie.place]
        number = next(at for at, sign in enumerate(tie.before) if sign.isdigit())
        found[paragraph, begin + tie.start + number] = tie.link.strip("{@}").removesuffix("|n")
    return found


def _begins(project: Project) -> dict[str, tuple[int, int]]:
    """The paragraph in which the text of each item stands, and where it begins there."""
    found: dict[str, tuple[int, int]] = {}
    lines = (one for one in compose(project, project.reports[0]).body if isinstance(one, Paragraph))
    for number, line in enumerate(one for one in lines if one.text.strip()):
        at = 0
        for span in line.spans:
            place = span.place or ""
            is_text = span.part is not Part.MARKER and ".lead" not in place
            if place and is_text:
                found.setdefault(f"{place.partition('.')[0]}.text", (number, at))
            at += len(span.text)
    return found
