"""The laws of merging two copies: b with x is x, what does not touch commutes, nothing is lost."""

import random

import pytest

from model.arrange.items import split_item
from model.choices.choice import Standing
from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.entry.apply import Assignment, set_values
from model.ledger.edits import removed, struck_off, with_task, with_tasks
from model.merging.apply import apply
from model.merging.compare import compare
from model.report.item import Item
from model.report.ledger import LedgerTask
from model.report.project import Project
from model.report.section import IndicatorsBlock, Section, TextBlock
from model.report.tree import exchange, walk
from model.storage.project_file import dumps
from tests.samples import example
from tests.small_project import TODAY


@pytest.fixture(scope="module")
def base() -> Project:
    return example("work-briefing")


def merged(ours: Project, theirs: Project, base: Project | None) -> Project:
    """The project with all that their copy brings, conflicts too."""
    plan = compare(ours, theirs, base, "那边.json")
    decisions = Decisions(plan.choices)
    for choice in plan.choices:
        decisions = decisions.take(choice.key)
    return apply(plan, decisions)


def same(one: Project, other: Project) -> bool:
    """Whether two projects are one file, whatever the order of their values."""
    sorted_ = [
        project.changed(observations=tuple(sorted(project.observations, key=repr)))
        for project in (one, other)
    ]
    return dumps(sorted_[0]) == dumps(sorted_[1])


def edited(project: Project, seed: int, edits: int = 6) -> Project:
    """A copy after edits of many kinds."""
    chance = random.Random(seed)
    for _ in range(edits):
        project = _edited(project, chance)
    return project


def _edited(project: Project, chance: random.Random) -> Project:
    report = project.reports[0]
    texts = [one for one in walk(report) if isinstance(one, TextBlock) and one.paragraphs]
    block = chance.choice(texts)
    item = chance.choice([one for row in block.paragraphs for one in row])
    rows = block.paragraphs
    match chance.choice(("words", "split", "new", "gone", "mix", "join", "value", "away", "part")):
        case "words":
            return _set(project, f"{item.id}.text", f"{item.text}又加一句。")
        case "split" if len(item.text) > 6:
            return split_item(project, item.id, 5)
        case "new":
            new = Item(id=f"i{chance.randrange(10**6):06d}", text="新加的一点。")
            return _rows(project, block, (*rows[:1], (new,), *rows[1:]))
        case "gone" if len(rows) > 1:
            return _rows(project, block, rows[1:])
        case "mix":
            return _rows(project, block, tuple(chance.sample(rows, len(rows))))
        case "join" if len(rows) > 1:
            return _rows(project, block, ((*rows[0], *rows[1]), *rows[2:]))
        case "value":
            return project.changed(observations=project.observations[1:])
        case "away" if len(texts) > 1:
            other = chance.choice([one for one in texts if one is not block])
            left = _rows(project, block, rows[:-1])
            return _rows(left, other, (*other.paragraphs, rows[-1]))
        case "part":
            whole = (Section(kind="section", id=f"s{chance.randrange(10**6):06d}"),)
            return project.changed(
                reports=(report.changed(content=(*report.content, *whole)), *project.reports[1:])
            )
    return project


def _rows(project: Project, block: TextBlock, rows: tuple[tuple[Item, ...], ...]) -> Project:
    return exchange(project, block.id, lambda old: (old.changed(paragraphs=rows),))


def _text(project: Project, id_: str) -> str:
    found = next(one for one in walk(project.reports[0]) if getattr(one, "id", "") == id_)
    assert isinstance(found, Item)
    return found.text


def _set(project: Project, place: str, text: str) -> Project:
    return set_values(project, [Assignment(place, text)], TODAY)


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_merging_with_what_both_began_from_is_the_other_copy(base: Project, seed: int) -> None:
    copy = edited(base, seed)
    assert same(merged(base, copy, base), copy)
    assert compare(copy, base, base, "").steps == ()
    assert compare(copy, copy, base, "").steps == ()
    assert compare(copy, copy, None, "").steps == ()


def test_changes_that_do_not_touch_come_out_the_same_in_either_order(base: Project) -> None:
    items = [one for one in walk(base.reports[0]) if isinstance(one, Item) and one.text]
    first, second, third = items[2], items[5], items[9]
    mine = _set(base, f"{first.id}.text", f"{first.text}这里加一句。")
    mine = exchange(mine, third.id, lambda _: ())
    theirs = _set(base, f"{second.id}.text", f"{second.text}那边加一句。")
    one, other = merged(mine, theirs, base), merged(theirs, mine, base)
    assert same(one, other)
    assert "这里加一句。" in compose(one, one.reports[0]).text
    assert "那边加一句。" in compose(one, one.reports[0]).text


