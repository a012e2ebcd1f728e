"""The clipboard: where nothing was ever copied there is nothing, and no error."""

import pytest
from PySide6.QtGui import QClipboard
from pytestqt.qtbot import QtBot

from model.errors import ValueRefused
from ui.forms.editors.line import Line
from ui.forms.editors.pasted import MOST_PARAGRAPHS, pasted
from ui.kit.clipboard import copied, copied_cells


def test_a_screen_on_which_nothing_was_ever_copied_has_nothing_to_paste(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    line = Line()
    qtbot.addWidget(line)
    line.paste()
    assert line.text() == ""
    with pytest.raises(ValueRefused, match="剪贴板里没有文字"):
        copied_cells()


def test_more_paragraphs_than_a_report_has_are_not_pasted_and_the_way_is_told(qtbot: QtBot) -> None:
    data = copied()
    data.setText("水\n" * MOST_PARAGRAPHS)
    assert pasted(data, single_line=False).text.count("水") == MOST_PARAGRAPHS
    data.setText("水\n" * (MOST_PARAGRAPHS + 1))
    text, remark = pasted(data, single_line=False)
    assert text == ""
    assert "从旧稿开始" in remark
    assert pasted(data, single_line=True).text.count("水") == MOST_PARAGRAPHS + 1
