"""Former versions are lifted step by step, in memory, and none is forgotten."""

import json
from pathlib import Path
from typing import Any

import pytest

from model.report.project import CURRENT_VERSION
from model.storage import migrations, project_file

FROZEN = Path(__file__).parents[1] / "data" / "projects"


def test_a_file_of_every_version_is_frozen_and_opens() -> None:
    for version in range(1, migrations.CURRENT + 1):
        file = FROZEN / f"v{version}.json"
        assert json.loads(file.read_text("utf-8"))["version"] == version
        assert project_file.load(file).project.version == migrations.CURRENT


def test_the_records_and_the_steps_agree_on_the_present_version() -> None:
    assert migrations.CURRENT == CURRENT_VERSION
    assert sorted(migrations.MIGRATIONS) == list(range(1, migrations.CURRENT))


def test_steps_run_in_order_from_where_the_file_stands() -> None:
    def one(data: dict[str, Any]) -> dict[str, Any]:
        return data | {"went": [*data["went"], 1]}

    def two(data: dict[str, Any]) -> dict[str, Any]:
        return data | {"went": [*data["went"], 2]}

    steps = {1: one, 2: two}
    data = {"version": 1, "went": []}
    assert migrations.lifted(data, 3, steps=steps) == {"version": 3, "went": [1, 2]}
    assert data == {"version": 1, "went": []}
    halfway = {"version": 2, "went": []}
    assert migrations.lifted(halfway, 3, steps=steps) == {"version": 3, "went": [2]}
    assert migrations.lifted(data, 1, steps=steps) is data


def test_an_old_project_is_lifted_on_load_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the next version will do it: this one becomes an old one."""

    def rename(data: dict[str, Any]) -> dict[str, Any]:
        return data | {"dismissed": ["lifted"]}

    current = migrations.CURRENT
    monkeypatch.setattr(migrations, "CURRENT", current + 1)
    monkeypatch.setitem(migrations.MIGRATIONS, current, rename)
    opened = project_file.load(FROZEN / f"v{current}.json")
    assert not opened.read_only
    assert opened.project.dismissed == ("lifted",)
    assert len(opened.notes) == 1
    assert f'"version": {current + 1}' in project_file.dumps(opened.project)
