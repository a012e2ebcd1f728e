"""任务分解表 on a part's page: what it lists stands in the ledger."""

from pytestqt.qtbot import QtBot

from model.entry.apply import Assignment, set_values
from model.ledger.edits import with_tasks
from model.report.ledger import LedgerTask
from tests.small_project import TODAY, small
from tests.ui.part.part import Clerk, part
from ui.part.task_table import TaskTableCard


def test_a_table_of_tasks_says_how_many_it_lists_and_of_whom(qtbot: QtBot) -> None:
    tasks = (
        LedgerTask(id="", text="改造小区。", lead=("住建局",)),
        LedgerTask(id="", text="文明创建。", lead=("宣传部",)),
    )
    project = small(part({"kind": "task_table", "id": "b1", "caption": "任务分解表"}))
    clerk = Clerk(qtbot, with_tasks(project, tasks))
    (card,) = clerk.all(TaskTableCard)
    assert card.told.text().startswith("现在列2项没有销号的任务")
    clerk.go("b1.department")
    clerk.type("宣传部")
    assert clerk.workspace.set("b1.department", "宣传部") is None
    assert card.told.text().startswith("现在列1项")
    assert clerk.record("b1").department == "宣传部"
    first = clerk.workspace.project.tasks[1].id
    edit = [Assignment(f"{first}.lead", "住建局")]
    clerk.workspace.do("改台账", lambda now: set_values(now, edit, TODAY))
    assert card.told.text().startswith("台账里还没有要列的任务")
