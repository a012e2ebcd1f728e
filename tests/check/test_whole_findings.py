"""Each finding whole: how serious it is, where, what is said, and what to do about it."""

from typing import Any

import pytest

from model.check.dismissal import dismiss, show_again
from model.check.length import length_of
from model.check.problem import Problem, Severity
from model.check.registry import problems, unfinished
from model.compose.compose import compose
from model.errors import ValueRefused
from model.report.project import Project
from tests.check.clean import CLEAN, clean, found
from tests.small_project import put, small

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def retitled(project: Project, title: str) -> Project:
    report = project.reports[0]
    front = report.front.changed(title=title)
    return project.changed(reports=(report.changed(front=front),))


def test_a_text_without_a_title() -> None:
    assert problems(retitled(clean(), "")) == (
        Problem("title", ERROR, "r1.title", "还没有写题目", "在“基本情况”里写上题目"),
    )


def test_a_blank_and_the_words_around_it() -> None:
    words = "全县上下齐心协力抓项目促发展，新建项目XX个，总投资和完成投资都比上年同期多，形势很好。"
    assert found(clean(("i1.text", words)), "blank") == [
        Problem(
            "blank", ERROR, "i1.figures.0",
            "还没有填：…力抓项目促发展，新建项目【XX】个，总投资和完成投资都比…", "填上数或文字",
        )
    ]  # fmt: skip


def test_the_words_around_a_blank_are_of_its_own_paragraph_one_after_another() -> None:
    (one,) = found(clean(("i1.text", "{place}的{leader}到{superior}开会。")), "blank")
    assert one.message == "还没有填：…云岭县的【XX】到江州市开会。…"
    assert one.place == "leader"


def test_words_of_last_period_are_told_by_their_beginning() -> None:
    words = "全县上下齐心协力抓项目促发展，工作有力有序有效，成效一年比一年好，群众满意。"
    item = {"id": "i1", "text": words, "former": {"text": {"text": words}}}
    assert found(small([{"kind": "text", "id": "b2", "paragraphs": [[item]]}]), "carried") == [
        Problem(
            "carried", ERROR, "i1.text", f"上期内容还没有核过：…【{words[:24]}】…",
            "改写或确认这段内容",
        )
    ]  # fmt: skip


def test_a_link_that_leads_nowhere() -> None:
    for text, said in (
        ("{nobody}到会", "“{nobody}”：这份材料里没有这个字段"),
        ("{@housing.yoy}", "“{@housing.yoy}”：这份材料里没有这个指标"),
        ("{@revenue@2026-H2.yoy}", "“{@revenue@2026-H2.yoy}”：报告期写得不对"),
        ("半个{", "“{”不是完整的引用。引用写作{字段}或{@指标.方面}；花括号本身要写两遍"),
        ("{XXXX}", "“{XXXX}”不是完整的引用。引用写作{字段}或{@指标.方面}；花括号本身要写两遍"),
    ):
        assert found(clean(("i1.text", text)), "link") == [
            Problem("link", ERROR, "i1.text", said, "改正或删去")
        ]


def test_an_indicator_the_project_has_not_alone_and_in_a_pair() -> None:
    use = {"id": "u1", "indicator": "housing"}
    block: dict[str, Any] = {"kind": "indicators", "id": "b1", "use": [use]}
    fix = "在指标里加上，或从文中去掉"
    assert found(small([block]), "indicator") == [
        Problem("indicator", ERROR, "u1.name", "这份材料里没有指标“housing”", fix)
    ]
    block["use"] = [{"id": "u1", "indicator": "revenue", "paired_with": "housing"}]
    assert found(small([block]), "indicator") == [
        Problem("indicator", ERROR, "u1.name", "这份材料里没有指标“housing”", fix)
    ]


@pytest.mark.parametrize("name", ["period", "forecast_period"])
def test_a_period_of_a_use_that_is_none(name: str) -> None:
    uses = ["gdp", {"id": "u2", "indicator": "revenue", name: "a-b"}]
    (one,) = found(small([{"kind": "indicators", "id": "b1", "use": uses}]), "period")
    assert one == Problem(
        "period", ERROR, f"u2.{name}", "没有“a-b”这样的报告期", "改成2026-H1这样的报告期"
    )


