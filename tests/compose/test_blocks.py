"""Text, tasks, tables, headings, front matter and annex."""

from typing import Any

from model.document import Paragraph, Part, Role, Table
from tests.small_project import document, line, put, small, text


def _text(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"kind": "text", "id": "b1", "paragraphs": list(rows)}


def _item(id_: str, style: str | None, words: str, lead: str | None = None) -> dict[str, Any]:
    marker = {"style": style} if style else None
    return {"id": id_, "marker": marker, "lead": lead, "text": words}


def test_points_of_one_paragraph_are_numbered_and_a_new_paragraph_goes_on() -> None:
    block = _text(
        [_item("i1", "一是", "甲。"), _item("i2", "一是", "乙。")], [_item("i3", "一是", "丙。")]
    )
    assert text(small([block])).splitlines()[1:3] == ["一是甲。二是乙。", "三是丙。"]


def test_a_literal_sign_stays_and_a_style_past_its_last_sign_shows_its_own() -> None:
    block = _text([{"id": "i1", "marker": {"literal": "六是"}, "text": "甲。"}])
    assert line(small([block]), "六是") == "六是甲。"
    many = _text(*([_item(f"i{n}", "①", "甲。")] for n in range(60)))
    assert text(small([many])).splitlines()[-2].startswith("①甲")


def test_a_lead_is_set_apart_and_a_marked_paragraph_has_its_level() -> None:
    made = document(small([_text([_item("i1", "（一）", "甲。", "抓项目。")])]))
    paragraph = made.body[1]
    assert isinstance(paragraph, Paragraph)
    assert [span.part for span in paragraph.spans] == [Part.MARKER, Part.LEAD, Part.TEXT]
    assert (paragraph.role, paragraph.level, paragraph.ids) == (Role.BODY, 2, ("i1",))


def test_headings_are_numbered_within_their_row_and_renumbered_when_one_goes() -> None:
    def section(id_: str, style: str, *content: dict[str, Any]) -> dict[str, Any]:
        heading = {"marker": {"style": style}, "text": f"标题{id_}"}
        return {"kind": "section", "id": id_, "heading": heading, "content": list(content)}

    sub = [section("s2", "（一）"), section("s3", "（一）")]
    content = [section("s1", "一、", *sub), section("s4", "一、", section("s5", "（一）"))]
    assert text(small(content)).splitlines()[1:-1] == [
        "一、标题s1", "（一）标题s2", "（二）标题s3", "二、标题s4", "（一）标题s5",
    ]  # fmt: skip
    assert "一、标题s4" in text(small(content[1:]))


TASK = {"id": "t1", "marker": {"style": "一是"}, "text": "改造{quantity}，惠及XX户", "unit": "个"}


def _task(**more: Any) -> str:
    block = {"kind": "tasks", "id": "b1", "tasks": [TASK | more]}
    return text(small([block])).splitlines()[1]


def test_a_task_says_who_with_whom_by_when_and_how_much() -> None:
    assert _task() == "一是改造XX个，惠及XX户。"
    assert _task(lead=["住建局"]) == "一是住建局牵头，改造XX个，惠及XX户。"
    assert (
        _task(lead=["住建局"], support=["财政局", "水务局"], deadline="10月底前", quantity="12.0")
        == "一是住建局牵头，财政局、水务局配合，10月底前改造12.0个，惠及XX户。"
    )
    assert _task(deadline="") == "一是XX前改造XX个，惠及XX户。"
    assert _task(text="抓好防汛。") == "一是抓好防汛。"


def test_a_blank_behind_the_quantity_is_filled_at_the_place_it_shows() -> None:
    project = small(
        [{"kind": "tasks", "id": "b1", "tasks": [TASK | {"text": "建XX个、{quantity}、XX户"}]}]
    )
    assert "建5个、XX个、7户" in text(put(project, ("t1.figures.0", "5"), ("t1.figures.1", "7")))
    spans = [span for span in document(project).body[1].spans if span.text == "XX"]  # type: ignore[union-attr]
    assert [span.place for span in spans] == ["t1.figures.0", "t1.figures.1"]


def test_tasks_stand_in_one_paragraph_or_each_in_its_own() -> None:
    tasks = [{"id": f"t{n}", "marker": {"style": "1."}, "text": f"第{n}件"} for n in (1, 2)]
    block = {"kind": "tasks", "id": "b1", "opening": "任务：", "tasks": tasks}
    assert text(small([block])).splitlines()[1:-1] == ["任务：1.第1件。2.第2件。"]
    apart = text(small([block | {"separate": True}])).splitlines()[1:-1]
    assert apart == ["任务：", "1.第1件。", "2.第2件。"]


