"""What 基本情况 asks for a text that leaves as an official document (正式公文)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from model.check.framing import complaints
from model.jobs.steps import part_titles
from model.places.place import Place
from model.report.frame import Letterhead, Urgency
from model.report.project import Project
from model.report.report import Report
from model.report.schema import attributes
from model.report.section import Section
from model.values.field_kind import FieldKind

_LONGEST = 10
_YES_NO = ("是", "否")
_SECRET = "涉密材料只能在涉密计算机上起草；本机不符合要求的，请立即停止"
_OFF = "选“是”，文前排出份号、密级、发文字号和签发人，文后排出附件说明、附注和版记"
_HINTS = {
    "letterhead": "印红头：发文机关标志和红线由程序排；用红头纸套印：给纸上的红头留出地方",
    "organ_mark": "如云岭县人民政府文件；几个机关联合发文，一个机关一行",
    "copy_number": "六位数字，涉密的才编；没有就留空",
    "secrecy": "如机密★1年；不涉密就留空",
    "urgency": "特急或加急；没有就留空",
    "document_number": "如云政〔2026〕18号；号还没有编就写云政〔2026〕XX号",
    "signers": "上报的公文才有；几个人会签，名字之间写顿号",
    "sealed": "选“是”，落款按盖章的位置排，并留出盖章的地方",
    "copies": "如“江州市统计局，江州市财政局”，“抄送”两字和句号不用写",
    "printed_by": "一般是办公室，如云岭县人民政府办公室；没有版记就留空",
    "printed_on": "付印那一天，如2026年7月12日；“印发”两字不用写",
    "contact": "如“联系人：李明，联系电话：0000-1234567”，括号不用写",
}


class Group(NamedTuple):
    """Rows under one heading. `words` says keys of the project in words, by place."""

    title: str
    places: tuple[Place, ...]
    has_state: bool
    words: Mapping[str, Mapping[str, str]]


def frame_group(title: str, project: Project, report: Report) -> Group:
    """The switch alone, and all elements once it is on; what is wrong is told at its field."""
    frame, wrong = report.frame, complaints(project, report)
    switch = f"{report.id}.official"
    choice, text = FieldKind.CHOICE.value, FieldKind.TEXT.value
    places = [
        Place(
            switch, title, "作为正式公文", choice, value=_yes(frame.official), choices=_YES_NO,
            hint="" if frame.official else _OFF,
        )
    ]  # fmt: skip
    values = {
        "letterhead": frame.letterhead.label,
        **({"organ_mark": frame.organ_mark} if frame.letterhead is Letterhead.PRINTED else {}),
        "copy_number": frame.copy_number,
        "secrecy": frame.secrecy,
        "urgency": frame.urgency.label if frame.urgency else None,
        "document_number": frame.document_number,
        "signers": "、".join(frame.signers) or None,
        "sealed": _yes(frame.sealed),
        "contact": frame.contact,
        "copies": frame.copies,
        "printed_by": frame.printed_by,
        "printed_on": frame.printed_on,
    }
    choices = {
        "letterhead": tuple(each.label for each in Letterhead),
        "urgency": tuple(each.label for each in Urgency),
        "sealed": _YES_NO,
    }
    for path, value in values.items() if frame.official else ():
        hint = wrong.get(path, _HINTS[path])
        if path == "secrecy" and frame.secrecy:
            hint = _SECRET
        kind = choice if path in choices else FieldKind.PROSE.value if _has_links(path) else text
        places.append(
            Place(
                f"{report.id}.{path}", title, attributes(Report)[path].trait.label, kind,
                value=value, choices=choices.get(path, ()), hint=hint,
            )
        )  # fmt: skip
    if frame.official:
        places += _parts(title, project, report)
    return Group(title, tuple(places), False, {})


def _parts(title: str, project: Project, report: Report) -> Iterator[Place]:
    """Each part with a heading: whether it stands behind the text as an annex."""
    names = part_titles(project, report)
    for part in report.content:
        if isinstance(part, Section) and part.heading is not None:
            yield Place(
                f"{part.id}.annex", title, f"“{names[part.id][:_LONGEST]}”作为附件",
                FieldKind.CHOICE.value, value=_yes(part.annex), choices=_YES_NO,
                hint="排在落款之后，另起一页，标题就是附件名称" if part.annex else "",
            )  # fmt: skip


def _has_links(path: str) -> bool:
    return attributes(Report)[path].trait.has_links


def _yes(is_so: bool) -> str:
    return "是" if is_so else "否"
