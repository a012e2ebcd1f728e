"""只留提纲: which parts lose last period's text, and that it comes back as it was."""

from __future__ import annotations

from model.places.inventory import places_of
from model.renewal.next_period import carry
from model.renewal.outlines import (
    TextWay,
    choices,
    has_last_text,
    is_outline,
    outlines_of,
    with_outline,
    with_text,
)
from model.renewal.plans import HEADING
from model.report.item import Item
from model.report.project import Project
from model.report.section import Section
from model.report.tree import exchange_all, find, walk
from model.values.period import Period
from model.values.state import State
from tests.samples import example


def carried(key: str = "half-year-summary", period: str = "2026-Q1-3") -> Project:
    return carry(example(key), Period.parse(period))


def parts(project: Project) -> list[Section]:
    return [part for part in project.reports[0].content if isinstance(part, Section)]


def words(project: Project, id_: str) -> list[str]:
    part = find(project, id_)
    assert part is not None
    return [one.text for one in walk(part) if isinstance(one, Item)]


def test_work_parts_are_written_anew_and_what_states_indicators_comes_with_its_text() -> None:
    found = {
        choice.part.heading.text: choice.is_outline  # type: ignore[union-attr]
        for choice in choices(carried().reports[0], Period.parse("2026-Q1-3"))
    }
    assert found == {
        choice.part.heading.text: choice.is_outline  # type: ignore[union-attr]
        for choice in choices(example("half-year-summary").reports[0], Period.parse("2026-Q1-3"))
    }
    assert found["坚持稳中求进，推动经济运行持续向好"] is False
    assert found["深化改革创新，充分激发市场活力"] is True
    assert HEADING not in found


def test_monthly_reports_come_with_their_text_and_speeches_and_whole_years_without() -> None:
    assert outlines_of(carried(period="2026-M1-7"), TextWay.USUAL) == ()
    whole_year = carried(period="2026-Y")
    assert len(outlines_of(whole_year, TextWay.USUAL)) == len(
        choices(whole_year.reports[0], whole_year.period)
    )
    speech = carried("plenary-speech")
    assert (
        len(outlines_of(speech, TextWay.USUAL))
        == len(choices(speech.reports[0], speech.period))
        > 3
    )


def test_an_outline_keeps_heading_lead_and_last_words_and_comes_back_as_it_was() -> None:
    before = carried()
    part = parts(before)[3]
    bare = with_outline(before, [part.id])
    assert set(words(bare, part.id)) == {""}
    assert is_outline(find(bare, part.id))  # type: ignore[arg-type]
    assert bare.reports[0].content[0] is before.reports[0].content[0]
    first = next(one for one in walk(part) if isinstance(one, Item))
    now = find(bare, first.id)
    assert isinstance(now, Item)
    assert (now.lead, now.marker, now.former) == (first.lead, first.marker, first.former)
    states = {place.place: place.state for place in places_of(bare)}
    assert states[f"{first.id}.text"] is State.EMPTY
    assert with_text(bare, [part.id]) == before


def test_what_somebody_wrote_or_read_stays_under_both() -> None:
    before = carried()
    part = parts(before)[3]
    points = [one for one in walk(part) if isinstance(one, Item)]
    written = points[0].changed(text="本期新写的一句。")
    read = points[1].changed(former={"text": points[1].former["text"].checked()})
    project = exchange_all(before, {written.id: lambda _: (written,), read.id: lambda _: (read,)})
    bare = with_outline(project, [part.id])
    assert words(bare, part.id)[:2] == ["本期新写的一句。", read.text]
    assert with_text(bare, [part.id]) == project


def test_a_part_that_said_nothing_last_period_offers_no_choice() -> None:
    assert not any(has_last_text(part) for part in parts(example("half-year-summary")))
    project = carried()
    assert with_outline(project, ["nowhere"]) is project
    assert outlines_of(project, TextWay.TEXT) == ()
    assert len(outlines_of(project, TextWay.OUTLINE)) == 7
