"""`arrange` as a script uses it: what was added is told, what cannot be done changes nothing."""

from pathlib import Path

import pytest

from model.cli.arrange import OPERATIONS
from model.storage.project_file import load
from tests.e2e.test_cli import Shell


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def project(run: Shell, tmp_path: Path) -> Path:
    path = tmp_path / "报告.json"
    made = run("new", "key-work-report", "-o", path, "--place", "云岭县", "--period", "2026-H1")
    assert made.code == 0
    return path


def ids(run: Shell, project: Path, kind: str) -> list[str]:
    return [one["id"] for one in run("arrange", project, "--json").json if one["kind"] == kind]


def test_without_an_operation_it_lists_what_there_is_with_its_ids(
    run: Shell, project: Path
) -> None:
    listed = run("arrange", project).out.splitlines()
    assert listed[0].split("\t")[1] == "文稿"
    parts = ids(run, project, "部分")
    assert len(parts) == 3
    assert any(line.strip().startswith(parts[0]) for line in listed)


def test_a_new_part_is_told_by_its_ids_and_can_be_written_in(run: Shell, project: Path) -> None:
    last = ids(run, project, "部分")[-1]
    done = run("arrange", project, "add-part", "保障措施", "after", last, "--json")
    part, _, item = done.json["added"]
    assert run("set", project, f"{item}.text=压实责任。").code == 0
    text = run("text", project).out
    assert "四、保障措施\n压实责任。" in text
    assert run("arrange", project, "move", part, "before", last).code == 0
    assert "三、保障措施" in run("text", project).out


def test_points_rows_and_columns_are_added_and_taken_away(run: Shell, project: Path) -> None:
    item, table = ids(run, project, "要点")[1], ids(run, project, "表格")[0]
    for arguments in (
        ("add-item", item), ("copy", item), ("style", item, "一是"), ("remove", item),
        ("add-row", table), ("add-column", table, "责任领导"),
        ("add-block", "tasks", "after", table),
    ):  # fmt: skip
        done = run("arrange", project, *arguments)
        assert done.code == 0, done.err
    (tasks,) = ids(run, project, "任务")[:1]
    assert run("arrange", project, "add-task", tasks).code == 0
    assert run("arrange", project, "apart", tasks).code == 0
    assert item not in {one["id"] for one in run("arrange", project, "--json").json}


def test_an_indicator_is_named_by_key_or_name_and_stays_while_it_is_used(
    run: Shell, project: Path
) -> None:
    block = ids(run, project, "指标")[0]
    assert run("arrange", project, "add-indicator", block, "零售业销售额").code == 0
    assert "零售业销售额" in run("text", project).out
    refused = run("arrange", project, "remove-indicator", "零售业销售额")
    assert refused.code == 2
    assert "还写在“上半年工作情况”" in refused.err
    assert run("arrange", project, "remove-indicator", block, "零售业销售额").code == 0
    defined = run("arrange", project, "define-indicator", "茶叶网络零售额", "亿元", "--json").json
    assert run("arrange", project, "add-indicator", block, defined["added"][0]).code == 0


def test_fields_and_a_second_text_are_added(run: Shell, project: Path) -> None:
    (field,) = run("arrange", project, "add-field", "走访企业", "integer", "家", "--json").json[
        "added"
    ]
    assert run("set", project, f"{field}=1.5").code == 2
    assert run("arrange", project, "remove-field", field).code == 0
    assert run("arrange", project, "add-report", "work-briefing").code == 0
    assert len(ids(run, project, "文稿")) == 2
    assert run("arrange", project, "add-part", "甲").code == 2


def test_fields_and_indicators_move_in_their_own_lists_and_keep_their_ids(
    run: Shell, project: Path
) -> None:
    def lists() -> tuple[list[str], list[str]]:
        loaded = load(project).project
        return [one.id for one in loaded.fields], [one.id for one in loaded.indicators]

    fields, indicators = lists()
    assert run("arrange", project, "move", fields[0], "down").code == 0
    assert run("arrange", project, "move", indicators[1], "up").code == 0
    assert run("arrange", project, "rename-field", fields[0], "换了的名称").code == 0
    moved = [fields[1], fields[0], *fields[2:]], [indicators[1], indicators[0], *indicators[2:]]
    assert lists() == moved
    field = load(project).project.field(fields[0])
    assert field is not None
    assert field.label == "换了的名称"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("fly",), "没有“fly”这种操作。可用的操作：add-part"),
        (("move",), "“move”写作：move 编号 up|down"),
        (("move", "zz9", "up"), "没有“zz9”"),
        (("remove", "zz9"), "没有“zz9”"),
        (("add-part", "甲", "beside", "zz9"), "after 编号"),
        (("add-indicator", "没有的指标"), "没有指标“没有的指标”"),
        (("add-field", "甲", "colour"), "没有“colour”这一种。可选：text"),
        (("add-block", "picture", "inside", "zz9"), "没有“picture”这种内容"),
    ],
)
def test_what_cannot_be_done_is_told_and_the_file_stays(
    run: Shell, project: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = project.read_bytes()
    done = run("arrange", project, *arguments)
    assert done.code == 2
    assert told in done.err
    assert project.read_bytes() == before


def test_at_the_edge_nothing_is_written(run: Shell, project: Path) -> None:
    first = ids(run, project, "部分")[0]
    run("arrange", project, "move", first, "up")
    before = project.read_bytes()
    done = run("arrange", project, "move", first, "up")
    assert done.code == 0
    assert "没有变动" in done.out
    assert project.read_bytes() == before


def test_every_operation_says_how_it_is_written(run: Shell, project: Path) -> None:
    for name, operation in OPERATIONS.items():
        told = run("arrange", project, name, *["x"] * 9)
        assert told.code == 2
        assert f"{name} {operation.usage}" in told.err
    assert load(project).project.reports
