"""A draft marked 已报出: kept with it, and what later texts say otherwise is told."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from model.check.registry import Checker
from model.cli.command_line import main
from model.entry.apply import Assignment, set_values
from model.errors import UsageError, ValueRefused
from model.jobs.export import Stage, export
from model.jobs.reported import mark_reported, reported_of, unmark_reported
from model.library import shipped
from model.report.project import Project
from model.storage import project_file
from tests.samples import example

NOW = datetime(2026, 6, 30, 9, 0, tzinfo=UTC)
TODAY = NOW.date()


def sent_out(folder: Path) -> Project:
    """A sample of which one draft was exported."""
    project = example("work-briefing")
    style = shipped.house_style("gbt9704")
    report = project.reports[0]
    export(project, report, folder / "稿.docx", style, Stage.REVIEW, clock=lambda: NOW)
    return project


def told(project: Project) -> list[tuple[str, str]]:
    found = Checker().problems(project, sent=reported_of(project))
    return [(one.place, one.message) for one in found if one.check == "reported"]


def changed(project: Project, value: str) -> Project:
    return set_values(project, [Assignment("gdp@2026-H1.actual", value)], today=TODAY)


def test_a_later_value_is_told_with_whom_and_when_and_rounding_is_not(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    report = project.reports[0]
    assert told(changed(project, "118.9")) == []  # no draft was reported
    mark_reported(project, report, 1, "市政府", clock=lambda: NOW)
    assert reported_of(project)[0].day == date(2026, 6, 30)
    assert told(project) == []
    place = "gdp@2026-H1.actual"
    said = "6月30日报市政府为118.6亿元，本稿118.9亿元"
    assert told(changed(project, "118.9")) == [(place, said)]
    assert told(changed(project, "118.63")) == []
    unmark_reported(project, report, 1)
    assert told(changed(project, "118.9")) == []


def test_the_draft_reported_last_counts(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    report = project.reports[0]
    later = changed(project, "118.9")
    style = shipped.house_style("gbt9704")
    export(later, report, tmp_path / "二稿.docx", style, Stage.REVIEW, clock=lambda: NOW)
    mark_reported(project, report, 1, "市政府", "2026-6-30")
    mark_reported(project, report, 2, "市统计局", "2026-7-2")
    assert told(later) == []
    assert told(project) == [("gdp@2026-H1.actual", "7月2日报市统计局为118.9亿元，本稿118.6亿元")]


def test_what_cannot_be_marked_is_refused_with_the_reason(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    report = project.reports[0]
    with pytest.raises(UsageError, match="没有第7稿。留有的稿：第1稿"):
        mark_reported(project, report, 7, "市政府")
    with pytest.raises(UsageError, match="报给了谁"):
        mark_reported(project, report, 1, " ")
    with pytest.raises(ValueRefused, match="看不懂日期"):
        mark_reported(project, report, 1, "市政府", "前天")
    assert reported_of(project) == ()


def test_the_command_marks_lists_and_check_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = sent_out(tmp_path)
    path = tmp_path / "材料.xugao"
    path.write_text(project_file.dumps(changed(project, "118.9")), encoding="utf-8")
    assert main(["reported", str(path)]) == 0
    assert "还没有" in capsys.readouterr().out
    marked = ["reported", str(path), "--draft", "1", "--to", "市政府", "--on", "2026年6月30日"]
    assert main([*marked, "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["draft"], one["to"], one["on"]) == (1, "市政府", "2026-06-30")
    main(["check", str(path), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [each["place"] for each in found if each["check"] == "reported"] == [
        "gdp@2026-H1.actual"
    ]
    assert main(["reported", str(path), "--to", "市政府"]) == 2
    assert "--draft" in capsys.readouterr().err
    assert main(["reported", str(path), "--draft", "1", "--undo"]) == 0
    assert "还没有" in capsys.readouterr().out
