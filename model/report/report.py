"""One text in a project: front matter and content."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Constraint

from model.report.former import NO_FORMER, FormerMap
from model.report.frame import Frame
from model.report.record import Record
from model.report.remark import Remark
from model.report.schema import Inline, Kind, Renewed, Trait
from model.report.section import Content

TemplateKey = Annotated[str, Constraint(pattern=r"^[a-z]+(-[a-z]+)*$")]


class TemplateRef(Record):
    """Which template a report was made from."""

    key: TemplateKey
    version: int = Constraint(default=1, ge=1)


def _line(label: str) -> Trait:
    return Trait(label, Kind.LINES, has_links=True, renewed=Renewed.WHERE_DATED)


class Front(Record):
    """What stands before and after the content. Texts may hold fields; None leaves a line out.

    `subtitle` is the organ or speaker under the title, `date_line` the date in brackets below,
    `recipients` the 主送机关, `closing` the courtesy at the end, `signature` and `issued` the
    organ and the date of issue (GB/T 9704-2012, 7.3.5).
    """

    title: Annotated[str, _line("标题")] = ""
    subtitle: Annotated[str | None, _line("副标题")] = None
    date_line: Annotated[str | None, _line("标题下的日期")] = None
    recipients: Annotated[str | None, _line("主送机关")] = None
    salutation: Annotated[str | None, _line("称呼")] = None
    closing: Annotated[str | None, _line("结束语")] = None
    signature: Annotated[str | None, _line("落款")] = None
    issued: Annotated[str | None, _line("成文日期")] = None


PACE = 200
"""Signs a minute when a text is read aloud, where nobody has measured the speaker."""


class LengthLimit(Record):
    """At most so many characters, or so many `minutes` when it is read aloud.

    `pace` is how many signs the one who reads it aloud speaks in a minute; None where nobody has
    measured that.
    """

    characters: Annotated[int | None, Trait("篇幅（字）", Kind.LIMIT)] = Constraint(
        default=None, ge=1
    )
    minutes: Annotated[int | None, Trait("篇幅（分钟）", Kind.LIMIT)] = Constraint(
        default=None, ge=1
    )

    pace: Annotated[int | None, Trait("语速（每分钟字数）", Kind.LIMIT)] = Constraint(
        default=None, ge=1
    )


class Report(Record):
    """One text: what it was made from, its front matter and frame, its content, how it is set.

    `remarks` are those that came back with it and are to be done. `annex_indicators` stand in its
    table though no block states them: their block was made text by hand.
    """

    id: str
    template: TemplateRef
    name: Annotated[str, Trait("名称")] = ""
    front: Annotated[Front, Inline()] = Front()
    frame: Annotated[Frame, Inline()] = Frame()
    content: tuple[Content, ...] = ()
    house_style: Annotated[str, Trait("版式", Kind.KEY)] = "gbt9704"
    annex: Annotated[bool, Trait("附表", Kind.FLAG)] = False
    annex_indicators: tuple[str, ...] = ()
    base_once: Annotated[bool, Trait("一段里只说一次同比", Kind.FLAG)] = False
    line_numbers: Annotated[bool, Trait("行号", Kind.FLAG)] = False
    length: Annotated[LengthLimit | None, Inline()] = None
    remarks: tuple[Remark, ...] = ()
    former: FormerMap = NO_FORMER
