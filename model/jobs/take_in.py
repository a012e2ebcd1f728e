"""An old manuscript on its way to a project: read, understood, its roles corrected, taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from model.cleaning.several_reports import disorder
from model.errors import ReadRefused
from model.jobs.intake_messages import reading_notes
from model.library import shipped
from model.parse.about import period_in_name, period_of_text, place_named, superior_named
from model.parse.intake import Intake, intake
from model.parse.numbers import numbers_of_text
from model.parse.override import ROLES, role_of, with_role
from model.parse.structure import Given, Shape
from model.parse.understand import Understanding, lexicon_of, understand
from model.reading.files import read_file
from model.reading.source import BOX, Source
from model.reading.text_file import read_pasted
from model.report.project import Organization
from model.values.facet import Facet
from model.values.period import Period
from model.wording.finding.mentions import Mention
from model.wording.finding.names import Lexicon

_FACETS = {facet.value: facet.label for facet in Facet}
_ANY = Period(2000, 1, 12)
_NO_TEXT = "里面没有文字。请选另一个文件，或者把文字粘贴进来。"
_ALL_IN_BOXES = "里面的文字都在文本框里。请勾上“把文本框里的字放进正文”，再来读。"


class Manuscript(NamedTuple):
    """What was read and understood; `given` are the roles that the clerk corrected, `remarks` what
    was left out or not understood, in sentences, `file` the name of its file without ending."""

    source: Source
    understood: Understanding
    given: Mapping[int, Given]
    remarks: tuple[str, ...]
    file: str = ""


class Recognized(NamedTuple):
    """One line as the clerk checks it. `figures` are the spans of its numbers in `text`, `said`
    what each of them was taken for."""

    text: str
    role: Given
    label: str
    sign: str
    lead: str
    figures: tuple[tuple[int, int], ...]
    said: tuple[str, ...]
    is_corrected: bool


def source_of(path: Path, *, converted: bool = False) -> Source:
    """The lines of a file, before anything is understood of them; `converted` from an old format
    by a program of this PC. Raises `ReadRefused`."""
    return read_file(path, converted=converted)


def pasted_source(text: str) -> Source:
    """The lines of pasted text; raises `ReadRefused`."""
    return read_pasted(text)


def make_manuscript(source: Source, file: str = "") -> Manuscript:
    """The manuscript of these lines; may take seconds. Raises `ReadRefused`."""
    found = understand(source, lexicon_of_bank())
    if not found.shapes:
        boxed = any(note.kind == BOX for note in source.notes)
        raise ReadRefused(_ALL_IN_BOXES if boxed else _NO_TEXT)
    return Manuscript(source, found, {}, _remarks(source, found), file)


def corrected(manuscript: Manuscript, lines: Iterable[int], role: Given) -> Manuscript:
    """The manuscript with another role for these lines."""
    source = manuscript.source
    given, found = with_role(source, lexicon_of_bank(), manuscript.given, lines, role)
    return Manuscript(source, found, given, _remarks(source, found), manuscript.file)


def recognized(manuscript: Manuscript) -> tuple[Recognized, ...]:
    """All lines that are not blank, in order."""
    found = manuscript.understood
    return tuple(
        _recognized(shape, mentions, number in manuscript.given)
        for number, (shape, mentions) in enumerate(zip(found.shapes, found.mentions, strict=True))
    )


def place(manuscript: Manuscript) -> str:
    """Whose report it is; '' where nothing says."""
    found = place_named(manuscript.understood.shapes, manuscript.file)
    return found.name if found else ""


def superior(manuscript: Manuscript) -> str:
    """The superior of the place; '' where nothing says."""
    found = superior_named(manuscript.understood.shapes)
    return found.name if found else ""


def seen_in(manuscript: Manuscript) -> str:
    """In which words place, superior and period were seen, in a sentence; '' for nowhere."""
    shapes = manuscript.understood.shapes
    told = [
        f"{called}“{found.name}”见“{found.words}”"
        for called, found in (
            ("地方", place_named(shapes, manuscript.file)),
            ("上级", superior_named(shapes)),
        )
        if found
    ]
    in_file = period_in_name(manuscript.file)
    if period_of_text(shapes) is None and in_file is not None:
        told.append(f"报告期见文件名“{manuscript.file}”")
    return f"{'；'.join(told)}。" if told else ""


def period(manuscript: Manuscript) -> Period | None:
    """Of which period it is; None where it does not say."""
    found = period_of_text(manuscript.understood.shapes)
    return found or period_in_name(manuscript.file)


def _remarks(source: Source, found: Understanding) -> tuple[str, ...]:
    of = period_of_text(found.shapes) or _ANY
    numbers = numbers_of_text(found, shipped.bank(), of)
    said = list(reading_notes(found))
    if numbers.unknown:
        said.append(f"不在指标库里、会留在文字中的数：{'、'.join(numbers.unknown)}。")
    if numbers.twice:
        said.append(f"前后写得不一样的数：{'、'.join(numbers.twice)}。")
    if found.corrections:
        count = len(found.corrections)
        said.append(f"有{count}处像是笔误，原样保留，建成材料以后可以逐处改正。")
    if told := disorder(source.blocks):
        said.append(told)
    return tuple(said)


def take_in(
    manuscript: Manuscript, organization: Organization, of: Period, template: str | None
) -> Intake:
    """The project that says the manuscript; `template` None keeps its own structure."""
    return intake(
        manuscript.source,
        manuscript.understood,
        shipped.bank(),
        organization,
        of,
        shipped.template(template) if template else None,
    )


@cache
def lexicon_of_bank() -> Lexicon:
    """The names of all indicators of the bank."""
    return lexicon_of(shipped.bank())


def _recognized(shape: Shape, mentions: tuple[Mention, ...], is_corrected: bool) -> Recognized:
    spans = [shape.marker, *(point.marker for point in shape.points)]
    leads = [shape.lead, *(point.lead for point in shape.points)]
    role = role_of(shape)
    return Recognized(
        shape.text,
        role,
        ROLES[role],
        " ".join(shape.text[span[0] : span[1]].strip() for span in spans if span),
        " ".join(shape.text[span[0] : span[1]].strip() for span in leads if span),
        tuple((one.figure.start, one.figure.end) for one in mentions),
        tuple(_said(one) for one in mentions),
        is_corrected,
    )


def _said(mention: Mention) -> str:
    figure = mention.figure
    what = " ".join(filter(None, (mention.indicator, _FACETS.get(mention.facet, ""))))
    number = f"{figure.text}{figure.unit}"
    return f"{number}（{what}）" if what else number
