"""清除留底: what the program keeps beside the projects' files, and which of it is to go."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from model.jobs import traces
from model.jobs.traces import Traces
from model.report.project import Project
from ui.dialogs.choice import Choice, Offer

_TITLE = "清除留底"
_THIS, _ALL = "this", "all"
_STAY = Offer("", "不清除(&C)", is_default=True)


class Wanted(NamedTuple):
    """What the clerk wants removed; `is_all`: of every project."""

    found: Traces
    is_all: bool


def ask_traces(project: Project | None, name: str, parent: QWidget | None) -> Wanted | None:
    """Ask what is to go, of the open project called `name` or of all; None for nothing."""
    own = traces.find(project) if project is not None else None
    every = traces.find_all()
    answer = traces_dialog(own, name, every, parent).ask()
    if answer == _THIS and own is not None:
        return Wanted(own, is_all=False)
    if answer == _ALL and all_dialog(every, parent).ask() == _ALL:
        return Wanted(every, is_all=True)
    return None


def traces_dialog(own: Traces | None, name: str, every: Traces, parent: QWidget | None) -> Choice:
    """The first question: what there is, and whose is to go."""
    parts = []
    if own is not None:
        parts.append(f"“{name}”在这台电脑上留着：\n{_listed(own)}")
    parts.append(f"全部材料留着（约{max(1, round(every.size / 1000))} KB）：\n{_listed(every)}")
    offers = [_STAY]
    if every.files:
        offers.insert(0, Offer(_ALL, "清除全部材料的(&A)…"))
    if own is not None and own.files:
        offers.insert(0, Offer(_THIS, "清除这份材料的(&D)"))
    detail = (
        "清除的只是程序自己留的，材料文件和导出的 Word 文件都不动。现在开着、还没有保存的改动，"
        "留底也还在，保存或关闭后自己就没有了。\n"
        "半年没有动过的备份和各稿文字，程序会自己清除。"
    )
    return Choice(_TITLE, "\n\n".join(parts), offers, parent, detail=detail)


def all_dialog(every: Traces, parent: QWidget | None) -> Choice:
    """The second question, before everything goes."""
    text = (
        f"确定清除全部材料的留底吗？一共{len(every.files)}个文件：\n{_listed(every)}\n"
        "“最近的材料”的单子也一起清空。"
    )
    return Choice(_TITLE, text, (Offer(_ALL, "全部清除(&A)"), _STAY), parent)


def _listed(found: Traces) -> str:
    return "\n".join(f"　　{line}" for line in traces.tell(found)) or "　　没有留底"
