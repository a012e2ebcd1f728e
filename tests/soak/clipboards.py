"""What lies on a clipboard when a clerk pastes: from Excel, WPS, Word, web pages, PDF and worse."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

TEXTS = (
    "12.5",
    "1.3万",
    "abc",
    "５.１％",
    "−3.2",
    "",
    "  \n\n  ",
    "甲\n乙\x07丙",
    "一是抓项目。\n二是抓改革。\n三是抓民生。",
    "地区生产总值\t118.6\t5.1\n固定资产投资\t\t-3.2\n",
    '"南湖大桥\n（续建）"\t桩基完成\t3.2亿元\n',
    '"没有结束的引号\t1\n2\t3',
    "指标\t本期数\t同比增长(%)\n一般公共预算收入（亿元）\t6.82\t5.1\n不存在的指标\t1\t2\n",
    "\t".join("列" * 30) + "\n" + "\t".join("1" * 30),
    "\n".join(f"项目{number}\t{number}" for number in range(40)),
    "{@gdp.yoy}",
    "{leader}{nothing}{@",
    "}}{{{",
    "{" * 300,
    "增长" * 2000 + "5.1%",
    "\x00\x01\x1f\x7f\u200b\ufeff\u202e",
    "a\u0301\U00020000\U0001f600",
    "<b>粗</b>&amp;<script>",
    "截至6月底，完成投资3.5亿元，同比增长5.1%，全市第2位。" * 20,
    "%s %d {0} \\n \\\\",
    "'; drop table",
    "x" * 200_000,
    "\r\r\n\n\r",
    "\u2028\u2029\x0b\x0c",
)
TABLES = (
    "<table><tr><td rowspan=2>项目</td><td colspan=2>投资</td></tr><tr><td>计划</td><td>完成</td>",
    "<table><tr><td><p>茶</p><p>园</p></td><td>4</td><td>3.2</td></tr></table>",
    "<p>没有表</p>",
    "<table><tr><td>5.1<table><tr><td>内</td></tr></table></td></tr>",
    "<table>" + "<tr><td>1<td>2" * 50,
    "<html><body><!--StartFragment--><table><tr><td>12<td>abc<td>1.3万</table>",
    "<" * 5000,
)


def fill(chance: Random) -> str:
    """Put one of them on the clipboard; what it is, in a few words."""
    data = QMimeData()
    if chance.random() < 0.2:
        html = chance.choice(TABLES)
        data.setHtml(html)
        if chance.random() < 0.5:
            data.setText(chance.choice(TEXTS))
        said = f"html {html[:30]!r}"
    else:
        text = chance.choice(TEXTS)
        data.setText(text)
        said = f"text {text[:30]!r}"
    QGuiApplication.clipboard().setMimeData(data)
    return said
