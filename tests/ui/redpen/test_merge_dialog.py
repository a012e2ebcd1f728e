"""合并 in the window: a file changed meanwhile, and a colleague's copy."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from model.report.tree import items_of
from model.session import Session
from model.storage import project_file
from tests.ui.shell_window import Answers, saved_example, window
from ui.dialogs.conflict import Resolution
from ui.redpen.redpen_dialog import RedpenDialog


def test_a_file_changed_meanwhile_is_merged_and_then_saved(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    answers.resolution = Resolution.MERGE
    main = window(answers)
    path = saved_example(tmp_path)
    assert main.open_file(path)
    workspace = main.filing.workspace
    assert workspace is not None
    mine, theirs = [one.id for one in items_of(workspace.project.reports[0]) if len(one.text) > 20][
        :2
    ]
    colleague = Session.load(path)
    colleague.set(f"{theirs}.text", "同事在那边改的。")
    colleague.save()
    colleague.close()
    assert workspace.set(f"{mine}.text", "我在这里改的。") is None
    main.commands["save"].trigger()
    dialog = main.next_period.beside("redpen")
    assert isinstance(dialog, RedpenDialog)
    qtbot.waitUntil(lambda: dialog.read_file is not None, timeout=10_000)
    assert dialog.told.text() == "共1处改动，还有1处没有定。"
    assert main.header._redpen.text() == "合并：还有1处没有定"
    dialog.take_all()
    dialog.apply()
    assert main.filing.save()
    saved = {one.id: one.text for one in items_of(project_file.load(path).project.reports[0])}
    assert (saved[mine], saved[theirs]) == ("我在这里改的。", "同事在那边改的。")
    dialog.close()
    other = tmp_path / "别的.json"
    alien = workspace.project.changed(id="pother")
    other.write_text(project_file.dumps(alien), encoding="utf-8")
    main.next_period.ask_file = lambda *_: other
    main.commands["merge"].trigger()
    refused = main.next_period.beside("redpen")
    assert isinstance(refused, RedpenDialog)
    qtbot.waitUntil(lambda: bool(refused.wrong.text()), timeout=10_000)
    assert "另外一份材料" in refused.wrong.text()
