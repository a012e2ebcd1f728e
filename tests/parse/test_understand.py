"""The contract of `read --json`, and what reading scores against labelled reports."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.library import shipped
from model.parse.understand import as_json, lexicon_of, understand
from model.reading.files import read_file
from model.reading.text_file import read_pasted
from tests.source import ROOT

SHARED = ROOT.parent / "shared"
LEXICON = lexicon_of(shipped.bank())
TARGETS = {
    "roles": 0.98,
    "markers": 0.98,
    "leads": 0.90,
    "figures": 0.97,
    "facets": 0.95,
    "indicators": 0.88,
}
TASKS = 0.97


def read(text: str) -> dict[str, Any]:
    return as_json(understand(read_pasted(text), LEXICON))


def test_all_that_is_understood_of_a_small_report() -> None:
    text = """云岭县2026年上半年工作总结

一、工作情况
一是抓项目。截止6月底，完成固定资产投资XX亿元，增长8.5%。二是抓招商。各项工作推进有力。
发改局牵头，抓好XX县城改造，年底前完工。"""
    out = read(text)
    assert [(one["index"], one["role"], one["level"]) for one in out["paragraphs"]] == [
        (0, "title", None), (1, "heading", 1), (2, "body", None), (3, "body", None),
    ]  # fmt: skip
    assert (out["paragraphs"][2]["marker"], out["paragraphs"][2]["lead"]) == ("一是", "抓项目。")
    assert [(one["marker"], one["lead"]) for one in out["points"]] == [("二是", "抓招商。")]
    assert [
        (one["text"], one["unit"], one["blank"], one["indicator"], one["facet"])
        for one in out["figures"]
    ] == [
        ("XX", "亿元", True, "固定资产投资", "actual"),
        ("8.5", "%", False, "固定资产投资", "yoy"),
    ]
    assert [(one["paragraph"], one["kind"]) for one in out["blanks"]] == [
        (2, "number"),
        (3, "name"),
    ]
    assert [one["text"] for one in out["periods"]] == ["2026年上半年", "截止6月底", "年底前"]
    assert [(one["lead"], one["deadline"]) for one in out["tasks"]] == [(["发改局"], "年底前")]
    assert [(one["before"], one["after"]) for one in out["corrections"]] == [("截止", "截至")]


def test_values_of_an_earlier_year_are_known_as_such() -> None:
    text = "云岭县2026年工作总结\n2025年税收收入3亿元。2026年税收收入4亿元。"
    assert [one["facet"] for one in read(text)["figures"]] == ["prior", "actual"]


@given(
    st.text(
        st.sampled_from("一二、（）是。，；X5.1%亿元增长全县月年第位部门牵头截止:,\n "), max_size=80
    )
)
def test_anything_is_understood_as_plain_values(text: str) -> None:
    out = read(text)
    assert json.loads(json.dumps(out)) == out
    lines = [line for line in read_pasted(text).lines() if not line.blank]
    assert [one["text"] for one in out["paragraphs"]] == [line.text for line in lines]
    for kind in ("points", "figures", "blanks", "periods", "tasks", "corrections"):
        for one in out[kind]:
            assert 0 <= one["start"] < one["end"] <= len(lines[one["paragraph"]].text)


def scorer() -> ModuleType:
    """The scorer that lies beside the labelled reports."""
    spec = importlib.util.spec_from_file_location("score_read", SHARED / "accept/score_read.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled reports are not here")
def test_the_labelled_reports_are_understood_as_well_as_promised() -> None:
    score = scorer()
    total = {measure: score.Tally() for measure in score.MEASURES}
    for file in sorted((SHARED / "gold").glob("*.gold.txt")):
        paragraphs, gold = score.parse_gold(file)
        got = score.from_output(read("\n".join(paragraphs) + "\n"), paragraphs)
        for measure, tally in score.score(paragraphs, gold, got).items():
            total[measure].merge(tally)
    below = {name: total[name].f1 for name, least in TARGETS.items() if total[name].f1 < least}
    assert below == {}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled reports are not here")
def test_the_tasks_of_the_labelled_speech_are_found() -> None:
    assert task_score(SHARED) >= TASKS


def task_score(shared: Path) -> float:
    """F1 of the tasks: same paragraph, same leading departments, the one text in the other.

    The labels count paragraphs from 1.
    """

    def names(lead: list[str]) -> list[str]:
        return sorted(name.removesuffix("部门") for name in lead)

    wanted = json.loads((shared / "gold/plenary-speech.tasks.json").read_text("utf-8"))
    source = read_file(shared / "seeds/plenary-speech.txt")
    understood = understand(source, LEXICON)
    found = [
        (one.paragraph + 1, understood.shapes[one.paragraph].text[one.start : one.end], one.lead)
        for one in understood.tasks
    ]
    left, right = list(found), 0
    for want in wanted:
        for one in left:
            text = want["text"]
            same = one[0] == want["paragraph"] and names(list(one[2])) == names(want["lead"])
            if same and (text in one[1] or one[1] in text or text[:12] == one[1][:12]):
                left.remove(one)
                right += 1
                break
    return 2 * right / (len(wanted) + len(found))


def test_what_one_quantity_does_to_another_keeps_its_name_and_facet_in_the_contract() -> None:
    figures = read(
        "五年来，第三产业增加值年均增长6%。今年，第三产业增加值增长5%，拉动GDP增长2.1个百分点，"
        "对经济增长的贡献率达到45%。"
    )["figures"]
    assert [(one["indicator"], one["facet"], one["text"]) for one in figures] == [
        ("第三产业增加值", "yoy", "6"),
        ("第三产业增加值", "yoy", "5"),
        ("第三产业拉动GDP增长", "points", "2.1"),
        ("对经济增长的贡献率", "actual", "45"),
    ]


def test_how_far_ahead_of_the_year_a_plan_is_stays_points_against_no_period() -> None:
    (one,) = read("地区生产总值超序时进度1.2个百分点。")["figures"]
    assert (one["indicator"], one["facet"], one["against"]) == ("地区生产总值", "points", "other")
