"""How far a project is: counted once over all its texts, with the next step in words."""

from model.jobs.new_project import add_report
from model.jobs.standing import standing_of
from model.library import shipped
from model.places.inventory import Inventory, is_left, places_of
from tests.samples import example


def test_a_finished_text_can_be_exported_and_a_blank_one_beside_it_is_what_comes_next() -> None:
    project = example("half-year-summary")
    done = standing_of(project, Inventory())
    assert (done.blanks, done.carried, done.draft) == (0, 0, 0)
    assert done.next_step == "填完了，可以导出"
    more = add_report(project, shipped.template("work-briefing"), shipped.bank()).project
    standing = standing_of(more, Inventory())
    assert standing.texts == ("工作总结", "县工作情况汇报")
    assert standing.blanks == sum(map(is_left, places_of(more))) > 0
    assert standing.next_step.startswith("接着填县工作情况汇报的“")
