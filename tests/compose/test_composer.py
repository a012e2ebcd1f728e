"""The composer's memory and the places of all spans, on the full examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.compose.compose import Composer, compose
from model.errors import PlaceError, ValueRefused
from model.jobs.samples import sample_keys
from model.places.listing import fillables
from model.report.address import FieldPlace, ObservationPlace, RecordPlace, parse_place
from model.report.project import Project
from model.report.tree import find
from model.values.state import State
from tests.small_project import document, full, put, small, spans_of

KEYS = sample_keys()


def _exists(project: Project, place: str) -> bool:
    match parse_place(place):
        case FieldPlace(field=field):
            return project.field(field) is not None
        case ObservationPlace(indicator=indicator):
            return project.indicator(indicator) is not None
        case RecordPlace(id="organization", path=path):
            return path in type(project.organization).model_fields
        case RecordPlace(id=id_):
            return find(project, id_) is not None


@pytest.mark.parametrize("key", KEYS)
def test_every_place_of_every_span_exists(key: str) -> None:
    project = full(key).changed(observations=())
    blank = project.changed(
        fields=tuple(field.changed(value=None) for field in project.fields),
        reports=(project.reports[0].changed(annex=True),),
    )
    for one in (full(key), blank):
        spans = [span for span in spans_of(document(one)) if span.place is not None]
        assert spans
        assert all(_exists(one, span.place or "") for span in spans)


@pytest.mark.parametrize("key", KEYS)
def test_every_blank_span_has_a_listed_place(key: str) -> None:
    project = full(key).changed(observations=())
    listed = {one.place for one in fillables(project) if one.state is State.EMPTY}
    shown = {span.place for span in spans_of(document(project)) if span.state is State.EMPTY}
    assert shown
    assert shown <= listed


EDITS = [
    ("leader", "王市长"), ("towns", "12"), ("i1.figures.0", "5"), ("i2.text", "{leader}到会。"),
    ("revenue@2026-H1.actual", "6.82"), ("revenue@2026-H1.actual", ""), ("gdp@2026-H1.yoy", "5"),
    ("organization.name", "青山县"), ("organization.superior", "云南省"), ("s1.heading", "运行"),
    ("s2.heading", ""), ("i1.marker", ""), ("i3.marker", "一是"), ("t1.deadline", "年底"),
    ("t1.quantity", "3"), ("w1.plan", "2"), ("w1.done", "1"), ("b1.revenue.omit", "actual"),
    ("b1.gdp.period", "2026-Q1"), ("r1.title", "汇报"), ("r1.annex", "是"), ("g1.text", "{count}"),
    ("i1.dropped", "是"), ("b3.opening", "{period}："),
]  # fmt: skip


@pytest.mark.slow
@given(st.lists(st.sampled_from(EDITS), max_size=6))
def test_the_memory_gives_what_a_fresh_composer_gives(edits: list[tuple[str, str]]) -> None:
    project, composer = small(), Composer()
    for edit in edits:
        try:
            project = put(project, edit)
        except (ValueRefused, PlaceError):
            continue
        report = project.reports[0]
        assert composer.compose(project, report) == compose(project, report)


def test_another_period_or_definition_is_noticed() -> None:
    project, composer = small(), Composer()
    composer.compose(project, project.reports[0])
    others = [
        project.changed(period="2026-Q1"),
        project.changed(indicators=(project.indicators[2].changed(name="生产总值"),)),
    ]
    for other in others:
        report = other.reports[0]
        assert composer.compose(other, report) == compose(other, report)


def test_an_edit_of_one_block_shares_what_was_made_of_the_others() -> None:
    project, composer = small(), Composer()
    before = composer.compose(project, project.reports[0]).body
    edited = put(project, ("i1.figures.0", "5"))
    after = composer.compose(edited, edited.reports[0]).body
    assert len(before) == len(after)
    made_anew = [one.text for one, other in zip(after, before, strict=True) if one is not other]
    assert "一是项目推进有力。新建项目5个" in "".join(made_anew)
    kept = [one.text for one, other in zip(after, before, strict=True) if one is other]
    assert any(words.startswith("要抓好") for words in kept)
    assert any(words.startswith("上半年，") for words in kept)