def test_a_table_has_units_in_its_head_numbers_flush_right_and_computed_shares() -> None:
    project = put(small(), ("w1.plan", "2"), ("w1.done", "0.96"))
    (table,) = [one for one in document(project).body if isinstance(one, Table)]
    assert table.titles == (
        "序号",
        "项目",
        "年度计划（亿元）",
        "已完成（亿元）",
        "进度（%）",
        "开工时间",
    )
    (row,) = table.rows
    assert [cell.text for cell in row] == ["1", "茶产业园", "2", "0.96", "48.0", "XX"]
    assert [cell.numeric for cell in row] == [True, False, True, True, True, False]
    assert (table.ids, table.row_ids) == (("b5",), ("w1",))
    assert table.keys == ("_number", "name", "plan", "done", "progress", "opens")


def test_a_table_without_rows_and_a_block_of_a_newer_version_show_nothing() -> None:
    table = {"kind": "table", "id": "b1", "caption": "表", "columns": [], "rows": []}
    assert text(small([table, {"kind": "chart", "id": "b9", "data": [1]}])).splitlines() == [
        "云岭县工作汇报",
        "汇报完毕。",
    ]


def test_what_a_damaged_file_holds_is_shown_as_it_is() -> None:
    project = put(small(), ("meeting-day", "2026-7-5"), ("w1.plan", "2"), ("w1.done", "1"))
    fields = tuple(
        one.changed(value="某天") if one.id == "meeting-day" else one for one in project.fields
    )
    damaged = project.changed(fields=fields)
    assert "某天开会" in text(put(damaged, ("i3.text", "{meeting-day}开会。")))


FRONT = {
    "title": "关于{place}\n工作的汇报", "subtitle": "云岭县人民政府",
    "date_line": "（2026年7月5日）",
    "recipients": "市政府：", "salutation": "各位领导：", "closing": "汇报完毕。",
    "signature": "{place}人民政府", "issued": "2026年7月5日",
}  # fmt: skip


def test_front_matter_stands_in_its_customary_order() -> None:
    made = document(small([], report={"front": FRONT}))
    assert [one.role for one in made.body if isinstance(one, Paragraph)] == [
        Role.TITLE, Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.RECIPIENTS, Role.SALUTATION,
        Role.CLOSING, Role.SIGNATURE, Role.ISSUED,
    ]  # fmt: skip
    assert made.text.splitlines()[:2] == ["关于云岭县", "工作的汇报"]
    assert text(small([], report={"front": {"title": "汇报"}})) == "汇报"


def test_the_annex_lists_what_blocks_state_in_the_order_of_the_bank_and_no_mere_links() -> None:
    block = {"kind": "indicators", "id": "b1", "use": [
        {"indicator": "revenue", "parts": ["tax"]}, "gdp"]}  # fmt: skip
    linked = _text([_item("i1", None, "存款{@deposits.yoy}。")]) | {"id": "b2"}
    project = put(
        small([block, linked], report={"annex": True}),
        ("revenue@2026-H1.actual", "68213万元"),
        ("revenue@2026-Y.plan", "12.5"),
        ("gdp@2026-H1.yoy", "-0.5"),
        ("gdp@2026-H1.rank", "3"),
    )
    assert text(project).split("附件\n")[1].splitlines() == [
        "2026年上半年主要指标完成情况",
        "指标\t单位\t本期\t同比（%）\t占年度计划（%）\t位次",
        "地区生产总值\t亿元\t—\t-0.5\t—\t增速全市第3位",
        "一般公共预算收入\t亿元\t68213万元\t—\t54.6\t—",
        "税收收入\t亿元\tXX\t—\t—\t—",
    ]
    assert "附件" not in text(small([linked], report={"annex": True}))


def test_tasks_stand_inside_their_numbered_demand_and_a_department_alone_is_told_what_to_do() -> (
    None
):
    first = {
        "kind": "tasks", "id": "b1", "marker": {"style": "一要"}, "opening": "守住底线。",
        "alone": "要", "tasks": [
            {"id": "t1", "lead": ["住建部门"], "deadline": "年底前", "text": "改造老旧小区。"},
            {"id": "t2", "lead": ["卫健部门"], "support": ["各乡镇"], "text": "抓好监测。"},
        ],
    }  # fmt: skip
    second = {
        "kind": "tasks", "id": "b2", "marker": {"style": "一要"}, "opening": "补齐短板。",
        "tasks": [{"id": "t3", "lead": ["教育部门"], "text": "增加学位。"}],
    }  # fmt: skip
    lines = text(small([first, second])).splitlines()
    assert lines[1] == (
        "一要守住底线。住建部门要在年底前改造老旧小区。卫健部门牵头，各乡镇配合，抓好监测。"
    )
    assert lines[2] == "二要补齐短板。教育部门牵头，增加学位。"
