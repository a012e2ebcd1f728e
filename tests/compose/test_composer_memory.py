"""The Composer's memory: it gives what a fresh one gives, and keeps what is not touched."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.compose.compose import Composer, compose
from model.errors import XugaoError
from model.jobs.samples import sample_keys
from model.renewal.next_period import carry
from model.report.project import Project
from model.session import Session
from tests.random_edits import edited
from tests.samples import example
from tests.small_project import full


def _edited(project: Project, place: str, typed: str) -> Project:
    session = Session.new(project)
    session.set(place, typed)
    return session.project


def _without_a_value(project: Project) -> list[Project]:
    """The project without one of its values, each in turn, and with all in another order."""
    values = project.observations
    fewer = [values[:at] + values[at + 1 :] for at in range(len(values))]
    return [project.changed(observations=kept) for kept in (*fewer, values[::-1])]


def _with_a_field_blank(project: Project) -> list[Project]:
    fields = project.fields
    blanked = [one.changed(value=None) for one in fields]
    return [
        project.changed(fields=(*fields[:at], blank, *fields[at + 1 :]))
        for at, blank in enumerate(blanked)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("key", sample_keys())
def test_what_is_remembered_reads_as_what_is_made_anew(key: str) -> None:
    project = example(key)
    renamed = project.changed(organization=project.organization.changed(name="云河县"))
    composer = Composer()
    for root in (*_without_a_value(project), *_with_a_field_blank(project), renamed, project):
        report = root.reports[0]
        assert composer.compose(root, report) == compose(root, report)


@pytest.mark.parametrize("key", sample_keys())
@settings(max_examples=6)
@given(seed=st.integers(0, 10**6))
def test_whatever_is_done_and_undone_reads_as_what_is_made_anew(key: str, seed: int) -> None:
    chance = random.Random(seed)
    composer, roots = Composer(), [carry(full(key))]
    for _ in range(10):
        try:
            roots.append(edited(chance.choice(roots[-2:]), chance))
        except XugaoError:
            continue
        root = roots[-1]
        assert composer.compose(root, root.reports[0]) == compose(root, root.reports[0])


def test_a_number_leaves_the_blocks_that_do_not_name_it_as_they_are() -> None:
    project = example("half-year-summary")
    composer = Composer()
    before = composer.compose(project, project.reports[0]).body
    place = "general-public-budget-revenue@2026-H1.yoy"
    edited = _edited(project, place, "7.7")
    after = composer.compose(edited, edited.reports[0]).body
    pairs = list(zip(before, after, strict=True))
    touched = [new.text for old, new in pairs if old != new]
    assert len(touched) >= 1
    assert all("7.7" in text for text in touched)
    remade = [new.text for old, new in pairs if old is not new and old == new]
    assert len(remade) < len(before) / 2
