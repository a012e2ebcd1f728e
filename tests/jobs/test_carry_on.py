"""The next period's project is made from files, and the former file stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.errors import ProjectFileError
from model.jobs.carry_on import carry_on, read_former
from model.session import Session
from model.values.period import Period
from tests.samples import example

NEXT = Period.parse("2026-Q1-3")


def saved(path: Path, title: str) -> Path:
    session = Session.new(example("half-year-summary"), path)
    session.set(f"{session.project.reports[0].id}.title", title)
    session.save()
    session.close()
    return path


def test_the_next_period_begins_with_the_words_of_the_former(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.json", "上期的标题")
    before = path.read_bytes()
    project = carry_on(read_former(path), NEXT, None)
    assert project.period == NEXT
    assert project.reports[0].front.title == "上期的标题"
    assert path.read_bytes() == before


def test_the_words_can_be_those_of_another_file(tmp_path: Path) -> None:
    former = read_former(saved(tmp_path / "a.json", "上期的标题"))
    other = saved(tmp_path / "b.json", "去年的标题")
    assert carry_on(former, NEXT, other).reports[0].front.title == "去年的标题"


def test_a_file_that_is_no_project_is_refused(tmp_path: Path) -> None:
    former = read_former(saved(tmp_path / "a.json", "上期的标题"))
    (tmp_path / "c.json").write_text("{", "utf-8")
    with pytest.raises(ProjectFileError):
        carry_on(former, NEXT, tmp_path / "c.json")
