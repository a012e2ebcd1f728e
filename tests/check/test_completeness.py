"""What is still blank, and last period's words nobody has looked at."""

from model.check.registry import problems
from tests.check.clean import clean, found
from tests.small_project import put, small


def test_a_blank_is_told_once_with_the_words_around() -> None:
    project = clean(("i1.text", "新建项目XX个，{leader}到会。"))
    told = found(project, "blank")
    assert [one.place for one in told] == ["i1.figures.0", "leader"]
    assert "新建项目【XX】个" in told[0].message
    twice = clean(("i1.text", "{leader}到会，{leader}讲话。"))
    assert len(found(twice, "blank")) == 1


def test_words_of_last_period_are_told_until_confirmed() -> None:
    item = {"id": "i1", "text": "工作有力。", "former": {"text": {"text": "工作有力。"}}}
    content = [{"kind": "text", "id": "b2", "paragraphs": [[item]]}]
    assert [one.place for one in found(small(content), "carried")] == ["i1.text"]
    assert problems(put(small(content), ("i1.checked", "是"))) == ()


def test_an_optional_field_may_stay_blank() -> None:
    assert problems(clean(("i1.text", "工作有力{note}。"))) == ()


def test_a_text_without_a_title_is_told() -> None:
    project = clean(("i1.text", "工作有力。"))
    report = project.reports[0]
    untitled = project.changed(reports=(report.changed(front=report.front.changed(title=" ")),))
    assert [one.place for one in found(untitled, "title")] == [f"{report.id}.title"]
