"""Every project of a former version still opens, says what it said, and loses nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.cli.command_line import main
from model.compose.compose import compose
from model.storage import drafts, paths, project_file

FROZEN = Path(__file__).parents[1] / "data" / "projects"
FILES = sorted(FROZEN.glob("v*/*.json"))
NAMES = [f"{file.parent.name}-{file.stem}" for file in FILES]
each_frozen_file = pytest.mark.parametrize("file", FILES, ids=NAMES)


def records(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a file that stand for a record of their own, the file itself first."""
    if isinstance(value, dict):
        if "format" in value or "id" in value:
            yield value
        for inside in value.values():
            yield from records(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from records(inside)


def saved(project: project_file.Loaded) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(project_file.dumps(project.project))
    return data


def test_samples_of_every_template_and_carried_ones_are_frozen() -> None:
    assert len(FILES) >= 10
    assert sum(file.stem.endswith("carried") for file in FILES) >= 3
    assert all(file.with_suffix(".txt").is_file() for file in FILES)


@each_frozen_file
def test_a_frozen_project_says_what_it_said(file: Path) -> None:
    project = project_file.load(file).project
    texts = [compose(project, report).text + "\n" for report in project.reports]
    assert "\n".join(texts) == file.with_suffix(".txt").read_text("utf-8")


@each_frozen_file
def test_a_frozen_project_says_on_the_command_line_what_it_said(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = []
    for report in project_file.load(file).project.reports:
        assert main(["text", str(file), "--report", report.id]) == 0
        texts.append(capsys.readouterr().out)
    assert "\n".join(texts) == file.with_suffix(".txt").read_text("utf-8")


@each_frozen_file
def test_a_frozen_project_opens_to_be_written_and_is_the_same_after_a_save(file: Path) -> None:
    opened = project_file.load(file)
    assert not opened.read_only
    text = project_file.dumps(opened.project)
    again = project_file.loads(text.encode("utf-8"), file)
    assert again.notes == ()
    assert again.project == opened.project
    assert project_file.dumps(again.project) == text


@each_frozen_file
def test_no_record_of_a_frozen_project_is_lost(file: Path) -> None:
    before = [one["id"] for one in records(json.loads(file.read_text("utf-8"))) if "id" in one]
    after = [one["id"] for one in records(saved(project_file.load(file))) if "id" in one]
    assert len(before) > 50
    assert set(before) <= set(after)


@each_frozen_file
def test_keys_that_a_later_program_added_survive_in_every_record(file: Path) -> None:
    data = json.loads(file.read_text("utf-8"))
    marks = {}
    for number, record in enumerate(records(data)):
        record["x-later"] = marks[record.get("id", "")] = {"number": [number, None, "数"]}
    raw = json.dumps(data, ensure_ascii=False).encode("utf-8")
    kept = saved(project_file.loads(raw, file))
    found = {
        record.get("id", ""): record["x-later"] for record in records(kept) if "x-later" in record
    }
    assert found == marks


def test_a_frozen_draft_is_read_with_every_text_it_had() -> None:
    kept = json.loads((FROZEN.parent / "drafts" / "v1.json").read_text("utf-8"))
    file = paths.drafts_dir("p1", "r1") / "0001.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    draft = drafts.load("p1", "r1", 1)
    assert (draft.number, draft.meta) == (1, kept["meta"])
    assert len(kept["texts"]) > 50
    assert draft.texts == kept["texts"]
