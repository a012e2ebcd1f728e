"""What a place is called, in the words in which undo tells what it takes back."""

from __future__ import annotations

from model.errors import PlaceError
from model.report.address import FieldPlace, ObservationPlace, RecordPlace, parse_place
from model.report.project import Project
from model.report.record import Record
from model.report.tree import find

_LONGEST = 14
_ATTRIBUTES = {
    "name": "名称",
    "superior": "上级",
    "peers": "一同排名的单位",
    "title": "标题",
    "subtitle": "副标题",
    "date_line": "标题下的日期",
    "recipients": "主送机关",
    "salutation": "称呼",
    "closing": "结束语",
    "signature": "落款",
    "issued": "成文日期",
    "house_style": "版式",
    "length": "篇幅",
    "heading": "标题",
    "marker": "序号",
    "lead": "小标题",
    "support": "配合单位",
    "deadline": "完成时限",
    "quantity": "数量",
    "opening": "开头的话",
    "caption": "表名",
}


def name_of(project: Project, place: str) -> str:
    """The label of a field, the name of an indicator and what is said of it, or the first words
    of a text. A place that is not there is called by its code. Raises nothing.
    """
    try:
        parsed = parse_place(place)
    except PlaceError:
        return place
    match parsed:
        case FieldPlace(id_):
            field = project.field(id_)
            return field.label if field else place
        case ObservationPlace():
            indicator = project.indicator(parsed.indicator)
            return f"{indicator.name} {parsed.facet.label}" if indicator else place
        case RecordPlace():
            return _of_record(project, parsed) or place


def _of_record(project: Project, place: RecordPlace) -> str:
    """First the words that stand there, which she knows best; else what it is."""
    attribute = _ATTRIBUTES.get(place.path.partition(".")[0], "")
    record = None if place.id == "organization" else find(project, place.id)
    words = _words(record) if record is not None else ""
    if words and attribute and place.path not in ("heading", "lead"):
        return f"{words} {attribute}"
    return words or attribute


def _words(record: Record) -> str:
    heading = getattr(record, "heading", None)
    candidates = (
        getattr(heading, "text", ""),
        getattr(record, "lead", ""),
        getattr(record, "text", ""),
        getattr(record, "caption", ""),
    )
    text = next((one for one in candidates if isinstance(one, str) and one), "")
    plain = text.replace("{quantity}", "▁").rstrip("。，；")
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"
