"""What 基本情况 asks for, group by group: the place, the project's fields, front matter, looks."""

from __future__ import annotations

from model.check.framing import complaints
from model.library import shipped
from model.places.inventory import field_places
from model.places.own import own_places
from model.places.place import Place
from model.report.former import worst
from model.report.project import Project
from model.report.report import PACE, Report
from model.values.field_kind import FieldKind
from model.values.state import State
from ui.pages.frame_places import Group, frame_group

WHERE, FRONT, FRAME, SETTING = "单位", "题目和落款", "正式公文", "版式和篇幅"
_OTHER = "其他"

_FRONT = {
    "title": ("标题", "印在最前面"),
    "subtitle": ("署名", "标题下面的单位，或职务和姓名；没有就留空"),
    "date_line": ("题注", "署名下面括号里的日期；没有就留空"),
    "recipients": ("主送机关", "写给谁，如“江州市人民政府：”；没有就留空"),
    "salutation": ("称呼", "如“尊敬的王市长，各位领导：”；没有就留空"),
    "closing": ("结束语", "最后一句客气话，或“特此报告。”；没有就留空"),
    "signature": ("落款", "发文单位；没有就留空"),
    "issued": ("成文日期", "落款下面的日期；没有就留空"),
}


def groups(project: Project, report: Report) -> tuple[Group, ...]:
    """All groups of a text, in the order in which they are filled in."""
    return (
        Group(WHERE, _organization(project), False, {}),
        *_fields(project, report),
        Group(FRONT, _front(project, report), False, {}),
        frame_group(FRAME, project, report, _state),
        _setting(report),
    )


def _organization(project: Project) -> tuple[Place, ...]:
    about = project.organization
    peers = None if about.peers is None else str(about.peers)
    text, integer = FieldKind.TEXT.value, FieldKind.INTEGER.value
    return (
        Place("organization.name", WHERE, "地方", text, value=about.name, hint="如云岭县"),
        Place(
            "organization.superior", WHERE, "上级", text, value=about.superior or None,
            hint="如江州市；位次说“全市第几位”时用它",
        ),
        Place(
            "organization.peers", WHERE, "一同排名的单位", integer, "个", value=peers,
            hint="全市有几个县（市、区）；填了，位次超出时会提醒",
        ),
    )  # fmt: skip


def _fields(project: Project, report: Report) -> tuple[Group, ...]:
    """The project's own fields under the names their template groups them by."""
    names = list(dict.fromkeys(field.group for field in project.fields))
    places = tuple(field_places(project, (report,)))
    return tuple(
        Group(
            name or _OTHER,
            tuple(place for place in places if place.section == name),
            True,
            {},
        )
        for name in names
    )


def _front(project: Project, report: Report) -> tuple[Place, ...]:
    wrong = complaints(project, report)
    return tuple(
        Place(
            f"{report.id}.{name}", FRONT, label, FieldKind.PROSE.value,
            value=getattr(report.front, name), hint=wrong.get(name, hint),
            state=_state(report, name),
            last=report.former[name].text if name in report.former else None,
        )
        for name, (label, hint) in _FRONT.items()
    )  # fmt: skip


def _state(report: Report, name: str) -> State:
    """The worst state of a line and its figures, as the inventory has them; blanks aside."""
    line = f"{report.id}.{name}"
    states = {
        place.state
        for place in own_places(report)
        if place.place == line or place.place.startswith(f"{line}.figures.")
    }
    return worst(states - {State.EMPTY})


def _setting(report: Report) -> Group:
    """How the text is set, and how long it may be."""
    looks = {key: shipped.house_style(key).name for key in shipped.house_style_keys()}
    looks.setdefault(report.house_style, report.house_style)
    limit = report.length
    style, annex = f"{report.id}.house_style", f"{report.id}.annex"
    integer, choice = FieldKind.INTEGER.value, FieldKind.CHOICE.value
    places = (
        Place(style, SETTING, "版式", choice, value=report.house_style),
        Place(
            annex, SETTING, "附指标表", choice, value="是" if report.annex else "否",
            choices=("是", "否"), hint="正文之后附一张主要指标完成情况表",
        ),
        Place(
            f"{report.id}.base_once", SETTING, "一段里只说一次同比", choice,
            value="是" if report.base_once else "否", choices=("是", "否"),
            hint="第一个增速说“同比增长”，后面的说“增长”",
        ),
        Place(
            f"{report.id}.line_numbers", SETTING, "行号", choice,
            value="是" if report.line_numbers else "否", choices=("是", "否"),
            hint="核对稿、送审稿的左边每一行印上行号，领导在纸上改了好找；定稿不印",
        ),
        Place(
            f"{report.id}.characters", SETTING, "字数不超过", integer, "字",
            value=_number(limit.characters if limit else None), hint="不限就留空",
        ),
        Place(
            f"{report.id}.minutes", SETTING, "讲话不超过", integer, "分钟",
            value=_number(limit.minutes if limit else None),
            hint="按讲话人的语速算；填了它，字数一栏就不用填",
        ),
        Place(
            f"{report.id}.pace", SETTING, "讲话人每分钟讲", integer, "字",
            value=_number(limit.pace if limit else None),
            hint=f"不填按{PACE}字算；讲过一次，可在“挑选要写的要点”里照实际讲了几分钟算出来",
        ),
    )  # fmt: skip
    return Group(SETTING, places, False, {style: looks})


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)
