"""`redpen`: from an export to the file that came back and into the project."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from model.cli.command_line import main
from model.report.project import Project
from model.session import Session
from model.storage import project_file
from tests.samples import example

NAME = "work-briefing"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project on disk, and its first draft beside it."""
    return exported(example(NAME), tmp_path / "材料.json")


def exported(project: Project, path: Path) -> Path:
    session = Session.new(project, path)
    session.save()
    session.close()
    assert main(["export", str(path), "-o", str(path.with_suffix(".docx")), "--as", "review"]) == 0
    return path


def came_back(path: Path, before: str, after: str) -> Path:
    """The draft with one text changed, tracking off, under another name."""
    data = path.with_suffix(".docx").read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                assert before.encode() in part
                part = part.replace(before.encode(), after.encode(), 1)
            new.writestr(name, part)
    changed = path.with_name("改稿.docx")
    changed.write_bytes(out.getvalue())
    return changed


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    main(["redpen", *arguments, "--json"])
    return json.loads(capsys.readouterr().out)


def texts_of(file: Path) -> str:
    with zipfile.ZipFile(file) as whole:
        return whole.read("word/document.xml").decode()


def value(path: Path, place: str) -> str:
    indicator, _, rest = place.partition("@")
    period, _, facet = rest.partition(".")
    return next(
        str(one.value)
        for one in project_file.load(path).project.observations
        if (one.indicator, str(one.period), one.facet.value) == (indicator, period, facet)
    )


def test_a_changed_number_goes_to_its_place_and_the_draft_is_named(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_file.load(file).project
    gdp = next(one for one in project.observations if one.facet.value == "yoy")
    place = f"{gdp.indicator}@{gdp.period}.yoy"
    changed = came_back(file, f"增长{gdp.value}%", "下降3.7%")
    said = told(capsys, str(file), str(changed))
    assert (said["draft"], said["conflicts"]) == (1, 0)
    (change,) = said["changes"]
    assert (change["place"], change["before"], change["theirs"], change["state"]) == (
        place, f"增长{gdp.value}%", "下降3.7%", "open",
    )  # fmt: skip
    assert value(file, place) == str(gdp.value)
    assert main(["redpen", str(file), str(changed), "--accept", place]) == 0
    assert value(file, place) == "-3.7"
    changed_value = next(one for one in project_file.load(file).project.observations if one.given)
    assert changed_value.given is not None
    assert changed_value.given.file == "改稿.docx"
    assert changed_value.source is gdp.source
    assert len(changed_value.given.digest) == 64
    assert told(capsys, str(file), str(changed))["changes"][0]["state"] == "same"


def test_what_both_sides_changed_is_left_open_with_exit_code_1(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_file.load(file).project
    gdp = next(one for one in project.observations if one.facet.value == "yoy")
    place = f"{gdp.indicator}@{gdp.period}.yoy"
    changed = came_back(file, f"增长{gdp.value}%", "增长9.9%")
    assert main(["set", str(file), f"{place}=8.8"]) == 0
    assert main(["redpen", str(file), str(changed), "--all"]) == 1
    assert value(file, place) == "8.8"
    out = capsys.readouterr().out
    assert "有1处两边都改了" in out
    assert "（材料里现在是增长8.8%）" in out
    assert main(["redpen", str(file), str(changed), "--accept", place]) == 0
    assert value(file, place) == "9.9"


def test_the_file_of_another_project_is_refused_by_name(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    following = tmp_path / "下期.json"
    assert main(["carry", str(file), "-o", str(following)]) == 0
    assert main(["redpen", str(following), str(file.with_suffix(".docx"))]) == 2
    told_error = capsys.readouterr().err
    assert "是另一份材料第1稿（导出时叫“材料.docx”）的改稿" in told_error


def test_a_place_that_was_not_changed_is_told(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = str(file.with_suffix(".docx"))
    assert main(["redpen", str(file), draft]) == 0
    assert "改稿里没有改动。" in capsys.readouterr().out
    assert main(["redpen", str(file), draft, "--accept", "leader"]) == 2
    assert "没有“leader”这一处改动" in capsys.readouterr().err
    assert main(["redpen", str(file), draft, "--accept", "leader=乱写"]) == 2
    assert "可以写：各处、此处、手写" in capsys.readouterr().err


def test_drafts_are_compared_and_opinions_written_as_word_files(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_file.load(file).project
    gdp = next(one for one in project.observations if one.facet.value == "yoy")
    place = f"{gdp.indicator}@{gdp.period}.yoy"
    changed = came_back(file, f"增长{gdp.value}%", "下降3.7%")
    table, marked, listed = (file.with_name(f"{name}.docx") for name in ("采纳", "花脸", "说明"))
    assert main(["redpen", str(file), str(changed), "--all", "--adoption", str(table)]) == 0
    assert ">采纳<" in texts_of(table)
    file.with_suffix(".docx").unlink()
    assert main(["export", str(file), "-o", str(file.with_suffix(".docx")), "--as", "review"]) == 0
    wanted = ["compare", str(file), "--draft", "1"]
    files = ["--marked", str(marked), "--list", str(listed)]
    capsys.readouterr()
    assert main([*wanted, *files, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert any("下降3.7%" in one["after"] for one in found)
    assert main([*wanted, "--later", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == found
    assert '<w:strike/><w:color w:val="C00000"/>' in texts_of(marked)
    assert "下降3.7%" in texts_of(listed)
    assert main([*wanted, "--later", "1"]) == 2
    assert main(["redpen", str(file), str(changed), "--leave", place]) == 0
