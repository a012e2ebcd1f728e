"""Reports of the unexpected: kept whole, bounded in size and number."""

from datetime import UTC, datetime, timedelta
from itertools import count

from model.storage import logs, paths
from model.version import VERSION


def test_a_report_is_kept_with_the_version_and_the_time() -> None:
    path = logs.keep("出了什么事", clock=lambda: datetime(2026, 7, 5, 14, 41, tzinfo=UTC))
    text = path.read_text("utf-8")
    assert path.parent == paths.logs_dir()
    assert VERSION in text
    assert "2026-07-05T14:41" in text
    assert text.endswith("出了什么事\n")


def test_only_the_last_reports_are_kept_and_none_grows_without_end() -> None:
    minutes = count()
    start = datetime(2026, 7, 5, tzinfo=UTC)
    for number in range(logs.KEPT + 3):
        logs.keep(
            f"{number}号" + "长" * logs.LONGEST + f"{number}末",
            clock=lambda: start + timedelta(minutes=next(minutes)),
        )
    kept = [path.read_text("utf-8") for path in logs.listing()]
    assert len(kept) == logs.KEPT
    assert kept[0].endswith(f"{logs.KEPT + 2}末\n")
    assert all(len(text) < logs.LONGEST + 500 for text in kept)


def test_half_a_character_does_not_keep_a_report_from_being_written() -> None:
    assert "?" in logs.keep("坏字符\ud800").read_text("utf-8")


def test_another_file_in_the_folder_is_left_alone() -> None:
    logs.keep("一")
    (paths.logs_dir() / "notes.txt").write_text("别人的")
    assert len(logs.listing()) == 1
