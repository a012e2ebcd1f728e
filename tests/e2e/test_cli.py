"""The command line as a clerk or a script uses it: exit codes, messages, JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from model.cli.command_line import main
from model.session import Session
from tests.source import ROOT

KEY = "county-head-briefing"
OF_HALF_YEAR = ("--place", "云岭县", "--period", "2026-H1")


class Ran:
    """What a command did: its exit code and what it wrote."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Shell:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Ran:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        written = self._capsys.readouterr()
        assert "Traceback" not in written.err
        return Ran(code, written.out, written.err)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def project(run: Shell, tmp_path: Path) -> Path:
    path = tmp_path / "汇报.json"
    done = run(
        "new", KEY, "-o", path, "--place", "云岭县", "--superior", "江州市",
        "--period", "2026-H1", "--peers", "18",
    )  # fmt: skip
    assert done.code == 0
    return path


def test_templates_lists_the_five_kinds(run: Shell) -> None:
    keys = {one["key"] for one in run("templates", "--json").json}
    assert keys == {
        "county-head-briefing",
        "plenary-speech",
        "work-briefing",
        "key-work-report",
        "half-year-summary",
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "没有这个选项"),
        (["new", KEY], "缺少"),
        (["new", "no-such", "-o", "a.json", *OF_HALF_YEAR], "没有模板"),
        (["new", KEY, "-o", "a.json", "--place", "云岭县", "--period", "2026-H3"], "报告期"),
        (["new", KEY, "-o", "a.json", "--place", " ", "--period", "2026-H1"], "不能为空"),
        (["new", KEY, "-o", "no/such/folder/a.json", *OF_HALF_YEAR], "文件夹"),
        (["text", "missing.json"], "missing.json"),
        (["demo", "-o", "out", "--template", "no-such"], "没有模板"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_chinese_and_ends_with_2(
    run: Shell, arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.code == 2
    assert told in done.err
    assert not done.out
    assert not list(tmp_path.iterdir())


def test_new_does_not_overwrite(run: Shell, project: Path) -> None:
    before = project.read_bytes()
    done = run("new", KEY, "-o", project, "--place", "别县", "--period", "2026-H1")
    assert done.code == 2
    assert project.read_bytes() == before


def test_fields_lists_every_place_with_the_keys_of_the_contract(run: Shell, project: Path) -> None:
    listed = run("fields", project, "--json").json
    contract = {
        "place", "section", "label", "kind", "unit", "indicator", "facet", "period",
        "value", "last", "last_period", "last_year", "state",
    }  # fmt: skip
    assert all(contract <= one.keys() for one in listed)
    assert any(one["place"] == "gdp@2026-Q1.yoy" for one in listed)
    assert any(".figures." in one["place"] for one in listed)


def test_set_is_all_or_nothing(run: Shell, project: Path) -> None:
    before = project.read_bytes()
    done = run("set", project, "leader=王市长", "gdp@2026-Q1.yoy=12,5", "gdp@2026-Q1.rank=0")
    assert done.code == 2
    assert "gdp@2026-Q1.yoy" in done.err
    assert "gdp@2026-Q1.rank" in done.err
    assert project.read_bytes() == before


def test_set_normalizes_and_text_says_it(run: Shell, project: Path) -> None:
    done = run(
        "set", project, "gdp@2026-Q1.actual=５8.2", "gdp@2026-Q1.yoy=-3.2％", "leader=王市长"
    )
    assert done.code == 0
    text = run("text", project).out
    assert "地区生产总值，一季度完成58.2亿元，同比下降3.2%" in text
    assert "王市长" in text


def test_set_reads_a_file_of_values(run: Shell, project: Path, tmp_path: Path) -> None:
    values = tmp_path / "values.json"
    values.write_text(json.dumps({"leader": "李市长"}), encoding="utf-8")
    assert run("set", project, "--from", values).code == 0
    assert "李市长" in run("text", project).out
    values.write_text('{"leader": 5}', encoding="utf-8")
    assert run("set", project, "--from", values).code == 2


def test_check_finds_the_blanks_and_ends_with_1(run: Shell, project: Path) -> None:
    done = run("check", project, "--json")
    assert done.code == 1
    assert all({"severity", "place", "message", "fix"} <= one.keys() for one in done.json)


def test_export_in_all_three_ways(run: Shell, project: Path, tmp_path: Path) -> None:
    assert run("export", project, "-o", tmp_path / "a.docx", "--as", "proof").code == 0
    second = run("export", project, "-o", tmp_path / "b.docx", "--json").json
    assert second["draft"] == 2
    refused = run("export", project, "-o", tmp_path / "c.docx", "--as", "final")
    assert refused.code == 1
    assert "不能导出定稿" in refused.err
    assert not (tmp_path / "c.docx").exists()
    assert run("export", project, "-o", tmp_path / "d.docx", "--style", "no-such").code == 2
    bearing = ("export", project, "-o", tmp_path / "e.docx", "--label")
    assert run(*bearing, "征求意见稿").code == 0
    assert "送审稿" in run(*bearing, "征求意见稿", "--as", "proof").err
    assert "内部资料" in run(*bearing, "绝密").err


def test_a_damaged_project_is_told_and_left_alone(run: Shell, tmp_path: Path) -> None:
    path = tmp_path / "坏.json"
    path.write_text('{"format": "xugao-project", "version": 1,', encoding="utf-8")
    for command in ("text", "fields", "check"):
        done = run(command, path)
        assert done.code == 2
        assert "坏.json" in done.err
    assert path.read_text(encoding="utf-8").endswith(",")


def test_a_project_open_elsewhere_is_not_changed(run: Shell, project: Path) -> None:
    from model.session import Session

    other = Session.load(project)
    done = run("set", project, "leader=王市长")
    assert done.code == 2
    assert "正在别处打开" in done.err
    other.close()
    assert run("set", project, "leader=王市长").code == 0


def test_demo_makes_all_samples_and_says_where(run: Shell, tmp_path: Path) -> None:
    done = run("demo", "-o", tmp_path / "demo", "--json").json
    assert len(done) == 5
    for one in done:
        assert one["problems"] == 0
        assert Path(one["word"]).read_bytes().startswith(b"PK")
        assert "XX" not in Path(one["text"]).read_text(encoding="utf-8")
    again = run("demo", "-o", tmp_path / "demo")
    assert again.code == 0
    assert str(tmp_path / "demo") in again.out


def test_a_word_file_never_takes_the_place_of_a_project(run: Shell, project: Path) -> None:
    before = project.read_bytes()
    done = run("export", project, "-o", project, "--force")
    assert (done.code, project.read_bytes()) == (2, before)
    assert ".docx" in done.err
    assert run("changes", project, "--word", project).code == 2
    assert project.read_bytes() == before


def test_a_folder_in_the_place_of_the_word_file_is_told(run: Shell, project: Path) -> None:
    (project.parent / "文件夹.docx").mkdir()
    done = run("export", project, "-o", project.parent / "文件夹.docx")
    assert done.code == 2
    assert "文件夹" in done.err


@pytest.mark.parametrize("place", ["云\x01岭县", "云\n岭县", " "])
def test_a_place_that_no_file_holds_is_refused(run: Shell, tmp_path: Path, place: str) -> None:
    path = tmp_path / "新.json"
    done = run("new", KEY, "-o", path, "--place", place, "--period", "2026-H1")
    assert (done.code, path.exists()) == (2, False)
    assert "--place" in done.err


def test_a_project_is_not_saved_under_the_name_of_a_word_file(run: Shell, tmp_path: Path) -> None:
    path = tmp_path / "汇报.docx"
    done = run("new", KEY, "-o", path, *OF_HALF_YEAR)
    assert (done.code, path.exists()) == (2, False)
    assert ".json" in done.err


def test_one_place_takes_one_value(run: Shell, project: Path) -> None:
    before = project.read_bytes()
    done = run("set", project, "leader=王市长", "leader=李市长")
    assert (done.code, project.read_bytes()) == (2, before)
    assert "leader" in done.err


def test_values_may_stand_after_the_options_of_set(
    run: Shell, project: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "数字.json"
    listed.write_text('{"leader": "王市长"}', encoding="utf-8")
    assert run("set", project, "--from", listed, "--json", "meeting=座谈会").json["set"] == 2
    assert run("set", project, "leader=王市长", "--unknown").code == 2


def test_nothing_to_do_is_told(run: Shell, project: Path) -> None:
    for command in ("renew", "correct", "changes"):
        assert "没有" in run(command, project).out


def test_without_a_display_the_window_is_not_tried(project: Path) -> None:
    keep = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    keep.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, ROOT / "main.py"], env=keep, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert "图形界面" in done.stderr.decode()


def test_a_rank_is_listed_with_one_unit(run: Shell, project: Path) -> None:
    place = next(
        one["place"] for one in run("fields", project, "--json").json if one["kind"] == "rank"
    )
    assert run("set", project, f"{place}=3").code == 0
    line = next(one for one in run("fields", project).out.splitlines() if one.startswith(place))
    assert line.endswith("第3位")


def test_proposals_are_listed_while_somebody_else_has_the_project_open(
    run: Shell, project: Path
) -> None:
    holder = Session.load(project)
    try:
        assert run("correct", project).code == 0
        assert run("correct", project, "--all").code == 2
    finally:
        holder.close()


def test_a_manuscript_of_another_year_than_asked_for_is_told(run: Shell, tmp_path: Path) -> None:
    old = tmp_path / "旧稿.txt"
    old.write_text("云岭县2025年上半年工作总结\n一、工作情况\n开工项目20个。\n", encoding="utf-8")
    said = run("intake", old, "-o", tmp_path / "a.json", "--period", "2026-H1")
    assert said.code == 0
    assert "旧稿写的是2025年上半年" in said.out
    assert "旧稿写的是" not in run("intake", old, "-o", tmp_path / "b.json").out


def test_an_old_report_goes_on_to_the_next_period_in_one_command(
    run: Shell, tmp_path: Path
) -> None:
    old, new = tmp_path / "旧稿.txt", tmp_path / "新稿.xugao"
    lines = ["云岭县2025年上半年工作总结", "一、工作情况", "上半年，地区生产总值完成118.6亿元。"]
    old.write_text("\n".join(lines), encoding="utf-8")
    assert run("intake", old, "-o", new, "--next", "2024-H1").code == 2
    assert not new.exists()
    said = run("intake", old, "-o", new, "--next", "2026-H1").out
    assert "已接着写2026年上半年：1个数跟着指标走" in said
    assert "2025年上半年的数现在是上年同期数" in said
    assert "云岭县2026年上半年工作总结" in run("text", new).out
    assert "gdp@2026-H1.actual\t未填" in run("fields", new).out


def test_all_texts_of_a_project_are_exported_into_a_folder(
    run: Shell, project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    assert run("arrange", project, "add-report", "work-briefing").code == 0
    assert "这个文件夹" in run("export", project, "--all", "-o", folder).err
    folder.mkdir()
    assert len(run("export", project, "--all", "-o", folder, "--json").json) == 2
    assert len(list(folder.glob("*送审稿第1稿*.docx"))) == 2
    refused = run("export", project, "--all", "-o", folder, "--as", "final")
    assert refused.code == 1
    assert refused.err.count("不能导出定稿") == 2
