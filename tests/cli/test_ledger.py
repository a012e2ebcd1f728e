"""`ledger`: from a speech to tasks that are behind, changed, struck off and handed out."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from model.cli.command_line import main
from model.clock import local_date, utc_now
from model.session import Session
from model.storage import project_file
from tests.samples import example

SPEECH = (
    "在推进会上的讲话\n下半年要抓好以下工作。\n"
    "住建部门要加快老旧小区改造，2020年10月底前完成12个小区。\n"
    "发改部门牵头，财政部门配合，抓好项目储备，2099年年底前储备项目30个。\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "汇报.xugao"
    session = Session.new(example("work-briefing"), path)
    session.save()
    session.close()
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, Any]:
    capsys.readouterr()
    code = main([*map(str, arguments), "--json"])
    out = capsys.readouterr().out
    return code, json.loads(out) if out else None


def test_a_manuscript_becomes_tasks_that_are_followed_and_handed_out(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", str(project)]) == 0
    assert "还没有任务" in capsys.readouterr().out
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, encoding="utf-8")
    code, found = told(capsys, "ledger", project, "--from", speech)
    assert (code, [one["number"] for one in found]) == (1, [1, 2])
    assert project_file.load(project).project.tasks == ()
    code, found = told(capsys, "ledger", project, "--from", speech, "--accept", "2", "--all")
    assert (code, [one["taken"] for one in found]) == (0, [True, True])

    code, listed = told(capsys, "ledger", project)
    assert (code, listed["due"]) == (1, "1项已到期")
    behind, other = listed["tasks"]
    assert (behind["standing"], behind["due"]) == ("overdue", "2020-10-31")
    assert main(["ledger", str(project)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "1项已到期"
    assert said[-1] == "台账共2项任务，已完成0项，正在推进0项，进展滞后1项，尚未启动1项。"

    changes = ["--status", f"{other['id']}=推进中", "--progress", f"{other['id']}=已储备9个"]
    changes += ["--extend", f"{behind['id']}=2099-1-1", "--reason", "雨季", "--approved", "王市长"]
    code, changed = told(capsys, "ledger", project, *changes)
    assert (code, changed["due"]) == (0, "")
    by_id = {one["id"]: one for one in changed["tasks"]}
    assert by_id[other["id"]]["progress"] == "推进中。已储备9个。"
    (extension,) = by_id[behind["id"]]["extensions"]
    assert extension["on"] == local_date(utc_now).isoformat()
    closing = ["--close", other["id"], "--confirmed", "督查室", "--on", "2026-7-1"]
    assert told(capsys, "ledger", project, *closing)[1]["tasks"][0]["standing"] == "closed"

    paper = tmp_path / "任务分解表.xlsx"
    code, listed = told(capsys, "ledger", project, "--department", "住建局", "-o", paper)
    assert [one["id"] for one in listed["tasks"]] == [behind["id"]]
    rows = [*load_workbook(paper)["表"].iter_rows(values_only=True)]
    assert rows[1][:3] == ("序号", "任务", "牵头单位")
    assert rows[2][2] == "住建部门"
    assert main(["ledger", str(project), "-o", str(paper)]) == 2
    assert main(["ledger", str(project), "-o", str(tmp_path / "任务分解表.docx")]) == 0


def test_a_wrong_change_of_the_ledger_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", str(project), "--add", "10月底前完成老旧小区改造12个。"]) == 0
    before = project.read_bytes()
    (task,) = project_file.load(project).project.tasks
    assert task.due_said == "2026年10月底前"
    wrong_ones: tuple[tuple[list[str], str], ...] = (
        (["--status", f"{task.id}=滞后"], "算出来的"),
        (["--status", task.id], "等号"),
        (["--set", f"{task.id}.lead=住建局", "--close", task.id], "由谁确认"),
        (["--extend", f"{task.id}=2026-10-1"], "不比它晚"),
        (["--remove", "a0000"], "没有“a0000”"),
        (["--add", " "], "要做什么"),
        (["--from", str(project.with_name("没有.docx"))], "没有"),
        (["--speech", "--accept", "9999"], "没有第“9999”项"),
    )
    for wrong, said in wrong_ones:
        assert main(["ledger", str(project), *wrong]) == 2, wrong
        assert said in capsys.readouterr().err, wrong
    assert project.read_bytes() == before
    code, left = told(capsys, "ledger", project, "--remove", task.id)
    assert (code, left["counts"]["total"]) == (0, 0)
