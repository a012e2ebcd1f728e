"""Version 6 knew no ledger of tasks."""

import datetime
import json
from pathlib import Path

import pytest

from model.report.deadlines import last_day
from model.report.ledger import LedgerTask, Status
from model.report.section import TaskTableBlock, blocks_of
from model.storage import project_file, version_7

FROZEN = Path(__file__).parents[1] / "data" / "projects"


def test_the_step_changes_nothing_and_makes_up_no_task() -> None:
    data = json.loads((FROZEN / "v6.json").read_text("utf-8"))
    assert version_7.lifted(data) == data
    project = project_file.load(FROZEN / "v6.json").project
    assert project.tasks == ()
    assert "tasks" not in json.loads(project_file.dumps(project))


def test_tasks_of_the_ledger_come_back_from_a_file_as_they_were() -> None:
    file = FROZEN / "v7.json"
    project = project_file.load(file).project
    first, second, third, last = project.tasks
    assert first.notes == {"2026-Q1": "开工4个。", "2026-H1": "开工9个。"}
    assert first.extensions[0].until == datetime.date(2026, 10, 31)
    assert (second.deadline, second.origin.paragraph) == ("2026-Y", 12)
    assert (third.status, third.deadline) == (Status.STANDING, None)
    assert last.closing is not None
    tables = [
        one for one in blocks_of(project.reports[0].content) if isinstance(one, TaskTableBlock)
    ]
    assert [one.department for one in tables] == ["工信局"]
    saved = json.loads(project_file.dumps(project))
    assert saved["tasks"] == json.loads(file.read_text("utf-8"))["tasks"]


def test_a_deadline_is_a_day_or_the_end_of_a_period_and_nothing_else() -> None:
    assert last_day("2026-10-31") == datetime.date(2026, 10, 31)
    assert last_day("2026-Q1-3") == datetime.date(2026, 9, 30)
    for wrong in ("年底前", "2026-13-01", ""):
        with pytest.raises(ValueError, match="完成时限"):
            LedgerTask(id="a1", text="修路。", deadline=wrong)
