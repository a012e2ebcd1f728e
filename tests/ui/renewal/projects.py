"""Open projects for the tests of the next period."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from model.renewal.next_period import carry
from model.session import Session
from tests.samples import example
from ui.renewal.manuscript_dialog import ManuscriptDialog
from ui.workspace import Workspace

MANUSCRIPT = """云岭县2026年上半年工作总结
（2026年7月5日）
各位领导：
上半年，全县坚持稳中求进，地区生产总值完成118.6亿元，同比增长5.8%；固定资产投资增长6.3%，居全市第4位。
一、工业经济稳步回升
一是抓项目。开工项目36个，完成投资22亿元。二是抓企业。截止6月底，新增规上企业5家,总数达到86家。
二、民生持续改善
全县城镇新增就业2310人，完成年度任务的55.0%。
三、下步打算
（一）抓投资。力争全年完成投资88亿元。
汇报完毕，请批评指正。"""


def workspace(key: str = "work-briefing") -> Workspace:
    """An example, open."""
    return Workspace(Session.new(example(key)))


def carried(key: str = "work-briefing") -> Workspace:
    """An example carried on to the next period, open."""
    return Workspace(Session.new(carry(example(key))))


def read_on(qtbot: QtBot, dialog: ManuscriptDialog, page: int) -> None:
    """Press the button of the dialog of old manuscripts, and wait for the page."""
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.page == page)
