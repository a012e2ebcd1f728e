"""A template dropped into the folder is there everywhere, with no code and no sample of its own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.cli.command_line import main
from model.jobs.samples import keys_without_sample, sample_keys
from model.library import shipped
from model.word.read.word_source import read_docx
from tests.source import ROOT
from tests.ui.shell_window import Answers
from ui.dialogs.templates import TemplateList
from ui.renewal.taking_page import TakingPage
from ui.shell.main_window import MainWindow

KEY = "town-summary"
NAME = "乡镇工作小结"
CONTENT = {
    "key": KEY,
    "version": 1,
    "name": NAME,
    "summary": "乡镇写给县里的小结。",
    "fields": [{"id": "leader", "label": "听取小结的领导", "group": "会议"}],
    "indicators": ["gdp"],
    "front": {"title": "{place}{period}工作小结", "salutation": "{leader}："},
    "content": [
        {
            "kind": "section",
            "id": "s-economy",
            "heading": {"marker": {"style": "一、"}, "text": "经济运行情况"},
            "content": [
                {
                    "kind": "indicators",
                    "id": "b-growth",
                    "opening": "{period}，",
                    "use": [{"indicator": "gdp", "facets": ["actual", "yoy"]}],
                }
            ],
        }
    ],
}


@pytest.fixture(autouse=True)
def dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped templates in a folder of the test, with one more file."""
    folder = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", folder)
    file = folder / "reports" / f"{KEY}.json"
    file.write_text(json.dumps(CONTENT, ensure_ascii=False), "utf-8")
    monkeypatch.setattr(shipped, "TEMPLATES", folder)


def ran(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def test_the_command_line_goes_all_the_way_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, word = tmp_path / "小结.json", tmp_path / "小结.docx"
    assert ran("templates") == 0
    assert NAME in capsys.readouterr().out
    assert ran("new", KEY, "-o", project, "--place", "云岭县", "--period", "2026-H1") == 0
    assert ran("fields", project) == 0
    assert "听取小结的领导" in capsys.readouterr().out
    assert ran("set", project, "gdp@2026-H1.actual=118.6", "gdp@2026-H1.yoy=5.8") == 0
    assert ran("text", project) == 0
    assert "上半年，地区生产总值完成118.6亿元，同比增长5.8%。" in capsys.readouterr().out
    assert ran("export", project, "-o", word) == 0
    texts = [line.text for line in read_docx(word.read_bytes(), word).lines()]
    assert "云岭县上半年工作小结" in "".join(texts)


def test_the_samples_are_made_and_it_is_said_to_have_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert keys_without_sample() == (KEY,)
    assert ran("demo", "-o", tmp_path / "demo") == 0
    written = capsys.readouterr()
    assert f"“{KEY}”（{NAME}）没有样例" in written.err
    assert len(list((tmp_path / "demo").glob("*.docx"))) == len(sample_keys())
    assert ran("demo", "--template", KEY, "-o", tmp_path / "demo") == 2
    told = capsys.readouterr().err
    assert f"模板“{KEY}”（{NAME}）没有样例" in told
    assert sample_keys()[0] in told


def test_the_window_offers_it_and_opens_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = TemplateList(KEY)
    qtbot.addWidget(templates)
    assert templates.key == KEY
    window = MainWindow(Answers())
    qtbot.addWidget(window)
    window.show()
    taking = TakingPage(window.desk.settings, window)
    assert taking.template.findData(KEY) >= 0
    project = tmp_path / "小结.json"
    assert ran("new", KEY, "-o", project, "--place", "云岭县", "--period", "2026-H1") == 0
    assert window.open_file(project)
    assert window.wizard is not None
    titles = [step.title for step in window.wizard.step_list.steps]
    assert "经济运行情况" in "".join(titles)
    for step in window.wizard.step_list.steps:
        window.wizard.go_to_step(step.key)
    window.filing.leave()