def test_one_text_changed_in_two_spots_is_joined_and_in_one_spot_is_a_conflict(
    base: Project,
) -> None:
    items = [one for one in walk(base.reports[0]) if isinstance(one, Item)]
    item = max(items, key=lambda one: len(one.text))
    mine = _set(base, f"{item.id}.text", f"我县{item.text}")
    apart = _set(base, f"{item.id}.text", f"{item.text}结尾。")
    (choice,) = compare(mine, apart, base, "").choices
    assert choice.standing is Standing.READY
    assert (choice.before, choice.theirs) == ("", "结尾。")
    joined = _text(merged(mine, apart, base), item.id)
    assert joined == f"我县{item.text}结尾。"
    there = _set(base, f"{item.id}.text", f"全县{item.text}")
    (choice,) = compare(mine, there, base, "").choices
    assert choice.standing is Standing.CONFLICT
    assert not [*Decisions((choice,)).take_all().taken()]


def test_what_one_deleted_and_the_other_changed_is_a_conflict_both_ways(base: Project) -> None:
    item = next(one for one in walk(base.reports[0]) if isinstance(one, Item) and one.text)
    without = exchange(base, item.id, lambda _: ())
    changed = _set(base, f"{item.id}.text", "另一种说法。")
    for mine, theirs in ((without, changed), (changed, without)):
        plan = compare(mine, theirs, base, "")
        assert [one.standing for one in plan.choices] == [Standing.CONFLICT]
        assert same(merged(mine, theirs, base), theirs)


def test_an_id_that_both_drew_for_different_things_keeps_both(base: Project) -> None:
    block = next(one for one in walk(base.reports[0]) if isinstance(one, TextBlock))
    mine, theirs = (
        _rows(base, block, (*block.paragraphs, (Item(id="i00000", text=text),)))
        for text in ("第二水厂通水。", "开工建设县图书馆新馆，完成投资1200万元。")
    )
    text = compose(both := merged(mine, theirs, base), both.reports[0]).text
    assert "第二水厂通水。" in text
    assert "开工建设县图书馆新馆" in text


def test_the_same_indicator_added_by_both_is_one(base: Project) -> None:
    block = next(one for one in walk(base.reports[0]) if isinstance(one, IndicatorsBlock))
    use = block.use[0].changed(period="2025-12")
    blocks = [block.changed(use=(*block.use, use.changed(id=id_))) for id_ in ("u000", "u111")]
    mine, theirs = (exchange(base, block.id, lambda _, new=new: (new,)) for new in blocks)  # type: ignore[misc]
    assert compare(mine, theirs, base, "").steps == ()


def test_without_a_base_all_that_differs_is_asked_and_nothing_of_ours_goes(base: Project) -> None:
    item = next(one for one in walk(base.reports[0]) if isinstance(one, Item) and one.text)
    mine = _set(base, f"{item.id}.text", "我的说法。")
    theirs = exchange(base, item.id, lambda _: ())
    assert compare(mine, theirs, None, "").steps == ()
    (choice,) = compare(mine, base, None, "").choices
    assert choice.standing is Standing.CONFLICT
    assert same(merged(mine, base, None), base)


def test_tasks_of_the_ledger_that_two_people_changed_apart_are_all_there() -> None:
    tasks = [LedgerTask(id="", text=f"第{number}项任务。") for number in range(3)]
    began = with_tasks(example("work-briefing"), tasks)
    first, second, third = (task.id for task in began.tasks)
    ours = set_values(began, [Assignment(f"{first}.status", "已完成")], TODAY)
    theirs = set_values(began, [Assignment(f"{second}.progress", "已开工。")], TODAY)
    theirs = removed(with_task(struck_off(theirs, second, "督查室", TODAY), "新任务。"), [third])
    both = merged(ours, theirs, began)
    assert [task.text for task in both.tasks] == ["第0项任务。", "第1项任务。", "新任务。"]
    assert both.tasks[0].status.label == "已完成"
    assert both.tasks[1] == theirs.tasks[1]
    assert same(merged(began, theirs, began), theirs)
