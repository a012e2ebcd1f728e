"""The projects that lie under examples/ are finished, and are what their values make."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from model.check.registry import problems
from model.compose.compose import compose
from model.jobs.export import Stage, export
from model.jobs.samples import sample_keys
from model.library import shipped
from model.places.inventory import places_of
from model.storage import migrations, project_file
from model.values.state import State
from tests.samples import example
from tests.source import ROOT

KEYS = sample_keys()


@pytest.mark.parametrize("key", KEYS)
def test_an_example_says_what_its_values_make(key: str) -> None:
    project = project_file.load(ROOT / "examples" / f"{key}.json").project
    made = example(key)
    assert compose(project, project.reports[0]).text == compose(made, made.reports[0]).text


@pytest.mark.parametrize("key", KEYS)
def test_an_example_is_in_todays_format(key: str) -> None:
    data = json.loads((ROOT / "examples" / f"{key}.json").read_text("utf-8"))
    assert data["version"] == migrations.CURRENT


@pytest.mark.parametrize("key", KEYS)
def test_an_example_is_exported_for_good(key: str, tmp_path: Path) -> None:
    project = project_file.load(ROOT / "examples" / f"{key}.json").project
    report = project.reports[0]
    assert problems(project) == ()
    assert not [one.place for one in places_of(project) if one.state is State.EMPTY]
    style = shipped.house_style(report.house_style)
    done = export(project, report, tmp_path / "a.docx", style, Stage.FINAL)
    assert done.removed == ()
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes())) as package:
        assert "XX" not in package.read("word/document.xml").decode()
