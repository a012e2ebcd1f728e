"""`rules` lists every rule with its example, and switches some off for one project."""

import json
from pathlib import Path

import pytest

from model.check.registry import RULES
from model.cli.command_line import main
from model.storage import project_file
from tests.check.clean import clean


def saved(folder: Path) -> str:
    path = folder / "材料.json"
    project = clean(("i1.text", "截止目前，开工36个。"))
    path.write_text(project_file.dumps(project), encoding="utf-8")
    return str(path)


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, str]]:
    return {one["check"]: one for one in json.loads(capsys.readouterr().out)}


def test_all_rules_are_listed_with_reason_source_and_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rules", "--json"]) == 0
    assert listed(capsys).keys() == RULES.keys()
    assert main(["rules"]) == 0
    told = capsys.readouterr().out
    assert all(rule.reason in told and rule.wrong in told for rule in RULES.values())


def test_a_rule_is_switched_off_and_on_in_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path)
    assert main(["check", path, "--json"]) == 1
    assert [one["check"] for one in json.loads(capsys.readouterr().out)] == ["until"]
    assert main(["rules", path, "--off", "until", "--json"]) == 0
    assert listed(capsys)["until"]["off"]
    assert main(["check", path, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["rules", path, "--on", "until", "--json"]) == 0
    assert not listed(capsys)["until"]["off"]


def test_wrong_use_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--off", "until"]) == 2
    assert "请写明是哪份材料" in capsys.readouterr().err
    assert main(["rules", saved(tmp_path), "--off", "blank"]) == 2
    assert "不能关掉" in capsys.readouterr().err