def test_a_block_of_a_newer_program_with_and_without_an_id() -> None:
    said = "有一块内容（map）是更新版本的程序加的，这里显示不出来，但不会丢"
    for block, place in (({"id": "b9"}, "b9.kind"), ({}, "r1.kind")):
        content = [*CLEAN, {"kind": "map"} | block]
        assert found(small(content), "opaque") == [
            Problem("opaque", WARNING, place, said, "用新版程序打开")
        ]


def test_a_sign_past_the_last_of_its_style() -> None:
    points = [
        {"id": f"i{number}", "marker": {"style": "①"}, "text": "好。"} for number in range(60)
    ]
    content = [{"kind": "text", "id": "b2", "paragraphs": [[point] for point in points]}]
    told = found(small(content), "numbering")
    assert told
    assert told[0].severity is ERROR
    number = int(told[0].place.removeprefix("i").removesuffix(".marker")) + 1
    assert told[0].message == f"“①”这种序号编不到第{number}个"
    assert told[0].fix == "换一种序号或分开写"
    assert [one.place for one in told] == [f"i{one}.marker" for one in range(number - 1, 60)]


def test_a_text_longer_than_its_characters_by_one_and_one_that_just_fits() -> None:
    project = clean()
    length = length_of(project.reports[0], compose(project, project.reports[0]).text)
    count = length.characters
    assert problems(put(project, ("r1.characters", str(count)))) == ()
    assert problems(put(project, ("r1.characters", str(count - 1)))) == (
        Problem(
            "length", WARNING, "r1.characters",
            f"全文{length.told}，限定{count - 1}字，超出1字", "删减，或改限定的篇幅",
        ),
    )  # fmt: skip


def test_a_speech_longer_than_its_minutes() -> None:
    (one,) = found(clean(("i1.text", "甲" * 900), ("r1.minutes", "3")), "length")
    count = int(one.message.removeprefix("全文").partition("字")[0])
    assert one.place == "r1.minutes"
    assert one.message == f"全文{count}字，读出来约4.7分钟，限定3分钟，超出1.7分钟"


# Numbers.


def test_a_share_that_does_not_agree_is_told_whole_and_at_its_edge() -> None:
    plan = ("revenue@2026-H1.plan", "13.64")  # 6.82 of it are 50 %
    for share in ("50.0", "50"):
        assert found(clean(plan, ("revenue@2026-H1.plan_share", share)), "figure") == []
    (one,) = found(clean(plan, ("revenue@2026-H1.plan_share", "52.0")), "figure")
    assert one == Problem(
        "computed", WARNING, "revenue@2026-H1.plan_share",
        "一般公共预算收入的占年度计划填的是52.0%，按已填的数算是50.0%",
        "核对本期数、计划数和上年同期",
    )  # fmt: skip


def test_a_rank_that_cannot_be_is_told_whole() -> None:
    (one,) = found(clean(("revenue@2026-H1.rank", "增速居全市第19位")), "figure")
    said = "一般公共预算收入的位次是第19位，参加排名的只有18个单位"
    assert one == Problem("rank-beyond", WARNING, "revenue@2026-H1.rank", said, "核对位次")
    assert found(clean(("revenue@2026-H1.rank", "增速居全市第18位")), "figure") == []
    (one,) = found(clean(("revenue@2026-H1.rank", "3")), "figure")
    assert one.message.startswith("一般公共预算收入的位次没有说明是")
    assert one.fix == "写成“增速居全市第3位”"


def test_a_rank_is_held_against_the_peers_of_its_own_superior_alone() -> None:
    project = put(clean(), ("revenue@2026-H1.rank", "增速居全市第19位"))
    assert found(put(project, ("organization.peers", "")), "figure") == []
    assert found(put(project, ("organization.superior", "江南省")), "figure") == []
    province = put(project, ("organization.superior", "江南省"),
                   ("revenue@2026-H1.rank", "增速居全省第19位"))  # fmt: skip
    assert len(found(province, "figure")) == 1


