"""What the checks find, where, and what they leave alone."""

from typing import Any

import pytest

from model import data
from model.check.problem import Problem, Severity
from model.check.registry import problems, unfinished
from model.report.address import parse_place
from model.report.project import Project
from tests.small_project import full, put, small

CLEAN: list[dict[str, Any]] = [
    {"kind": "indicators", "id": "b1", "use": [{"indicator": "revenue", "parts": ["tax"]}]},
    {"kind": "text", "id": "b2", "paragraphs": [[{"id": "i1", "text": "工作有力。"}]]},
]
LEVELS = (("revenue@2026-H1.actual", "6.82"), ("tax@2026-H1.actual", "5.51"))


def _clean(*typed: tuple[str, str], **changes: Any) -> Project:
    return put(small(CLEAN, **changes), *LEVELS, *typed)


def _found(project: Project, check: str) -> list[Problem]:
    return [one for one in problems(project) if one.check == check]


def test_a_finished_text_has_no_problem() -> None:
    assert problems(_clean()) == ()


@pytest.mark.parametrize("key", data.template_keys())
def test_the_full_examples_have_no_problem(key: str) -> None:
    assert problems(full(key)) == ()


def test_every_problem_has_a_place_a_message_and_what_to_do() -> None:
    text = {"kind": "text", "id": "b2", "paragraphs": [[{"id": "i1", "text": "{nobody}、XX个、{"}]]}
    blocks: list[dict[str, Any]] = [
        text,
        {
            "kind": "indicators",
            "id": "b1",
            "use": ["housing", {"indicator": "gdp", "period": "a-b"}],
        },
        {"kind": "chart", "id": "b9"},
        {"kind": "chart"},
    ]
    project = small(blocks, report={"length": {"characters": 5}})
    found = problems(project)
    assert {one.check for one in found} == {
        "link", "indicator", "period", "opaque", "blank", "length",
    }  # fmt: skip
    for one in found:
        parse_place(one.place)
        assert one.message
        assert one.fix
    severities = [one.severity for one in found]
    assert severities == sorted(severities, key=lambda one: one is not Severity.ERROR)


class TestCompleteness:
    def test_a_blank_is_told_once_with_the_words_around(self) -> None:
        project = _clean(("i1.text", "新建项目XX个，{leader}到会。"))
        found = _found(project, "blank")
        assert [one.place for one in found] == ["i1.figures.0", "leader"]
        assert "新建项目【XX】个" in found[0].message
        twice = _clean(("i1.text", "{leader}到会，{leader}讲话。"))
        assert len(_found(twice, "blank")) == 1

    def test_words_of_last_period_are_told_until_confirmed(self) -> None:
        item = {"id": "i1", "text": "工作有力。", "carried": {"text": "工作有力。"}}
        content = [{"kind": "text", "id": "b2", "paragraphs": [[item]]}]
        assert [one.place for one in _found(small(content), "carried")] == ["i1.text"]
        assert problems(put(small(content), ("i1.checked", "是"))) == ()

    def test_an_optional_field_may_stay_blank(self) -> None:
        assert problems(_clean(("i1.text", "工作有力{note}。"))) == ()


class TestLinks:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("{nobody}到会。", "“{nobody}”：这份材料里没有这个字段"),
            ("{@housing.yoy}。", "没有这个指标"),
            ("{@revenue.colour}。", "不是完整的引用"),
            ("{@revenue@2026-H2.yoy}。", "报告期写得不对"),
            ("半个{括号。", "花括号本身要写两遍"),
            ("{count}项。", "没有这个字段"),
        ],
    )
    def test_a_link_that_leads_nowhere_is_an_error(self, text: str, told: str) -> None:
        (one,) = _found(_clean(("i1.text", text)), "link")
        assert (one.place, one.severity) == ("i1.text", Severity.ERROR)
        assert told in one.message

    @pytest.mark.parametrize(
        "text", ["{{nobody}}到会。", "{place}、{rest}。", "{@revenue.actual}。", "{@revenue}。"]
    )
    def test_what_exists_and_literal_braces_are_no_problem(self, text: str) -> None:
        assert _found(_clean(("i1.text", text)), "link") == []

    @pytest.mark.parametrize(
        "place", ["r1.title", "r1.closing", "i1.lead", "b1.opening", "b1.tax.opening"]
    )
    def test_links_are_followed_in_every_text(self, place: str) -> None:
        (one,) = _found(_clean((place, "{nobody}，")), "link")
        assert one.place == place

    def test_a_slot_is_known_where_its_record_fills_it(self) -> None:
        task = {"id": "t1", "text": "改造{quantity}", "quantity": "5", "unit": "个"}
        content = [{"kind": "tasks", "id": "b1", "tasks": [task]}]
        assert problems(small(content)) == ()
        assert _found(put(small(content), ("t1.text", "改造{count}")), "link")

    def test_an_indicator_the_project_has_not_is_told_at_its_block(self) -> None:
        content = [{"kind": "indicators", "id": "b1", "use": [{"indicator": "housing"}]}]
        (one,) = _found(small(content), "indicator")
        assert one.place == "b1.housing.name"


