"""A second start hands its file over to the window that is open, or opens one of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from model.jobs import second_start
from model.storage import own_files, paths, requests, running
from model.storage.running import Program


@pytest.fixture
def window() -> Program:
    """Another program with a window, as it notes itself; this process lends it its number."""
    running.begin_window()
    me = own_files.load(paths.running_dir() / f"{running.own_mark()}.json", Program)
    other = me.changed(mark="0123456789ab")
    own_files.store(paths.running_dir() / f"{other.mark}.json", other, expect=None)
    running.end_window()
    return other


def answering(window: Program, answers: list[Path | None]) -> None:
    answers.extend(requests.take(window.mark))


@pytest.mark.parametrize("path", [Path("/材料/a.json"), Path(os.fsdecode(b"/\xc9\xcf.json")), None])
def test_an_open_window_gets_the_file(window: Program, path: Path | None) -> None:
    got: list[Path | None] = []
    assert second_start.hand_over(path, sleep=lambda _: answering(window, got))
    assert got == [path]
    assert list(paths.requests_dir().iterdir()) == []


def test_a_relative_name_is_meant_where_the_second_start_was(window: Program) -> None:
    got: list[Path | None] = []
    assert second_start.hand_over(Path("a.json"), sleep=lambda _: answering(window, got))
    assert got == [Path("a.json").absolute()]


def test_a_window_that_does_not_answer_is_asked_no_more(window: Program) -> None:
    waits: list[float] = []
    assert not second_start.hand_over(Path("/材料/a.json"), sleep=waits.append)
    assert 3 <= sum(waits) <= 10
    assert list(paths.requests_dir().iterdir()) == []


def test_without_a_window_nothing_is_waited_for() -> None:
    session = running.begin()
    assert not second_start.hand_over(None, sleep=lambda _: pytest.fail("waited"))
    running.end(session)
    assert not paths.requests_dir().exists()


@pytest.mark.parametrize("changes", [{"desktop": "elsewhere"}, {"host": "另一台"}, {"began": "1"}])
def test_a_window_of_another_desktop_or_pc_or_time_is_not_asked(
    window: Program, changes: dict[str, object]
) -> None:
    other = window.changed(**changes)
    own_files.store(paths.running_dir() / f"{other.mark}.json", other, expect=None)
    assert not second_start.hand_over(None, sleep=lambda _: pytest.fail("waited"))


def test_a_home_that_cannot_be_written_leads_to_a_window_of_its_own(
    window: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.requests_dir().write_text("in the way")
    assert not second_start.hand_over(None, sleep=lambda _: pytest.fail("waited"))


def test_a_damaged_request_is_none_and_goes_with_its_window() -> None:
    second_start.begin_window()
    file = requests.ask(running.own_mark(), None)
    file.write_bytes(b"{")
    assert second_start.take_requests() == []
    second_start.end_window()
    assert not file.exists()
