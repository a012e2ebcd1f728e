"""The year of one county from an old manuscript: intake, half-year, three quarters, the year."""

import json
from pathlib import Path

import pytest

from model.cli.command_line import main

MANUSCRIPT = """云岭县2026年上半年工作总结
今年以来，全县上下真抓实干，经济运行稳中有进。
一、经济运行稳中向好
上半年，地区生产总值完成118.6亿元，同比增长5.8%；一般公共预算收入完成6.82亿元，同比增长5.1%。
一是抓项目。上半年开工项目36个，完成投资41.2亿元。二是抓企业。新增规上企业5家，总数达到86家。
二、民生持续改善
城镇新增就业2310人，完成年度任务的55.0%。
三、下步打算
（一）抓投资。力争全年完成投资88亿元。
（二）抓增收。农业农村局牵头，年底前建成高标准农田1.2万亩。
"""


class Year:
    """The files of one year, and the commands over them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> str:
        """A command that must succeed; what it wrote."""
        assert main([str(argument) for argument in arguments]) == 0
        return self._capsys.readouterr().out

    def fields(self, project: Path) -> dict[str, dict[str, str | None]]:
        """The fillable places of a project by place."""
        return {one["place"]: one for one in json.loads(self.run("fields", project, "--json"))}

    def renew_all(self, project: Path, factor: str) -> int:
        """Renew every figure of the text and confirm the words, as a clerk does row by row."""
        values = {
            place: f"{factor}{number}"
            for number, (place, one) in enumerate(self.fields(project).items(), 1)
            if ".figures." in place and one["state"] in ("carried", "empty")
        }
        words = {
            place.removesuffix(".text") + ".checked": "是"
            for place, one in self.fields(project).items()
            if place.endswith(".text") and one["state"] == "carried"
        }
        blanks = {
            place: "已落实" for place, one in self.fields(project).items() if ".blanks." in place
        }
        file = self.folder / "values.json"
        file.write_text(json.dumps(values | blanks), encoding="utf-8")
        self.run("set", project, "--from", file)
        file.write_text(json.dumps(words), encoding="utf-8")
        self.run("set", project, "--from", file)
        return len(values)


def test_from_an_old_manuscript_to_the_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    year = Year(tmp_path, capsys)
    manuscript = tmp_path / "旧稿.txt"
    manuscript.write_text(MANUSCRIPT, encoding="utf-8")
    half, three, whole = (tmp_path / f"{name}.json" for name in ("H1", "Q3", "Y"))
    year.run("intake", manuscript, "-o", half)
    assert year.run("text", half) == MANUSCRIPT

    year.run("link", half, "--all")
    assert year.run("text", half) == MANUSCRIPT

    year.run("carry", half, "-o", three)
    year.run("renew", three, "--all")
    assert "前三季度" in year.run("text", three)
    assert year.fields(three)["gdp@2026-Q1-3.yoy"]["last"] == "5.8"
    year.run("set", three, "gdp@2026-Q1-3.actual=182.4", "gdp@2026-Q1-3.yoy=-0.3")
    assert year.renew_all(three, "1") > 3
    said = year.run("text", three)
    assert "地区生产总值完成182.4亿元，同比下降0.3%" in said
    assert "上期安排事项落实情况" in said

    year.run("carry", three, "-o", whole)
    year.run("renew", whole, "--all")
    year.run("set", whole, "gdp@2026-Y.actual=251.7", "gdp@2026-Y.yoy=6.1")
    year.renew_all(whole, "2")
    assert year.fields(whole)["gdp@2026-Y.yoy"]["last"] == "-0.3"

    word = tmp_path / "全年.docx"
    year.run("export", whole, "-o", word)
    read = json.loads(year.run("read", word, "--json"))
    composed = [line for line in year.run("text", whole).splitlines() if line.strip()]
    assert [one["text"] for one in read["paragraphs"]] == composed
    again = {(one["indicator"], one["facet"], one["text"]) for one in read["figures"]}
    assert ("地区生产总值", "actual", "251.7") in again
    assert ("地区生产总值", "yoy", "6.1") in again
