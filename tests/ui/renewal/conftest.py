"""The dialog of old manuscripts, open in July 2026."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.desk import Settings
from ui.renewal.manuscript_dialog import ManuscriptDialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ManuscriptDialog:
    made = ManuscriptDialog(
        Settings(last_folder=str(tmp_path)),
        ask_file=lambda *_: None,
        clock=lambda: datetime(2026, 7, 10, tzinfo=UTC),
    )
    qtbot.addWidget(made)
    made.show()
    return made
