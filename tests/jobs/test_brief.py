"""简版: the same points under ids of their own, ticked off one by one; numbers are shared."""

from model.check.length import characters, length_of
from model.compose.compose import compose
from model.jobs.brief import (
    add_brief,
    length_said,
    lengths_said,
    pace_spoken,
    points_of,
    say,
)
from model.report.report import LengthLimit
from model.report.tree import ids_in
from tests.samples import example


def test_a_brief_says_the_same_until_points_are_left_out_and_leaves_the_long_text_alone() -> None:
    project = example("half-year-summary")
    long = project.reports[0]
    made = add_brief(project, long.id)
    brief = made.project.report(made.report)
    assert brief is not None
    assert [one.name for one in made.project.reports] == ["工作总结", "工作总结（简版）"]
    assert not ids_in(brief) & ids_in(long)
    whole = compose(made.project, brief)
    assert whole.text == compose(project, long).text
    parts = points_of(made.project, brief, whole)
    assert [part.title for part in parts][1] == "坚持稳中求进，推动经济运行持续向好"
    ids = {point.id for part in parts[:4] for point in part.points[1:] if point.is_said}
    left_out = {point.id for part in parts for point in part.points if not point.is_said}
    shorter = say(made.project, ids, is_said=False)
    renewed = shorter.report(made.report)
    assert renewed is not None
    document = compose(shorter, renewed)
    told = points_of(shorter, renewed, document)
    assert sum(part.length.characters for part in told) < sum(
        part.length.characters for part in parts
    )
    assert {
        point.id for part in told for point in part.points if not point.is_said
    } == ids | left_out
    assert compose(shorter, shorter.reports[0]).text == whole.text
    again_said = say(shorter, ids, is_said=True)
    assert compose(again_said, again_said.reports[1]).text == whole.text
    again = add_brief(made.project, long.id).project
    assert [one.name for one in again.reports][1] == "工作总结（简版2）"
    limited = renewed.changed(length=LengthLimit(characters=100))
    assert "限定100字，超出" in length_said(limited, document)


def test_a_speech_is_measured_as_it_is_spoken_and_at_the_pace_of_its_speaker() -> None:
    project = example("plenary-speech")
    report = project.reports[0].changed(length=LengthLimit(minutes=9))
    document = compose(project, report)
    spoken = length_of(report, document.text).spoken
    assert spoken != characters(document.text)
    assert "（每分钟200字）；限定9分钟，超出" in length_said(report, document)
    pace = pace_spoken(report, document, 8)
    assert pace == round(spoken / 8)
    paced = report.changed(length=LengthLimit(minutes=9, pace=pace))
    assert "读出来约8.0分钟" in length_said(paced, document)
    assert "，限定9分钟，还剩1.0分钟" in lengths_said(paced, document, paced.content[0])
