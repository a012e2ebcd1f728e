"""`merge`: a colleague's copy of a project beside one's own, with the save both began from."""

import json
from pathlib import Path

import pytest

from model.cli.command_line import main
from model.report.item import Item
from model.report.tree import items_of
from model.session import Session
from model.storage import project_file
from tests.samples import example


def changed(path: Path, to: Path, texts: dict[str, str]) -> Path:
    """A project file after some texts were set, saved under another name."""
    session = Session.load(path)
    for place, text in texts.items():
        session.set(place, text)
    session.save_as(to, replace=True)
    session.close()
    return to


def said(path: Path, id_: str) -> Item:
    project = project_file.load(path).project
    return next(one for one in items_of(project.reports[0]) if one.id == id_)


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_two_copies_are_merged_from_the_save_both_began_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, other = tmp_path / "材料.json", tmp_path / "同事.json"
    session = Session.new(example("work-briefing"), path)
    session.save()
    session.close()
    first, second, third = [
        one.id for one in items_of(session.project.reports[0]) if len(one.text) > 20
    ][:3]
    other.write_bytes(path.read_bytes())
    changed(path, path, {f"{first}.text": "我改的。", f"{third}.text": "我也改了。"})
    edited = project_file.load(other).project
    for id_, text in ((second, "同事改的。"), (third, "同事也改了。")):
        place = Session.new(edited)
        place.set(f"{id_}.text", text)
        edited = place.project
    other.write_text(project_file.dumps(edited), encoding="utf-8")
    assert main(["merge", str(path), str(other), "--json"]) == 1
    plan = told(capsys)
    assert plan["conflicts"] == 1
    assert "为底" in str(plan["notes"])
    assert main(["merge", str(path), str(other), "--all"]) == 1
    assert [said(path, one).text for one in (first, second, third)] == [
        "我改的。", "同事改的。", "我也改了。",
    ]  # fmt: skip
    assert main(["merge", str(path), str(other), "--accept", f"{third}.text"]) == 0
    assert said(path, third).text == "同事也改了。"


def test_another_project_or_period_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, other = tmp_path / "材料.json", tmp_path / "别的.json"
    project = example("work-briefing")
    path.write_text(project_file.dumps(project), encoding="utf-8")
    other.write_text(project_file.dumps(project.changed(id="pother")), encoding="utf-8")
    assert main(["merge", str(path), str(other)]) == 2
    assert "另外一份材料" in capsys.readouterr().err
    later = project.changed(period="2027-H1")
    other.write_text(project_file.dumps(later), encoding="utf-8")
    assert main(["merge", str(path), str(other)]) == 2
    assert "同一期" in capsys.readouterr().err
