"""同比 once a paragraph where a text is set so, and again behind another base."""

from typing import Any

import pytest

from model.compose.compose import Composer
from model.report.project import Project
from tests.small_project import document, put, small

VALUES = (
    ("gdp@2026-H1.yoy", "5.8"), ("revenue@2026-H1.actual", "6.8"), ("revenue@2026-H1.yoy", "5.1"),
    ("deposits@2026-H1.actual", "197"), ("deposits@2026-H1.change~year_start", "12"),
    ("deposits@2026-H1.yoy", "9"), ("tax@2026-H1.yoy", "0"), ("industry@2026-H1.yoy", "-3"),
)  # fmt: skip
NAMES = ("gdp", "revenue", "tax", "deposits", "industry")


@pytest.fixture(name="project")
def made_project() -> Project:
    use = [{"id": f"u{at}", "indicator": name} for at, name in enumerate(NAMES)]
    block: dict[str, Any] = {"kind": "indicators", "id": "b1", "use": use}
    item = {"id": "i1", "lead": None, "text": "{@gdp}，税收同比增长1%，同比增长2%。"}
    prose: dict[str, Any] = {"kind": "text", "id": "b2", "paragraphs": [[item]]}
    return put(small([block, prose]), *VALUES)


def test_it_is_said_before_the_first_growth_and_behind_another_base(project: Project) -> None:
    assert document(project).text.count("同比") == 7
    once = document(put(project, ("r1.base_once", "是")))
    _, stated, prose, _ = once.text.splitlines()
    assert stated == (
        "地区生产总值同比增长5.8%；一般公共预算收入完成6.8亿元，增长5.1%；税收收入与上年同期持平；"
        "住户存款余额达到197亿元，增长9%，较年初增加12亿元；规模以上工业增加值同比下降3%。"
    )
    assert prose == "地区生产总值同比增长5.8%，税收同比增长1%，同比增长2%。"


def test_ids_of_a_paragraph_keep_their_spans(project: Project) -> None:
    composer = Composer()
    composer.compose(project, project.reports[0])
    changed = put(project, ("r1.base_once", "是"))
    again = composer.compose(changed, changed.reports[0])
    assert again == document(changed)
    for before, after in zip(document(project).body, again.body, strict=True):
        assert before.ids == after.ids