def test_a_part_that_is_too_large_is_told_whole_and_an_equal_one_is_not() -> None:
    (one,) = found(clean(("tax@2026-H1.actual", "7.0")), "figure")
    said = "税收收入（7.0亿元）比一般公共预算收入（6.82亿元）还大"
    assert one == Problem("part", WARNING, "tax@2026-H1.actual", said, "核对两个数和单位")
    for equal in ("6.82", "6.820", "6.8", "68200万元"):
        assert found(clean(("tax@2026-H1.actual", equal)), "figure") == []


def test_a_part_is_compared_on_its_own_basis_and_by_its_amount_alone() -> None:
    month = small(CLEAN, period="2026-M5")
    typed = put(
        month, ("revenue@2026-M5:cumulative.actual", "5.0"), ("revenue@2026-M5.actual", "0.9"),
        ("tax@2026-M5:cumulative.actual", "4.0"), ("tax@2026-M5.actual", "0.7"),
    )  # fmt: skip
    assert found(typed, "figure") == []
    more = put(typed, ("tax@2026-M5.actual", "1.2"))
    assert [one.place for one in found(more, "figure")] == ["tax@2026-M5.actual"]
    assert found(clean(("tax@2026-H1.yoy", "8.5"), ("revenue@2026-H1.yoy", "1.2")), "figure") == []


def test_a_part_whose_whole_is_not_known_or_of_another_kind_is_let_be() -> None:
    without = put(small(CLEAN), ("tax@2026-H1.actual", "7.0"))
    assert found(without, "figure") == []
    gone = clean(("tax@2026-H1.actual", "7.0"))
    gone = gone.changed(indicators=tuple(one for one in gone.indicators if one.id == "tax"))
    assert found(gone, "figure") == []


def test_a_sum_that_falls_is_told_whole_and_one_that_stays_is_not() -> None:
    (one,) = found(clean(("revenue@2026-Q1.actual", "7.5")), "figure")
    said = "一般公共预算收入累计数从一季度的7.5亿元降到上半年的6.82亿元"
    fix = "核对是不是填了当月或当季的数，是否有核减或退库"
    assert one == Problem("falling-total", WARNING, "revenue@2026-H1.actual", said, fix)
    for fine in ("6.82", "6.8", "68200万元", "-3", "6.81"):
        assert found(clean(("revenue@2026-Q1.actual", fine)), "figure") == []


def test_a_sum_that_falls_by_no_more_than_rounding_hides_is_not_told() -> None:
    for now, is_told in (("6.8", False), ("6.79", True)):
        project = put(
            small(CLEAN), ("revenue@2026-Q1.actual", "6.82"), ("revenue@2026-H1.actual", now)
        )
        assert bool(found(project, "figure")) is is_told


def test_a_sum_is_compared_with_the_latest_earlier_one() -> None:
    earlier = ("revenue@2026-Q1.actual", "7.5"), ("revenue@2026-M1-5.actual", "6.0")
    told = found(clean(*earlier), "figure")
    assert [one.message for one in told] == [
        "一般公共预算收入累计数从一季度的7.5亿元降到1—5月的6.0亿元"
    ]


# Dismissing, and what stands against a final version.


def test_a_warning_is_dismissed_once_and_shown_again() -> None:
    project = clean(("revenue@2026-H1.rank", "增速居全市第19位"))
    (warning,) = problems(project)
    dismissed = dismiss(project, warning)
    assert problems(dismissed) == ()
    assert dismiss(dismissed, warning) is dismissed
    more = put(dismissed, ("tax@2026-H1.actual", "7.0"))
    (other,) = problems(more)
    assert problems(dismiss(more, other)) == ()
    assert problems(show_again(dismissed)) == (warning,)
    assert show_again(project) is project


def test_an_error_is_not_dismissed() -> None:
    project = clean(("i1.text", "{leader}到会。"))
    (error,) = problems(project)
    with pytest.raises(ValueRefused, match="空白和待核的内容不能忽略，填上或核过就不再出现"):
        dismiss(project, error)


def test_only_errors_of_the_text_itself_stand_against_its_final_version() -> None:
    project = clean(("i1.text", "{leader}到会。"))
    other = project.reports[0].changed(id="r2", content=())
    both = project.changed(reports=(*project.reports, other))
    assert len(unfinished(both, both.reports[0])) == 1
    assert unfinished(both, other) == ()
