"""清除留底: what the program keeps of a project, or of all, beside its file; told, and removed."""

from __future__ import annotations

from model.clock import Clock, utc_now
from model.report.project import Project
from model.storage import traces
from model.storage.traces import Traces

__all__ = ["Traces", "clear", "find", "find_all", "prune", "tell"]

_NAMED = (
    ("backups", "备份", "以前保存的内容，清除后不能再回到从前"),
    ("unsaved", "没有保存的内容", "意外退出时留下的，清除后不能再找回"),
    ("drafts", "各稿的文字", "清除后稿次从第1稿数起，导出过的 Word 文件不能再对照"),
    ("copies", "存不进原处时另存的副本", ""),
    ("logs", "出错的记录", ""),
)


def find(project: Project) -> Traces:
    """What is kept of one project."""
    return traces.of_project(project.id)


def find_all() -> Traces:
    """What is kept of all projects, on this PC for this user."""
    return traces.of_all()


def tell(found: Traces) -> tuple[str, ...]:
    """What there is of each kind, a sentence each; none for nothing."""
    said = []
    for kind, name, follows in _NAMED:
        count = len(getattr(found, kind))
        if count:
            said.append(f"{name}{count}份" + (f"（{follows}）" if follows else ""))
    return tuple(said)


def clear(found: Traces) -> None:
    """Remove what was found; raises `SaveError` where some of it could not be."""
    traces.remove(found)


def prune(*, clock: Clock = utc_now) -> None:
    """Remove what has been kept for half a year. Never raises."""
    traces.prune(clock=clock)