class TestNumbering:
    def test_a_row_past_the_last_sign_is_an_error_at_the_first_such_item(self) -> None:
        def row(count: int) -> Project:
            items = [
                {"id": f"i{n}", "marker": {"style": "首先，"}, "text": "甲。"} for n in range(count)
            ]
            return small([{"kind": "text", "id": "b1", "paragraphs": [items]}])

        assert _found(row(4), "numbering") == []
        (one,) = _found(row(5), "numbering")
        assert (one.place, one.severity) == ("i4.marker", Severity.ERROR)
        assert "编不到第5个" in one.message

    def test_headings_tasks_and_groups_are_numbered_too(self) -> None:
        marker = {"style": "一方面，"}
        sections = [
            {"kind": "section", "id": f"s{n}", "heading": {"marker": marker, "text": "甲"}}
            for n in range(3)
        ]
        tasks = [{"id": f"t{n}", "marker": marker, "text": "甲"} for n in range(3)]
        groups = [
            {"id": f"g{n}", "outlook": "ahead", "marker": marker, "text": "甲", "use": ["gdp"]}
            for n in range(3)
        ]
        content: list[dict[str, Any]] = [
            *sections,
            {"kind": "tasks", "id": "b1", "tasks": tasks},
            {"kind": "outlook", "id": "b2", "groups": groups},
        ]
        places = [one.place for one in _found(small(content), "numbering")]
        assert places == ["s2.marker", "t2.marker", "g2.marker"]

    def test_an_unknown_style_is_an_error_and_a_literal_sign_is_not(self) -> None:
        items = [
            {"id": "i1", "marker": {"style": "☆"}, "text": "甲。"},
            {"id": "i2", "marker": {"literal": "☆"}, "text": "甲。"},
        ]
        project = small([{"kind": "text", "id": "b1", "paragraphs": [items]}])
        assert [one.place for one in _found(project, "numbering")] == ["i1.marker"]


