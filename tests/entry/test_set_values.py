"""Setting places: all or nothing, every kind of record, and nothing else than an error told."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import PlaceError, ValueRefused
from model.library import shipped
from model.places.inventory import places_of
from model.renewal.next_period import carry
from model.report.project import Project
from model.storage import project_file
from model.values.state import State
from tests.small_project import document, full, line, put, record, small, text


def test_all_or_nothing_and_every_refusal_is_told() -> None:
    project = small()
    with pytest.raises(ValueRefused) as refused:
        put(
            project,
            ("leader", "王市长"),
            ("towns", "十二"),
            ("i1.figures.0", "约5"),
            ("revenue@2026-H1.actual", "6.8"),
            ("nothing", "1"),
        )
    lines = str(refused.value).splitlines()
    assert [one.split("：")[0] for one in lines] == ["towns", "nothing", "i1.figures.0"]
    assert project == small()


def test_a_new_root_shares_what_did_not_change() -> None:
    project = small()
    changed = put(project, ("i1.figures.0", "5"))
    assert changed is not project
    assert changed.observations is project.observations
    assert changed.fields is project.fields
    assert record(changed, "s2") is record(project, "s2")
    assert record(changed, "i2") is record(project, "i2")


def test_nothing_over_a_blank_and_the_same_text_give_the_very_same_root() -> None:
    """So that they are no step of undo and nothing unsaved."""
    project = put(full("work-briefing"), ("area", ""))
    same = [(place.place, place.value or " ") for place in places_of(project) if not place.facet]
    blanks = [typed for typed in same if typed[1] == " "]
    texts = [typed for typed in same if typed[0].endswith((".text", ".lead", ".heading"))]
    assert len(blanks) > 5
    assert len(texts) > 20
    assert [typed for typed in (*blanks, *texts) if put(project, typed) is not project] == []


@pytest.mark.parametrize(
    ("place", "typed", "shown"),
    [
        ("r1.title", "{place}上半年汇报", "云岭县上半年汇报"),
        ("r1.title", "{place}关于\r\n防汛的\x0b汇报", "云岭县关于\n防汛的\n汇报"),
        ("organization.name", "青山县", "青山县工作汇报"),
        ("s1.heading", "运行情况", "一、运行情况"),
        ("s1.marker", "（一）", "（一）经济运行"),
        ("i1.lead", "项目多。", "一是项目多。新建"),
        ("i1.lead", "", "一是新建项目XX个"),
        ("i3.text", "会议很多。", "会议很多。"),
        ("t1.lead", "住建局、发改局", "住建局、发改局牵头"),
        ("t1.support", "教育局", "教育局配合，XX前"),
        ("t1.quantity", "12", "改造老旧小区12个，惠及"),
        ("t1.figures.0", "860", "惠及居民860户"),
        ("t2.text", "抓好抗旱。", "二是抓好抗旱。"),
        ("b3.opening", "任务如下：", "任务如下：一是"),
        ("g1.text", "提前的{count}项。", "一是提前的1项。"),
        ("b5.caption", "项目表", "项目表"),
        ("b1.closing", "！", "XX亿元！"),
        ("u2.name", "财政收入", "财政收入完成XX亿元"),
        ("u3.opening", "在税收中，", "其中，在税收中，税收收入"),
        ("u1.facets", "同比增长、位次", "地区生产总值同比增长XX%，增速居全市第XX位"),
        ("u1.period", "2026年一季度", "地区生产总值，一季度完成"),
        ("r1.annex", "是", "附件"),
    ],
)
def test_every_kind_of_record_is_set_by_place(place: str, typed: str, shown: str) -> None:
    assert shown in text(put(small(), (place, typed)))


@pytest.mark.parametrize(
    ("place", "typed", "why"),
    [
        ("i1.colour", "1", "有：marker、lead、text"),
        ("zz.text", "1", "没有“zz”"),
        ("organization.mayor", "1", "有：name、superior、peers"),
        ("organization.name", " ", "不能为空"),
        ("organization.peers", "18%", "不是数字"),
        ("organization.peers", "0", "从1算起"),
        ("r1.characters", "5%", "不是数字"),
        ("r1.minutes", "0", "从1算起"),
        ("r1.annex", "也许", "可选：是、否"),
        ("i1.marker", "壹", "没有“壹”这种序号"),
        ("i1.text", "第一段。\n第二段。", "换行"),
        ("t1.quantity", "十二", "不是数字"),
        ("t1.quantity", "12亩", "亩.*个"),
        ("w1.width", "1", "有：name、plan、done、progress、opens"),
        ("w1.plan", "1.2吨", "吨.*亿元"),
        ("w1.opens", "2026-2-30", "没有.*这一天"),
        ("u1.colour", "1", "有：period、basis、source"),
        ("u1.facets", "颜色", "可选：actual（本期数）"),
        ("u1.period", "2026-H2", "看不懂报告期"),
        ("b1.housing.period", "2026-H1", "没有“housing.period”"),
        ("位置", "1", "看不懂位置"),
        ("", "1", "看不懂位置"),
    ],
)
def test_what_is_not_there_or_does_not_fit_is_told(place: str, typed: str, why: str) -> None:
    with pytest.raises(ValueRefused, match=why):
        put(small(), (place, typed))


def test_a_cell_is_normalized_by_its_column_and_a_share_computed_from_its_row() -> None:
    project = put(small(), ("w1.plan", "2"), ("w1.done", "9600万元"), ("w1.opens", "2026-3-1"))
    assert line(project, "1\t") == "1\t茶产业园\t2\t9600万元\t48.0\t2026年3月1日"
    typed = put(project, ("w1.progress", "50％"))
    assert line(typed, "1\t").split("\t")[4] == "50"
    assert line(put(typed, ("w1.progress", "")), "1\t").split("\t")[4] == "48.0"


def test_one_limit_of_length_takes_the_place_of_the_other() -> None:
    project = put(small(), ("r1.characters", "3000"))
    assert record(put(project, ("r1.minutes", "")), "r1").length.characters == 3000
    minutes = record(put(project, ("r1.minutes", "20")), "r1").length
    assert (minutes.characters, minutes.minutes) == (None, 20)
    assert record(put(project, ("r1.characters", "")), "r1").length is None


@cache
def _places(key: str) -> list[str]:
    return [one.place for one in places_of(full(key))]


@st.composite
def _typed(draw: st.DrawFn) -> tuple[Project, str, str]:
    key = draw(st.sampled_from(shipped.template_keys()))
    place = draw(st.sampled_from(_places(key)))
    words = st.sampled_from(
        ["5", "12.5", "－3", "约12", "1e5", "XX", "{", "}}", "{@gdp.yoy}", "\x00", "持平", "下降3%",
         "全市第3位", "2026-2-30", "2026-H1", "亿元", "10月底", "、", "\n", "1" * 40, "4,700%"]
    )  # fmt: skip
    typed = draw(st.one_of(words, st.text(max_size=30), st.lists(words, max_size=3).map("".join)))
    return full(key), place, typed


@pytest.mark.slow
@given(_typed())
def test_any_text_at_any_place_is_refused_or_gives_a_sound_project(
    case: tuple[Project, str, str],
) -> None:
    project, place, typed = case
    try:
        made = put(project, (place, typed))
    except (ValueRefused, PlaceError):
        return
    written = project_file.dumps(made)
    again = project_file.loads(written.encode("utf-8"), Path("p.json")).project
    assert project_file.dumps(again) == written
    assert document(again) == document(made)


def test_one_place_of_last_period_is_confirmed_alone() -> None:
    """A title, a cell, a figure: each by its own place, and what says nothing of it is told."""
    point = {"id": "i1", "lead": "一季度。", "text": "新建12个，完成3.5亿元。"}
    carried = carry(small([{"kind": "text", "id": "b1", "paragraphs": [[point]]}]))

    def states(project: Project) -> list[State]:
        seen = {one.place: one.state for one in places_of(project)}
        return [seen[f"i1.{name}"] for name in ("lead", "text", "figures.0", "figures.1")]

    waits, done = State.CARRIED, State.CONFIRMED
    assert states(carried) == [waits] * 4
    figure = put(carried, ("i1.figures.1.checked", "是"))
    assert states(figure) == [waits, waits, waits, done]
    assert states(put(figure, ("i1.figures.1.checked", "否"))) == [waits] * 4
    assert states(put(carried, ("i1.lead.checked", "是"))) == [done, waits, waits, waits]
    assert states(put(carried, ("i1.text.checked", "是"))) == [waits, done, done, done]
    for nothing in ("i1.marker.checked", "i1.figures.x.checked", "i1.colour.checked"):
        with pytest.raises(ValueRefused, match="可以核对的有：lead、text"):
            put(carried, (nothing, "是"))


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("i1.nope.checked", "可以核对的有：lead、text"),
        ("i1..checked", "可以核对的有：lead、text"),
        ("i1.marker.checked", "可以核对的有：lead、text"),
        ("i1.checked.checked", "可以核对的有：lead、text"),
        ("r1.name.checked", "可以核对的有：title、"),
        ("w1.nope.checked", "有：name、plan、done、progress、opens"),
        ("w1.supplier.checked", "有：name、plan、done、progress、opens"),
        ("w1.cells.done.checked", "有：name、plan、done、progress、opens"),
    ],
)
def test_what_cannot_be_checked_is_told_with_what_can(place: str, told: str) -> None:
    for project in (small(), carry(small())):
        with pytest.raises(ValueRefused, match=told):
            put(project, (place, "是"))


@pytest.mark.parametrize(
    "place", ["x" * 90_000, "i1." + "a." * 30_000 + "b", "gdp@2026-H1" + "9" * 9_000 + ".yoy"]
)
def test_a_place_of_a_whole_page_is_told_by_its_beginning(place: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        put(small(), (place, "3"))
    assert str(refused.value).startswith(place[:60])
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize(
    "place", ["towns", "tone", "meeting-day", "i1.marker", "i1.figures.0", "t1.quantity",
              "u1.facets", "w1.opens", "r1.minutes", "gdp@2026-H1.yoy", "i1.checked"],
)  # fmt: skip
def test_a_whole_page_typed_where_a_value_belongs_is_told_by_its_beginning(place: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        put(small(), (place, "某" * 50_000))
    assert "某" * 60 + "…”" in str(refused.value)
    assert len(str(refused.value)) < 400
