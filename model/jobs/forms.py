"""请部门报数: forms for all departments into one folder, with the notice and words to send."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from model.arrange.records import maker
from model.document import Document
from model.errors import ConflictError, UsageError
from model.file_names import fitting, readable
from model.forms.form import Form
from model.forms.owed import Owed, form_of, owed_by
from model.forms.papers import notice, pressing_text, sending_text, word_form
from model.jobs.export import Stage
from model.jobs.output_formats import format_of
from model.library import shipped
from model.report.departments import SentForm
from model.report.project import Project
from model.storage import atomic
from model.storage.atomic import ABSENT
from model.word.write.word_file import write_document


class Asked(NamedTuple):
    """What the clerk says of the forms: until when, whom to ask, of which departments (none: all).

    `as_word`: Word for all, or (False) Excel for all; None: Word for those that owe text.
    """

    due: date | None = None
    ask: str = ""
    departments: tuple[str, ...] = ()
    as_word: bool | None = None
    with_ranks: bool = False


class Made(NamedTuple):
    """The project that remembers the forms, their files, the notice, words to send and press."""

    project: Project
    forms: tuple[tuple[Form, Path], ...]
    notice: Path | None
    words: Path | None


class File(NamedTuple):
    """A file to be written."""

    path: Path
    data: bytes


def make_forms(
    project: Project, folder: Path, asked: Asked, today: date, *, replace: bool = False
) -> Made:
    """Write the forms into a folder; the project that remembers them is not saved here.

    Nothing is written where a file would take the place of another, unless `replace` says so.
    Raises `UsageError` where nobody owes anything, `ConflictError`, `SaveError`.
    """
    forms: list[tuple[Form, File]] = []
    for one in _wanted(project, asked):
        sent = _sent(project, one, asked, today)
        project = _remembering(project, sent)
        form = form_of(project, one, sent)
        path = folder / file_name(form, asked)
        forms.append((form, File(path, _data(form, path))))
    others = [] if asked.departments else _papers(folder, [form for form, _ in forms])
    _write([*(file for _, file in forms), *others], replace=replace)
    return Made(
        project,
        tuple((form, file.path) for form, file in forms),
        others[0].path if others else None,
        others[1].path if others else None,
    )


def _remembering(project: Project, sent: SentForm) -> Project:
    """The project with a form in place of the same one that was sent before."""
    known = [one.id for one in project.forms]
    if sent.id not in known:
        return project.changed(forms=(*project.forms, sent))
    return project.changed(forms=tuple(sent if one.id == sent.id else one for one in project.forms))


def file_name(form: Form, asked: Asked) -> str:
    """`财政局_2026年上半年_报数表.xlsx`."""
    is_word = bool(form.texts) if asked.as_word is None else asked.as_word
    ending = ".docx" if is_word else ".xlsx"
    return fitting(f"{form.department}_{form.period_label}", f"_报数表{ending}")


def _wanted(project: Project, asked: Asked) -> tuple[Owed, ...]:
    """What is owed by the departments that are asked."""
    owed = owed_by(project, with_ranks=asked.with_ranks)
    if not asked.departments:
        if not owed:
            raise UsageError(
                "这份材料里还没有哪一处写了供稿单位。请先在“部门和供稿单位”里写明谁供哪些内容。"
            )
        return owed
    names = {one.department: one for one in owed}
    found: dict[str, Owed] = {}
    for name in asked.departments:
        known = project.organization.department(name)
        one = names.get(known.name if known else name)
        if one is None:
            told = "、".join(names) or "（没有）"
            raise UsageError(f"没有要“{name}”报的内容。要报的单位有：{told}。")
        found[one.department] = one
    return tuple(found.values())


def _sent(project: Project, owed: Owed, asked: Asked, today: date) -> SentForm:
    """What is remembered of a form: one of the same period that was sent before is sent again."""
    known = next(
        (
            one
            for one in project.forms
            if one.department == owed.department and one.period == project.period
        ),
        None,
    )
    if known is not None:
        return known.changed(sent=today, due=asked.due or known.due, ask=asked.ask or known.ask)
    return SentForm(
        id=maker(project).new("f"), department=owed.department, period=project.period,
        sent=today, due=asked.due, ask=asked.ask,
    )  # fmt: skip


def _data(form: Form, path: Path) -> bytes:
    if path.suffix == ".docx":
        return document_bytes(word_form(form))
    from model.excel.write_form import write_form  # noqa: PLC0415  (openpyxl loads slowly)

    return write_form(form)


def document_bytes(document: Document) -> bytes:
    """A document as a Word file in its house style, without marks."""
    style = shipped.house_style(document.house_style)
    return write_document(document, style, mode=Stage.REVIEW.value).data


def _papers(folder: Path, forms: Sequence[Form]) -> list[File]:
    """The notice to all, and the words to send forms and to press with."""
    period = forms[0].period_label
    lines = ["发表时用的话：", *map(sending_text, forms), "", "催报时用的话："]
    lines += [pressing_text(form, form.count) for form in forms]
    words = "\r\n".join(lines).encode("utf-8-sig")
    return [
        File(folder / fitting(period, "报送通知.docx"), document_bytes(notice(forms))),
        File(folder / fitting(period, "报送和催报用语.txt"), words),
    ]


def _write(files: Sequence[File], *, replace: bool) -> None:
    """Write all, or nothing where one would take another file's place."""
    there = [file.path for file in files if file.path.exists()]
    if there and not replace:
        told = "、".join(readable(path.name) for path in there[:3])
        more = f"等{len(there)}个文件" if len(there) > 3 else ""
        raise ConflictError(
            f"没有写：“{readable(files[0].path.parent)}”里已经有{told}{more}，可能是部门填好的。"
            "请换一个文件夹，或确认不要它们之后再覆盖。"
        )
    atomic.make_folder(files[0].path.parent)
    for file in files:
        atomic.write_bytes(file.path, file.data, expect=None if replace else ABSENT)


def write_paper(document: Document, path: Path, *, replace: bool = False) -> None:
    """Write a list (催报单, 核数表 …) as a Word file, or as a sheet where the name asks for one.

    Raises `SaveError` and its kinds.
    """
    if path.suffix.lower() == ".xlsx":
        from model.excel.write_paper import write_sheet  # noqa: PLC0415  (openpyxl loads slowly)

        data = write_sheet(document)
    else:
        format_of(path)
        data = document_bytes(document)
    atomic.write_bytes(path, data, expect=None if replace else ABSENT)
