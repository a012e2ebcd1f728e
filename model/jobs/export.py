"""A report as a file: which of the three outputs, numbered, its text kept on this PC."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Flag, StrEnum, auto
from itertools import count
from pathlib import Path
from typing import NamedTuple

from model.check.problem import Problem
from model.check.registry import once_more, unfinished
from model.clock import Clock, day_and_time, local_date, utc_now
from model.compose.compose import compose
from model.compose.draft_spans import draft_spans
from model.errors import ConflictError, ExportRefused, SaveError, UnconfirmedError, XugaoError
from model.file_names import fitting, readable
from model.jobs.output_formats import format_of
from model.library import shipped
from model.renewal.changes import as_document
from model.report.project import Project
from model.report.report import Report
from model.storage import atomic, drafts
from model.storage.atomic import ABSENT
from model.storage.causes import told
from model.typesetting.house_style import HouseStyle
from model.typesetting.rare import Rare, rare_in
from model.typesetting.sanitize import Removed

_TOLD = 5
LABELS = ("送审稿", "征求意见稿", "内部资料")
"""What a review may bear at the upper left of its pages."""


class Stage(StrEnum):
    """For one's own desk, for the leader, or for good."""

    PROOF = "proof"
    REVIEW = "review"
    FINAL = "final"

    @property
    def label(self) -> str:
        return {"proof": "核对稿", "review": "送审稿", "final": "定稿"}[self.value]


class Force(Flag):
    """What the clerk has agreed to: a final version with blanks, a file that is replaced."""

    NOTHING = 0
    UNFINISHED = auto()
    FILE = auto()
    ALL = UNFINISHED | FILE


class Exported(NamedTuple):
    """What was written: where, which draft it is, and what could not go into the file."""

    path: Path
    number: int
    stage: Stage
    removed: tuple[Removed, ...]
    once_more: tuple[Problem, ...] = ()
    """What the clerk should look at once more, now that it is a final version."""
    rare: tuple[Rare, ...] = ()
    """Characters that the fonts of the house style lack, and what they are set in."""


def export(
    project: Project,
    report: Report,
    path: Path,
    style: HouseStyle,
    stage: Stage,
    *,
    force: Force = Force.NOTHING,
    clock: Clock = utc_now,
) -> Exported:
    """Write a report to `path` and keep its text as the next draft.

    Raises `ExportRefused` for a final version with blanks or unchecked text, `ConflictError`
    where a file stands that is no earlier draft of this report (`force` overrides either), and
    `SaveError` where it cannot be written.
    """
    write = format_of(path).write
    atomic.refuse_name(path)
    if stage is Stage.FINAL and Force.UNFINISHED not in force:
        _refuse_unfinished(project, report)
    document = compose(project, report)
    shown = draft_spans(document)
    number = next_draft(project, report)
    mark = drafts.mark_of(project.id, report.id, number)
    footer = stamp(number, clock)
    written = write(document, style, mode=stage.value, stamp=footer, draft=mark)
    expect = None if Force.FILE in force else _own_draft(project, report, path)
    digest = atomic.write_bytes(path, written.data, expect=expect)
    meta = {"stage": stage.value, "file": readable(path.name), "style": style.key, "digest": digest}
    if stage is Stage.REVIEW and style.review_label:
        meta["label"] = style.review_label
    draft = drafts.Draft(number=number, exported=clock(), meta=meta, **shown._asdict())
    _keep(project, report, path, draft)
    again = once_more(project, report) if stage is Stage.FINAL else ()
    return Exported(path, number, stage, written.removed, again, rare_in(document, style))


def _keep(project: Project, report: Report, path: Path, draft: drafts.Draft) -> None:
    """Keep the draft of the file that was written to `path`."""
    try:
        drafts.keep(project.id, report.id, draft)
    except ConflictError:
        raise
    except SaveError as error:
        said = f"“{path}”已经写好，但没能记下这是第{draft.number}稿：{error}"
        raise UnconfirmedError(said, draft.meta["digest"]) from error


