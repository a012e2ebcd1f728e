"""What can be done to a point: each one step of undo, told in words; and where the cursor goes."""

from __future__ import annotations

from model.arrange.items import add_item, add_texts, join_with_previous, split_item
from model.arrange.markers import points_of, take_sign, take_signs, typed_sign
from model.arrange.records import holder_of
from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.entry.cleaning import one_paragraph
from model.places.wording_changes import sentences
from model.report.item import Item
from model.report.project import Project
from model.report.tree import exchange
from ui.forms.editors.prose import ProseEditor
from ui.part.context import Context
from ui.part.cursors import before_cursor

_SHORT = 10


def called(context: Context, item: Item) -> str:
    """A point in words, for what undo tells: 要点“工业支撑有力”."""
    text = item.lead or item.text
    shown = plain(text, ProjectReader(context.project)) if "{" in text else text
    words = shown.strip("。，；：")
    short = words if len(words) <= _SHORT else words[:_SHORT] + "…"
    return f"要点“{short}”" if short else "要点"


def last_sentences(item: Item, *paths: str) -> tuple[str, ...]:
    """What last period said in a point, sentence by sentence; its lead comes first."""
    formers = [item.former.get(path) for path in paths or ("lead", "text")]
    return tuple(one for former in formers if former for one in sentences(former.text))


def first_to_take(item: Item) -> int | None:
    """From which of those sentences on they can be taken in; None where the text has them all."""
    former = item.former.get("text")
    has_all = former is None or item.text == former.compared
    return None if has_all else len(last_sentences(item, "lead"))


def take_sentence(context: Context, item: Item, at: int) -> None:
    """Take a sentence of last period's in behind the text, as it would be said now."""
    leads, former = last_sentences(item, "lead"), item.former.get("text")
    said = last_sentences(item, "text")
    renewed = sentences(former.compared) if former is not None else ()
    number = at - len(leads)
    if not 0 <= number < len(said):
        return
    sentence = (renewed if len(renewed) == len(said) else said)[number].rstrip("\n")
    if sentence in item.text:
        context.said.emit("正文里已经有这一句。", False)
        return
    text = item.text + sentence
    did = f"取回上期的一句，放进{called(context, item)}"
    taken = context.do(
        did, lambda project: exchange(project, item.id, lambda old: (old.changed(text=text),))
    )
    if taken is not None:
        context.wanted.emit(f"{item.id}.text@{len(text)}")


def add_below(context: Context, item: Item) -> None:
    """An empty point below, and go there."""
    new = context.do("加要点", lambda project: add_item(project, item.id))
    if new:
        context.wanted.emit(f"{new[0]}.text")


def neighbour(project: Project, item: Item) -> str:
    """Return the id of the point where the cursor goes when this one is gone; '' for none."""
    ids = [one.id for one in points_of(holder_of(project, item.id))]
    if item.id not in ids or len(ids) < 2:
        return ""
    at = ids.index(item.id)
    return str(ids[at + 1] if at + 1 < len(ids) else ids[at - 1])


def split(context: Context, item: Item, editor: ProseEditor) -> None:
    """Break the text at the cursor; the cursor is then at the start of the second half."""
    editor.tell()
    if editor.is_wrong:
        return
    at = before_cursor(editor)
    new = context.do(
        f"断开{called(context, item)}", lambda project: split_item(project, item.id, at)
    )
    if new and at == 0 and not item.lead:
        context.wanted.emit(f"{item.id}.text@0")
    elif new:
        context.wanted.emit(f"{new[0]}.text@0")


def join(context: Context, item: Item) -> bool:
    """Draw a point into the one before it; the cursor stands between both. False: there is none."""
    before = context.project
    ids = [one.id for one in points_of(holder_of(before, item.id))]
    place = ids.index(item.id) if item.id in ids else 0
    if place == 0:
        return False
    previous = next(
        one for one in points_of(holder_of(before, item.id)) if one.id == ids[place - 1]
    )
    did = f"合并{called(context, item)}"
    if context.do(did, lambda project: join_with_previous(project, item.id)) is not None:
        context.wanted.emit(f"{previous.id}.text@{len(previous.text)}")
    return True


def put_paragraphs(context: Context, item: Item, typed: str) -> tuple[str, ...] | None:
    """Several paragraphs were pasted: each becomes a point of its own, with the sign it opens with;
    among such points one without a sign has none.
    """
    found = [part.strip() for part in typed.split("\n") if part.strip()]

    def change(project: Project) -> Project:
        first, *others = [one_paragraph(part) for part in found] or [""]
        project = exchange(project, item.id, lambda old: (old.changed(text=first),))
        project = add_texts(project, item.id, others)
        return take_signs(project, item.id, len(others), replace_first=not item.text)

    new = context.do(f"粘贴{len(found)}段", change)
    if new:
        context.wanted.emit(f"{new[-1]}.text")
        context.paragraphs_put.emit()
    return new


def take_typed_sign(context: Context, item: Item, before: str, typed: str) -> None:
    """The sign of a point was typed just now: it becomes the marker, as a step of its own, so that
    undo gives the typed words back; then they stay.
    """
    written = typed_sign(typed)
    if written is not None and typed_sign(before) is None:
        context.do(f"序号“{written}”", lambda project: take_sign(project, item.id))
