"""花脸稿 and 修改说明: what was struck and put in between two states of one text."""

from dataclasses import replace

import pytest

from model.choices.choice import Choice, ChoiceKind
from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.document import Document, Edited, Paragraph, Table
from model.entry.apply import Assignment, set_values
from model.redpen.adoption import Opinion, opinions
from model.redpen.lines import lines_of
from model.redpen.marked_up import Comparison
from model.report.project import Project
from model.report.tree import exchange, items_of
from tests.samples import example
from tests.small_project import TODAY


@pytest.fixture(scope="module")
def project() -> Project:
    return example("work-briefing")


def compared(before: Project, after: Project) -> Comparison:
    """Two states of the first report of a project."""
    former = lines_of(compose(before, before.reports[0]))
    return Comparison(former, compose(after, after.reports[0]))


def said(document: Document, *, without: Edited) -> list[str]:
    """The paragraphs without what was put in, or without what was struck."""
    paragraphs = [one for one in document.body if isinstance(one, Paragraph)]
    texts = ("".join(s.text for s in one.spans if s.edited is not without) for one in paragraphs)
    return [*filter(None, (text.replace("¶", "") for text in texts))]


def edited(project: Project) -> Project:
    """A number, words, a point that goes, and one that is broken out of its paragraph."""
    value = next(one for one in project.observations if one.facet.value == "yoy")
    items = [one for one in items_of(project.reports[0]) if len(one.text) > 20]
    place = f"{value.indicator}@{value.period}.yoy"
    assignments = [
        Assignment(place, "下降1.3"),
        Assignment(f"{items[1].id}.text", f"{items[1].text}又加一句。"),
    ]  # fmt: skip
    changed = set_values(project, assignments, TODAY)
    return exchange(changed, items[4].id, lambda _: ())


def test_both_states_can_be_read_from_a_marked_draft(project: Project) -> None:
    after = edited(project)
    both = compared(project, after).marked()
    texts = [
        [one.text for one in compose(state, state.reports[0]).body
         if isinstance(one, Paragraph) and one.text.strip()]
        for state in (project, after)
    ]  # fmt: skip
    signs = str.maketrans("", "", "一二三四五六七八九十是要、（）")
    former = "".join(said(both, without=Edited.ADDED)).translate(signs)
    assert former == "".join(texts[0]).translate(signs)
    assert said(both, without=Edited.DELETED) == texts[1]


def test_a_number_is_struck_whole_with_its_direction(project: Project) -> None:
    marked = compared(project, edited(project)).marked()
    spans = [s for one in marked.body if isinstance(one, Paragraph) for s in one.spans]
    added = [s.text for s in spans if s.edited is Edited.ADDED]
    assert "下降1.3%" in added
    assert any(s.text.startswith("增长") for s in spans if s.edited is Edited.DELETED)


def test_opinions_tell_what_became_of_them_by_who_asked() -> None:
    where = Choice("a", "i1.text", ChoiceKind.TEXT, "", "旧一", "旧一", "新一", who="王主任")
    same = replace(where, key="b", theirs="新二", before="旧二", ours="旧二")
    other = replace(where, key="c", place="i2.text", who="")
    remark = Choice(
        "d", "i1", ChoiceKind.COMMENT, "批注“开头”", None, None, "再实一点", who="李局长", ways=()
    )
    decisions = Decisions((where, same, other, remark)).take("a").leave("b").leave("c")
    assert opinions(decisions) == (
        Opinion("王主任", "旧一；旧二", "新一；新二", "部分采纳"),
        Opinion("（文件里没有写）", "旧一", "新一", "未采纳"),
        Opinion("李局长", "批注“开头”", "再实一点", ""),
    )
    assert opinions(decisions.take("b"))[0].outcome == "采纳"
    assert opinions(decisions.reopen("c"))[1].outcome == ""


def test_nothing_changed_marks_and_lists_nothing(project: Project) -> None:
    same = compared(project, project)
    assert same.list_amended() == ()
    assert "没有改动" in same.as_list().text
    assert not any(
        s.edited for one in same.marked().body if isinstance(one, Paragraph) for s in one.spans
    )


def test_the_list_tells_where_what_was_and_what_is(project: Project) -> None:
    found = compared(project, edited(project)).list_amended()
    assert any("下降1.3%" in one.after and "增长" in one.before for one in found)
    assert any(one.after == "" or "又加一句。" in one.after for one in found)
    table = next(
        one for one in compared(project, edited(project)).as_list().body if isinstance(one, Table)
    )
    assert len(table.rows) == len(found)
