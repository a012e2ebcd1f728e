"""Version 3 knew no rules that are switched off: a project of it has them all."""

import json
from pathlib import Path

from model.storage import project_file, version_4

V3 = Path(__file__).parents[1] / "data" / "projects" / "v3.json"


def test_the_step_changes_nothing() -> None:
    data = json.loads(V3.read_text("utf-8"))
    assert version_4.lifted(data) == data


def test_a_lifted_project_has_all_rules_and_keeps_what_was_dismissed() -> None:
    project = project_file.load(V3).project
    assert project.rules_off == ()
    assert project.dismissed == ("leftover@i7k2.text",)
    assert "rules_off" not in json.loads(project_file.dumps(project))