class TestFigures:
    PLAN = ("revenue@2026-Y.plan", "12.5")
    BASE = ("revenue@2025-H1.actual", "6.2")

    @pytest.mark.parametrize("share", ["54.6", "54.56", "55", "54.5"])
    def test_a_typed_share_within_rounding_is_no_problem(self, share: str) -> None:
        project = _clean(self.PLAN, ("revenue@2026-H1.plan_share", share))
        assert _found(project, "figure") == []

    @pytest.mark.parametrize("share", ["53.0", "64.6", "56"])
    def test_a_typed_share_beyond_rounding_is_told_and_wins(self, share: str) -> None:
        project = _clean(self.PLAN, ("revenue@2026-H1.plan_share", share))
        (one,) = _found(project, "figure")
        assert one.place == "revenue@2026-H1.plan_share"
        assert f"填的是{share}%" in one.message
        assert "算是54.6%" in one.message
        assert one.severity is Severity.WARNING

    def test_growth_of_small_rounded_amounts_is_not_told_to_be_wrong(self) -> None:
        small_ones = [("revenue@2026-H1.actual", "0.52"), ("revenue@2025-H1.actual", "0.49")]
        close, far = ("revenue@2026-H1.yoy", "5.0"), ("revenue@2026-H1.yoy", "9.0")
        project = _clean(("tax@2026-H1.actual", "0.4"), *small_ones)
        assert _found(put(project, close), "figure") == []
        assert len(_found(put(project, far), "figure")) == 1

    def test_growth_at_constant_prices_is_not_compared_with_levels(self) -> None:
        content = [{"kind": "indicators", "id": "b1", "use": ["gdp"]}]
        project = put(
            small(content),
            ("gdp@2026-H1.actual", "44"),
            ("gdp@2025-H1.actual", "40"),
            ("gdp@2026-H1.yoy", "5"),
        )
        assert _found(project, "figure") == []

    def test_a_part_larger_than_its_whole_is_told_whatever_the_units(self) -> None:
        (one,) = _found(_clean(("tax@2026-H1.actual", "68300万元")), "figure")
        assert one.place == "tax@2026-H1.actual"
        assert "税收收入（68300万元）比一般公共预算收入（6.82亿元）还大" in one.message
        assert _found(_clean(("tax@2026-H1.actual", "68213万元")), "figure") == []

    @pytest.mark.parametrize("earlier", ["2026-Q1", "2026-M1-5", "2026-M1"])
    def test_a_value_since_january_that_falls_is_told(self, earlier: str) -> None:
        (one,) = _found(_clean((f"revenue@{earlier}.actual", "7.5亿元")), "figure")
        assert one.place == "revenue@2026-H1.actual"
        assert "7.5亿元降到上半年的6.82亿元" in one.message

    @pytest.mark.parametrize(
        "other",
        ["revenue@2025-Y.actual", "revenue@2026-M6.actual", "revenue@2026-Q2.actual",
         "revenue@2026-H1:month.actual"],
    )  # fmt: skip
    def test_other_years_single_months_and_quarters_are_not_compared(self, other: str) -> None:
        assert _found(_clean((other, "1")), "figure") == []
        assert _found(_clean((other, "9")), "figure") == []

    def test_a_balance_may_fall(self) -> None:
        content = [{"kind": "indicators", "id": "b1", "use": ["deposits"]}]
        project = put(
            small(content), ("deposits@2026-Q1.actual", "90"), ("deposits@2026-H1.actual", "80")
        )
        assert _found(project, "figure") == []

    def test_a_rank_beyond_the_peers_is_told_and_one_in_the_province_is_not(self) -> None:
        (one,) = _found(_clean(("revenue@2026-H1.rank", "增速居全市第19位")), "figure")
        assert "参加排名的只有18个" in one.message
        for fine in ("增速居全市第18位", "增速居全省第45位"):
            assert _found(_clean(("revenue@2026-H1.rank", fine)), "figure") == []

    def test_a_rank_must_tell_of_what_where_both_are_ranked(self) -> None:
        (one,) = _found(_clean(("revenue@2026-H1.rank", "3")), "figure")
        assert "没有说明是增速还是总量" in one.message
        content = [{"kind": "indicators", "id": "b1", "use": ["gdp"]}]
        project = put(small(content), ("gdp@2026-H1.actual", "4"), ("gdp@2026-H1.rank", "3"))
        assert _found(project, "figure") == []

    def test_a_value_that_is_not_shown_is_told_with_its_source(self) -> None:
        project = _clean(("revenue@2026-H1.rank@estimate", "增速居全市第19位"))
        assert [one.place for one in _found(project, "figure")] == ["revenue@2026-H1.rank"]
        better = put(project, ("revenue@2026-H1.rank@bureau", "增速居全市第2位"))
        assert [one.place for one in _found(better, "figure")] == ["revenue@2026-H1.rank@estimate"]

    def test_numbers_of_indicators_that_no_text_uses_are_not_looked_at(self) -> None:
        assert _found(_clean(("deposits@2026-H1.rank", "3")), "figure") == []
        linked = _clean(("deposits@2026-H1.rank", "3"), ("i1.text", "存款{@deposits.rank}。"))
        assert len(_found(linked, "figure")) == 1


class TestLength:
    def test_a_text_within_its_limit_is_no_problem(self) -> None:
        assert problems(_clean(report={"length": {"characters": 100}})) == ()

    def test_a_longer_one_is_a_warning_that_says_how_long_it_is(self) -> None:
        long = "甲 乙\u3000" * 300
        project = _clean(("i1.text", long), ("r1.minutes", "2"))
        (one,) = problems(project)
        assert (one.place, one.severity) == ("r1.minutes", Severity.WARNING)
        assert "超过限定的2分钟（约400字）" in one.message
        count = int(one.message.split("字")[0].removeprefix("全文"))
        assert 600 < count < 700


class TestDismissal:
    def test_a_dismissed_warning_stays_away_until_its_numbers_change(self) -> None:
        project = _clean(("revenue@2026-H1.rank", "增速居全市第19位"))
        (one,) = problems(project)
        dismissed = project.changed(dismissed=(one.key,))
        assert problems(dismissed) == ()
        assert problems(put(dismissed, ("i1.text", "工作很好。"))) == ()
        again = put(dismissed, ("revenue@2026-H1.rank", "增速居全市第20位"))
        assert len(problems(again)) == 1

    def test_an_error_cannot_be_dismissed(self) -> None:
        project = _clean(("i1.text", "{leader}到会。"))
        (one,) = problems(project)
        assert problems(project.changed(dismissed=(one.key,))) == (one,)
        assert unfinished(project, project.reports[0]) == (one,)

    def test_a_warning_does_not_stand_against_a_final_version(self) -> None:
        project = _clean(("revenue@2026-H1.rank", "增速居全市第19位"))
        assert problems(project)
        assert unfinished(project, project.reports[0]) == ()

    def test_only_the_problems_of_the_report_asked_for(self) -> None:
        project = _clean(("i1.text", "{leader}到会。"))
        other = project.reports[0].changed(id="r2", content=())
        both = project.changed(reports=(*project.reports, other))
        assert problems(both, other) == ()
        assert len(problems(both)) == 1
