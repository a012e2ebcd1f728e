"""One text in a project: front matter and content."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Constraint

from model.report.record import Record
from model.report.section import Content

TemplateKey = Annotated[str, Constraint(pattern=r"^[a-z]+(-[a-z]+)*$")]


class TemplateRef(Record):
    """Which template a report was made from."""

    key: TemplateKey
    version: int = Constraint(default=1, ge=1)


class Front(Record):
    """What stands before and after the content. Texts may hold fields; None leaves a line out.

    `subtitle` is the organ or speaker under the title, `date_line` the date in brackets below,
    `recipients` the 主送机关, `closing` the courtesy at the end, `signature` and `issued` the
    organ and the date of issue (GB/T 9704-2012, 7.3.5).
    """

    title: str = ""
    subtitle: str | None = None
    date_line: str | None = None
    recipients: str | None = None
    salutation: str | None = None
    closing: str | None = None
    signature: str | None = None
    issued: str | None = None


class LengthLimit(Record):
    """At most so many characters; a speech of `minutes` is counted at 200 characters a minute."""

    characters: int | None = Constraint(default=None, ge=1)
    minutes: int | None = Constraint(default=None, ge=1)

    @property
    def in_characters(self) -> int | None:
        return self.characters if self.minutes is None else self.minutes * 200


class Report(Record):
    """One text: what it was made from, its front matter, its content, how it is set."""

    id: str
    template: TemplateRef
    name: str = ""
    front: Front = Front()
    content: tuple[Content, ...] = ()
    house_style: str = "gbt9704"
    annex: bool = False
    length: LengthLimit | None = None
