"""`forms`, `take`, `missing`: out to the departments and back into the project."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from model.cli.command_line import main
from model.session import Session
from model.storage import project_file
from tests.forms.sent import FINANCE, PLANNING, carried


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "汇报.xugao"
    session = Session.new(carried().changed(forms=()), path)
    session.save()
    session.close()
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, Any]:
    capsys.readouterr()
    code = main([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_forms_go_out_come_back_and_go_in(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "报数表"
    only = ["--department", FINANCE, "--department", PLANNING]
    dated = ["--due", "2026-10-12", "--ask", "王芳 2261004"]
    code, made = told(capsys, "forms", project, "-o", out, *only, *dated)
    assert code == 0
    files = [Path(one["file"]).name for one in made["forms"]]
    assert files == ["财政局_2026年前三季度_报数表.xlsx", "发改局_2026年前三季度_报数表.docx"]
    assert main(["forms", str(project), "-o", str(out), *only]) == 2
    assert "可能是部门填好的" in capsys.readouterr().err

    sheet = out / files[0]
    book = load_workbook(sheet)
    book["数据"]["G4"].value = 9.87
    book.save(sheet)
    old = tmp_path / "旧.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    code, found = told(capsys, "take", project, sheet, out / files[1], old)
    assert code == 1
    assert [one["department"] for one in found["files"]] == [FINANCE, PLANNING]
    assert "另存为 .xlsx" in found["refused"][0]["reason"]
    assert [(one["theirs"], one["state"]) for one in found["lines"]] == [("9.87", "ready")]
    assert all(one.given is None for one in project_file.load(project).project.observations)

    code, found = told(capsys, "take", project, sheet, "--all")
    assert (code, found["lines"][0]["taken"]) == (0, True)
    saved = project_file.load(project).project
    given = [one.given for one in saved.observations if one.given]
    assert [one.file for one in given] == [files[0]]
    code, missing = told(capsys, "missing", project, "-o", tmp_path / "催报单.xlsx")
    assert code == 1
    standing = {one["department"]: one["standing"] for one in missing}
    assert (standing[FINANCE], standing["统计局"]) == ("part", "not_sent")
    assert load_workbook(tmp_path / "催报单.xlsx").active["A1"].value.endswith("催报单")


def test_what_is_wrong_is_said_in_words(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forms", str(project), "-o", str(tmp_path), "--department", "气象局"]) == 2
    assert "没有要“气象局”报的内容。要报的单位有：" in capsys.readouterr().err
    assert main(["take", str(project)]) == 2
    assert "请写上部门报来的文件" in capsys.readouterr().err
    assert main(["missing", str(project), "-o", str(tmp_path / "x.pdf")]) == 2
    assert ".docx" in capsys.readouterr().err