def another_name(path: Path) -> Path:
    """A name beside `path` that no file has yet: `汇报（2）.docx`."""
    names = (path.with_name(f"{path.stem}（{number}）{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())


def export_changes(
    project: Project, report: Report | None, path: Path, *, replace: bool = False
) -> None:
    """Write 数据变化说明 of a report, or of all, as a file; it is no draft of anything.

    `replace`: the clerk agreed to replace what is there. Raises `SaveError` and its kinds.
    """
    write = format_of(path).write
    document = as_document(project, report)
    style = shipped.house_style(document.house_style)
    written = write(document, style, mode=Stage.REVIEW.value)
    atomic.write_bytes(path, written.data, expect=None if replace else ABSENT)


def next_draft(project: Project, report: Report) -> int:
    """Return the number that the next export of a report will have (第N稿)."""
    return drafts.next_number(project.id, report.id)


def last_stage(project: Project, report: Report) -> Stage | None:
    """Return what was exported last of a report; None where nothing was, or it cannot be read."""
    numbers = drafts.numbers(project.id, report.id)
    meta = _meta(project, report, max(numbers)) if numbers else {}
    return next((stage for stage in Stage if stage.value == meta.get("stage")), None)


def last_label(project: Project, report: Report) -> str:
    """Return what the last review of a report bore at the upper left; '' for nothing."""
    numbers = sorted(drafts.numbers(project.id, report.id), reverse=True)
    metas = (_meta(project, report, number) for number in numbers)
    last = next((meta for meta in metas if meta.get("stage") == Stage.REVIEW.value), {})
    label = last.get("label", "")
    return label if label in LABELS else ""


def labelled(style: HouseStyle, label: str) -> HouseStyle:
    """Return a house style whose reviews bear a label; '' leaves that of the house style."""
    return style.model_copy(update={"review_label": label}) if label else style


def _meta(project: Project, report: Report, number: int) -> Mapping[str, str]:
    """What is known of a draft; nothing where it cannot be read."""
    try:
        return drafts.load(project.id, report.id, number).meta
    except XugaoError:
        return {}


def draft_name(
    project: Project, report: Report, stage: Stage, ending: str, clock: Clock = utc_now
) -> str:
    """Return what a draft is called, another name for each: the leader's copy is never in its
    way. `云岭县2026年上半年工作总结（送审稿第2稿·1127）.docx`.
    """
    name, period = report.name or "文稿", project.period.label_with_year
    if period not in name:
        name = f"{period}{name}"
    if project.organization.name not in name:
        name = f"{project.organization.name}{name}"
    today = local_date(clock)
    number = next_draft(project, report)
    return fitting(name, f"（{stage.label}第{number}稿·{today.month:02}{today.day:02}）{ending}")


def save_pdf(pages: bytes, path: Path) -> None:
    """Write a PDF in place of what the clerk agreed to replace; raises `SaveError`."""
    atomic.write_bytes(path, pages, expect=None)


def stamp(number: int, clock: Clock) -> str:
    """`第3稿　2026年7月5日 22:41`, for the footer of a proof, in the clerk's own time."""
    return f"第{number}稿　{day_and_time(clock(), with_year=True)}"


def _refuse_unfinished(project: Project, report: Report) -> None:
    found = unfinished(project, report)
    if found:
        told = "\n".join(f"  {one.place}　{one.message}" for one in found[:_TOLD])
        more = f"\n  ……共{len(found)}处" if len(found) > _TOLD else ""
        raise ExportRefused(
            f"还有{len(found)}处没有完成，不能导出定稿：\n{told}{more}\n"
            "请补齐后再导出；也可以先导出核对稿或送审稿。"
        )


def _own_draft(project: Project, report: Report, path: Path) -> atomic.Digest:
    """What may be replaced: nothing, or a draft of this report that nobody changed since."""
    with told(path):
        found = atomic.digest_of(path)
    if found == ABSENT:
        return ABSENT
    ours = {draft.meta.get("digest") for draft in drafts.listing(project.id, report.id)[0]}
    if found not in ours:
        raise ConflictError(
            f"没有导出：“{path}”已经有了，而且不是本程序导出后未动过的稿子（可能有人在Word里改过）。"
            "请换一个文件名，或确认不要它之后再覆盖。"
        )
    return found
