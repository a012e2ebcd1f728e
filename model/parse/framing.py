"""The frame of an official document in a manuscript (版头、附件说明、附注), and its annexes.

All by form, from both ends inwards. What does not compose to the very same lines is left in the
text by who asks (`intake`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from model.parse.content import Element
from model.parse.structure import Shape
from model.parse.structure_frame import (
    CONTACT,
    COPIES,
    COPY,
    DAY,
    LABEL,
    MARK,
    NUMBER,
    PEOPLE,
    PRINTED,
    SECRECY,
    SIGNED,
    annex_list,
    closed,
    head_lines,
    record_lines,
)
from model.report.frame import Frame, Letterhead, Urgency
from model.report.report import Front
from model.wording.links import escaped

_URGENCY: Final = {each.label: each for each in Urgency}


class Framed(NamedTuple):
    """The frame, what stands in it, and the annexes behind it: each a title and its lines."""

    frame: Frame
    content: tuple[Element, ...]
    annexes: tuple[tuple[str, tuple[Element, ...]], ...]


def taken(elements: Sequence[Element], *, sealed: bool) -> Framed:
    """Take the frame and the annexes off a manuscript."""
    found: dict[str, Any] = {}
    texts = [_text(element) for element in elements]
    begins = head_lines(texts)
    for text in texts[:begins]:
        _add_head(text, found)
    for at in (record := record_lines(texts)):
        _add_record(texts[at], found)
    if record:
        elements, texts = elements[: record.start], texts[: record.start]
    labels = [at for at, text in enumerate(texts) if LABEL.fullmatch(text)]
    until = labels[0] if labels else len(elements)
    body = list(range(begins, until))
    for at in reversed(body):
        if contact := CONTACT.fullmatch(texts[at]):
            found["contact"] = escaped(contact["contact"])
            body.remove(at)
            break
        if not DAY.fullmatch(texts[at]) and texts[at]:
            break
    listed = annex_list(texts)
    body = [at for at in body if at not in listed]
    is_framed = bool(found) or bool(listed)
    frame = Frame(official=is_framed, sealed=is_framed and sealed, **found)
    ends = [*labels[1:], len(elements)]
    annexes = tuple(
        (texts[at + 1] if at + 1 < end else "", tuple(elements[at + 2 : end]))
        for at, end in zip(labels, ends, strict=bool(labels))
    )
    return Framed(frame, tuple(elements[at] for at in body), annexes)


def addressed(front: Front) -> Front:
    """The front matter of an official document: the organs it is for stand as 主送机关."""
    said = front.salutation
    if not said or front.recipients or "\n" in said or PEOPLE.search(said):
        return front
    return front.changed(recipients=said, salutation=None)


def plain(text: str) -> str:
    """A text to compare by: the room between number, 签发人 and names is no part of it, nor are
    the gaps that spread a mark."""
    return "\n".join(map(_plain_line, text.split("\n")))


def _plain_line(line: str) -> str:
    said = line.strip()
    if NUMBER.fullmatch(said) or SIGNED.fullmatch(said):
        return "\t".join(said.split())
    if copied := COPIES.fullmatch(said):
        return f"抄送：{copied['copies']}"
    if printed := PRINTED.fullmatch(said):
        return f"{printed['by'] or ''}\t{printed['on']}印发"
    return closed(said) if MARK.fullmatch(closed(said)) else line


def _add_head(text: str, found: dict[str, Any]) -> None:
    """What a line of 版头 says."""
    if COPY.fullmatch(text):
        found["copy_number"] = text
    elif SECRECY.fullmatch(text):
        found["secrecy"] = text
    elif text in _URGENCY:
        found["urgency"] = _URGENCY[text]
    elif said := NUMBER.fullmatch(text) or SIGNED.fullmatch(text):
        if "number" in said.re.groupindex:
            found["document_number"] = escaped(said["number"])
        found["signers"] = (*found.get("signers", ()), *(said["signers"] or "").split())
    else:
        lines = [found["organ_mark"]] if "organ_mark" in found else []
        found["organ_mark"] = "\n".join([*lines, escaped(closed(text))])
        found["letterhead"] = Letterhead.PRINTED


def _add_record(text: str, found: dict[str, Any]) -> None:
    """What a line of 版记 says."""
    if copied := COPIES.fullmatch(text):
        found["copies"] = escaped(copied["copies"])
    elif printed := PRINTED.fullmatch(text):
        found["printed_on"] = escaped(printed["on"])
        if printed["by"]:
            found["printed_by"] = escaped(printed["by"])


def _text(element: Element) -> str:
    if isinstance(element, Shape):
        return element.text.strip()
    return element.strip() if isinstance(element, str) else ""
