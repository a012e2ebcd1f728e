"""The frame of an official document (正式公文) around a text: what stands in 版头 and 版记.

All of it is off by default, and nothing of it shows as long as `official` is off: 汇报, 总结 and
讲话 have no frame.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from model.report.record import Record
from model.report.schema import Kind, Renewed, Trait


class Letterhead(StrEnum):
    """How 版头 comes onto the paper (用红头纸套印、印红头)."""

    PREPRINTED = "preprinted"
    PRINTED = "printed"

    @property
    def label(self) -> str:
        return {"preprinted": "用红头纸套印", "printed": "印红头"}[self.value]


class Urgency(StrEnum):
    """How urgent a document is (紧急程度)."""

    URGENT = "urgent"
    MOST_URGENT = "most_urgent"

    @property
    def label(self) -> str:
        return {"urgent": "加急", "most_urgent": "特急"}[self.value]


def _words(label: str, kind: Kind = Kind.LINE) -> Trait:
    """Words that stay the same from period to period, unless they name one."""
    return Trait(label, kind, has_links=True, renewed=Renewed.WHERE_DATED)


class Frame(Record):
    """The frame of one text (GB/T 9704-2012, 7.2 and 7.4). None leaves an element out.

    `organ_mark` names the organs of 发文机关标志, one a line; `signers` are 签发人, as many as
    sign. `sealed`: place is left for a seal over organ and date (加盖印章). `copies` is 抄送
    without the word itself, `contact` 附注 without its brackets.
    """

    official: Annotated[bool, Trait("作为正式公文", Kind.FLAG)] = False
    letterhead: Annotated[Letterhead, Trait("版头", Kind.LETTERHEAD)] = Letterhead.PREPRINTED
    copy_number: Annotated[str | None, Trait("份号", Kind.COPY_NUMBER)] = None
    secrecy: Annotated[str | None, Trait("密级和保密期限", Kind.SECRECY)] = None
    urgency: Annotated[Urgency | None, Trait("紧急程度", Kind.URGENCY)] = None
    organ_mark: Annotated[str | None, _words("发文机关标志", Kind.LINES)] = None
    document_number: Annotated[str | None, _words("发文字号", Kind.DOCUMENT_NUMBER)] = None
    signers: Annotated[tuple[str, ...], Trait("签发人", Kind.PEOPLE)] = ()
    sealed: Annotated[bool, Trait("加盖印章", Kind.FLAG)] = False
    contact: Annotated[str | None, _words("附注")] = None
    copies: Annotated[str | None, _words("抄送", Kind.COPIES)] = None
    printed_by: Annotated[str | None, _words("印发机关")] = None
    printed_on: Annotated[str | None, _words("印发日期", Kind.PRINTED_ON)] = None
