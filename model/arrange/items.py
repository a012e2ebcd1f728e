"""Points of a text: added, split, joined. Removing and moving is the same for all (`order`)."""

from __future__ import annotations

from collections.abc import Sequence

from model.arrange.markers import next_marker, plain_item
from model.arrange.paragraphs import beside, flat, stands_alone
from model.arrange.records import holder_of, maker, the, the_kind
from model.errors import PlaceError, ValueRefused
from model.report.former import Former, FormerMap, divided
from model.report.item import Item
from model.report.project import Project
from model.report.section import TextBlock
from model.report.tree import exchange
from model.wording.finding.linked import figures_of
from model.wording.links import links


def add_item(
    project: Project, beside_id: str, *, before: bool = False, apart: bool | None = None
) -> Project:
    """An empty item after (or `before`) another, its row going on; or the last one of a text block.

    `apart` says whether it gets a paragraph of its own; None: as the other has it.
    Raises `PlaceError`.
    """
    record = the(project, beside_id)
    if isinstance(record, TextBlock):
        if record.paragraphs:
            return add_item(project, record.paragraphs[-1][-1].id, apart=apart)
        new = plain_item(maker(project).new("i"))
        return exchange(project, record.id, lambda old: (old.changed(paragraphs=((new,),)),))
    item, block = _in_text(project, beside_id)
    new = plain_item(maker(project).new("i"), next_marker(item.marker))
    return _put(project, block, item, new, after=not before, apart=apart)


def add_texts(project: Project, id_: str, texts: Sequence[str]) -> Project:
    """Items with these texts after another, its row going on; raises `PlaceError`."""
    item, block = _in_text(project, id_)
    ids, marker, new = maker(project), item.marker, []
    for text in texts:
        marker = next_marker(marker)
        new.append(plain_item(ids.new("i"), marker).changed(text=text))
    return _put(project, block, item, *new, after=True, apart=None)


def split_item(project: Project, id_: str, at: int) -> Project:
    """Break an item's text before its `at`-th character (Enter): the rest is a new item after it.

    At the start of an item without a lead a new empty item comes before, so that the text keeps
    its id. A link is not broken: the break comes behind it. Figures of last period stay what
    they are on both sides. Raises `PlaceError`, `ValueRefused` for a place beyond the text.
    """
    item, block = _in_text(project, id_)
    if not 0 <= at <= len(item.text):
        raise ValueRefused(f"这段文字只有{len(item.text)}个字，不能在第{at}个字后面断开。")
    if at == 0 and not item.lead:
        return add_item(project, id_, before=True)
    at = next((link.end for link in links(item.text) if link.start < at < link.end), at)
    first, second = _split_former(item, at)
    rest = Item(
        id=maker(project).new("i"),
        marker=next_marker(item.marker),
        text=item.text[at:],
        former=second,
        dropped=item.dropped,
    )
    kept = item.changed(text=item.text[:at], former=first)
    project = exchange(project, id_, lambda _: (kept,))
    block = the_kind(project, block.id, TextBlock)
    return _put(project, block, kept, rest, after=True, apart=None)


def _split_former(item: Item, at: int) -> tuple[FormerMap, FormerMap]:
    """What both sides said last period; a side that is empty now said nothing then."""
    former = item.former.get("text")
    if former is None:
        return item.former, {}
    first, second = divided(former, item.text, at)
    others = {path: one for path, one in item.former.items() if path != "text"}
    return (
        {**item.former, "text": first} if item.text[:at] else others,
        {"text": second} if item.text[at:] else {},
    )


def join_with_previous(project: Project, id_: str) -> Project:
    """Draw an item into the one before it in its block (Backspace at its start).

    Its sign goes, its lead becomes words of the text. The first item of a block stays as it is.
    Raises `PlaceError`.
    """
    item, block = _in_text(project, id_)
    items = flat(block.paragraphs)
    place = next(number for number, one in enumerate(items) if one.id == id_)
    if place == 0:
        return project
    previous = items[place - 1]
    joined = previous.changed(
        text=previous.text + (item.lead or "") + item.text,
        former=_joined_former(previous, item),
        dropped=previous.dropped and item.dropped,
        hint=previous.hint or item.hint,
    )
    project = exchange(project, id_, lambda _: ())
    return exchange(project, previous.id, lambda _: (joined,))


def _joined_former(first: Item, second: Item) -> FormerMap:
    """What both said last period as one text, with what of it was looked at."""
    lead, text = second.former.get("lead"), second.former.get("text")
    if lead is None and text is None:
        return first.former
    one = first.former.get("text") or Former(words=True)
    for other in (lead, text):
        if other is not None:
            one = _joined(one, other)
    return {**first.former, "text": one}


def _joined(one: Former, other: Former) -> Former:
    before = len(figures_of(one.compared))
    return one.changed(
        text=one.text if one.text == other.text else one.text + other.text,
        base=one.compared + other.compared,
        words=one.words and other.words,
        figures=(*one.figures, *(number + before for number in other.figures)),
    )


def _in_text(project: Project, id_: str) -> tuple[Item, TextBlock]:
    """An item and the text it stands in; a remark on an indicator stands in none."""
    item = the_kind(project, id_, Item)
    block = holder_of(project, id_)
    if not isinstance(block, TextBlock):
        raise PlaceError("这是指标后面的说明，前后不能再加要点。")
    return item, block


def _put(
    project: Project, block: TextBlock, other: Item, *new: Item, after: bool, apart: bool | None
) -> Project:
    if apart is None:
        apart = stands_alone(block.paragraphs, other.id)
    rows = beside(block.paragraphs, other.id, new, after=after, apart=apart)
    return exchange(project, block.id, lambda old: (old.changed(paragraphs=rows),))
