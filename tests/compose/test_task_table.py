"""任务分解表 in a text says what the ledger says, as a block and as an annex."""

from datetime import date
from functools import cache

from model.arrange.parts import add_block, add_part
from model.compose.compose import Composer
from model.document import Paragraph, Role, Table
from model.entry.apply import Assignment, set_values
from model.ledger.edits import struck_off, with_tasks
from model.report.ledger import LedgerTask, Status
from model.report.project import Project
from model.report.section import Section, TaskTableBlock, blocks_of
from tests.samples import example

TODAY = date(2026, 10, 9)
HEADS = ("序号", "任务", "牵头单位", "配合单位", "完成时限", "进展情况")


@cache
def project() -> Project:
    """A briefing with 任务分解表 in a part of its own, and three tasks in its ledger."""
    made = example("work-briefing")
    report = made.reports[0]
    made = add_part(made, report.id, "重点任务分解表")
    part = made.reports[0].content[-1]
    assert isinstance(part, Section)
    made = add_block(made, "task_table", inside=part.id)
    tasks = (
        LedgerTask(id="", text="改造小区12个。", lead=("住建局",), deadline="2026-M10"),
        LedgerTask(id="", text="储备项目30个。", support=("住建部门",), notes={"2026-H1": "9个"}),
        LedgerTask(id="", text="文明创建。", lead=("宣传部",), status=Status.STANDING),
    )
    return with_tasks(made, tasks)


def block_of(made: Project) -> TaskTableBlock:
    blocks = blocks_of(made.reports[0].content)
    return next(one for one in blocks if isinstance(one, TaskTableBlock))


def table_of(made: Project, composer: Composer | None = None) -> Table | None:
    body = (composer or Composer()).compose(made, made.reports[0]).body
    return next((one for one in body if isinstance(one, Table) and one.titles == HEADS), None)


def test_the_table_lists_the_open_tasks_and_follows_every_change_of_the_ledger() -> None:
    composer = Composer()
    table = table_of(project(), composer)
    assert table is not None
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows[0] == ["1", "改造小区12个。", "住建局", "—", "2026年10月底前", "未启动。"]
    assert rows[1][2:] == ["XX", "住建部门", "—", "未启动。9个。"]
    assert rows[2][5] == "长期坚持。"
    first = project().tasks[0].id
    assert table.row_ids[0] == f"{block_of(project()).id}_{first}"
    now = set_values(project(), [Assignment(f"{first}.status", "推进中")], TODAY)
    again = table_of(now, composer)
    assert again is not None
    assert again.rows[0][5].text == "推进中。"
    closed = struck_off(now, first, "督查室", TODAY)
    fewer = table_of(closed, composer)
    assert fewer is not None
    assert len(fewer.rows) == 2
    assert table_of(project().changed(tasks=()), composer) is None


def test_the_table_of_one_department_and_as_an_annex() -> None:
    block = block_of(project()).id
    own = set_values(project(), [Assignment(f"{block}.department", "住建局")], TODAY)
    table = table_of(own)
    assert table is not None
    assert [row[1].text for row in table.rows] == ["改造小区12个。", "储备项目30个。"]
    part = own.reports[0].content[-1].id
    annexed = set_values(own, [Assignment(f"{part}.annex", "是")], TODAY)
    body = Composer().compose(annexed, annexed.reports[0]).body
    roles = [one.role for one in body if isinstance(one, Paragraph)]
    assert Role.ANNEX_TITLE in roles
    titles = [one.text for one in body if isinstance(one, Paragraph)]
    assert "重点任务分解表" in titles
