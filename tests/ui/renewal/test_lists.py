"""Lists beside the wizard: proposals to accept from, and what changed since last period."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from model.entry.apply import Assignment, set_values
from model.jobs.proposals import PERIODS, SLIPS, TIES
from model.library import shipped
from model.parse.intake import intake
from model.parse.understand import lexicon_of, understand
from model.reading.text_file import read_pasted
from model.renewal.next_period import carry
from model.report.project import Organization
from model.session import Session
from model.values.period import Period
from tests.samples import example
from tests.ui.renewal.projects import MANUSCRIPT, carried
from ui.renewal.changes_dialog import ChangesDialog
from ui.renewal.proposals_dialog import ProposalsDialog
from ui.workspace import Workspace


def old() -> Workspace:
    """The manuscript as a project, open."""
    source = read_pasted(MANUSCRIPT)
    done = intake(
        source, understand(source, lexicon_of(shipped.bank())), shipped.bank(),
        Organization(name="云岭县"), Period.parse("2026-H1"),
    )  # fmt: skip
    return Workspace(Session.new(done.project))


def words(dialog: ProposalsDialog) -> list[str]:
    return [dialog.items.item(row).text() for row in range(dialog.items.count())]


def test_what_is_ticked_is_done_in_one_step(qtbot: QtBot) -> None:
    here = old()
    dialog = ProposalsDialog(here, SLIPS)
    qtbot.addWidget(dialog)
    assert len(words(dialog)) == 2
    assert any("【截止】" in text for text in words(dialog))
    row = next(at for at, text in enumerate(words(dialog)) if text.startswith("截止"))
    dialog.items.item(row).setCheckState(Qt.CheckState.Unchecked)
    before = here.project
    dialog.apply()
    assert "5家，总数" in here.document().text
    assert "截止6月底" in here.document().text
    assert dialog.items.item(0).checkState() is Qt.CheckState.Unchecked
    here.undo()
    assert here.project is before
    qtbot.waitUntil(lambda: len(words(dialog)) == 2)


def test_what_only_the_clerk_can_rename_is_listed_unticked(
    qtbot: QtBot,
) -> None:
    made = example("work-briefing")
    title = f"{made.reports[0].id}.title"
    said = "云岭县2026年上半年汛期汇报"
    opened = Workspace(Session.new(carry(set_values(
        made, [Assignment(title, said)], date(2026, 7, 5)
    ))))  # fmt: skip
    dialog = ProposalsDialog(opened, PERIODS)
    qtbot.addWidget(dialog)
    dialog.show()
    season = dialog.items.item(dialog.items.count() - 1)
    assert season.text().startswith("汛期　季节")
    assert not season.flags() & Qt.ItemFlag.ItemIsUserCheckable
    dialog.apply()
    assert dialog.isVisible()
    assert "前三季度" in opened.report.front.title
    assert "汛期" in opened.report.front.title
    assert opened.set(title, "云岭县2026年上半年汇报") is None
    dialog.fill()
    assert not any(text.startswith("汛期") and "汇报" in text for text in words(dialog))


def test_numbers_are_tied_and_the_text_stays(qtbot: QtBot) -> None:
    here = old()
    text = here.document().text
    dialog = ProposalsDialog(here, TIES)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.apply()
    assert here.document().text == text
    assert words(dialog) == []
    assert not dialog.isVisible()
    assert here.set("gdp@2026-H1.yoy", "-0.4") is None
    assert "同比下降0.4%" in here.document().text


def test_a_double_click_asks_for_the_place(qtbot: QtBot) -> None:
    dialog = ProposalsDialog(old(), SLIPS)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.place_wanted) as wanted:
        dialog.items.itemDoubleClicked.emit(dialog.items.item(0))
    assert wanted.args
    assert wanted.args[0].endswith(".text")


def test_what_changed_is_listed_and_follows_edits(qtbot: QtBot) -> None:
    here = carried()
    dialog = ChangesDialog(here)
    qtbot.addWidget(dialog)
    rows = {one.place: one for one in dialog.model.rows}
    assert rows["gdp@2026-Q1-3.yoy"].note == "本期未填"
    assert here.set("gdp@2026-Q1-3.yoy", "6.1") is None
    qtbot.waitUntil(lambda: "6.1" in [one.now for one in dialog.model.rows])
    rows = {one.place: one for one in dialog.model.rows}
    assert (rows["gdp@2026-Q1-3.yoy"].last, rows["gdp@2026-Q1-3.yoy"].difference) == ("5.8", "+0.3")
    everything = len(dialog.model.rows)
    dialog.only_left.setChecked(True)
    assert 0 < len(dialog.model.rows) < everything
    assert all(one.note for one in dialog.model.rows)


def test_what_changed_is_saved_as_word(qtbot: QtBot, tmp_path: Path) -> None:
    answers: list[Path | None] = [None, tmp_path / "没有" / "x.docx", tmp_path / "说明.docx"]
    dialog = ChangesDialog(carried(), ask_file=lambda *_: answers.pop(0))
    qtbot.addWidget(dialog)
    dialog.save()
    assert list(tmp_path.iterdir()) == []
    dialog.save()
    assert dialog.message
    dialog.save()
    assert not dialog.message
    assert (tmp_path / "说明.docx").read_bytes().startswith(b"PK")
    assert "说明.docx" in dialog.told.text()
