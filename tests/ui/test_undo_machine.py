"""Any sequence of edits, undone, gives back the first project; redone, the last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from model.jobs.samples import sample_keys
from model.places.inventory import places_of
from model.report.project import Project
from model.session import Session
from tests.arrange.operations import arrangements, cuts
from tests.samples import example
from ui.workspace import Workspace

EXAMPLES = {key: example(key) for key in sample_keys()}
TYPED = ("", "12.5", "-3", "云岭县", "2026-07-05", "3位", "一般公共预算收入{gdp}", "甲、乙")


class UndoMachine(RuleBasedStateMachine):
    """The window's workspace beside a plain list of all roots; the clock never stands still for
    two edits, so every edit is a step.
    """

    @initialize(key=st.sampled_from(sorted(EXAMPLES)))
    def open(self, key: str) -> None:
        self.now = datetime(2026, 7, 5, tzinfo=UTC)
        self.workspace = Workspace(Session.new(EXAMPLES[key], clock=self.tick))
        self.roots = [EXAMPLES[key]]
        self.at = 0
        self.told = 0
        self.workspace.changed.connect(self.count)

    def tick(self) -> datetime:
        self.now += timedelta(seconds=2)
        return self.now

    def count(self) -> None:
        self.told += 1

    def edited(self, told_before: int, refused: str | None) -> None:
        """After an edit: a new root, told once, or the same root and a reason or nothing."""
        project: Project = self.workspace.project
        is_new = project is not self.roots[self.at]
        assert self.told - told_before == is_new
        if is_new:
            assert refused is None
            del self.roots[self.at + 1 :]
            self.roots.append(project)
            self.at += 1

    @rule(draw=st.data(), typed=st.sampled_from(TYPED))
    def set(self, draw: st.DataObject, typed: str) -> None:
        """Type something into a place, which may refuse it."""
        places = [one.place for one in places_of(self.workspace.project)]
        if places:
            told = self.told
            place = draw.draw(st.sampled_from(places))
            self.edited(told, self.workspace.set(place, typed))

    @rule(draw=st.data())
    def arrange(self, draw: st.DataObject) -> None:
        """Add, move, split, join, rename or remove something."""
        told = self.told
        project = self.workspace.project
        operation = draw.draw(st.one_of(arrangements(project), cuts(project)))
        self.edited(told, self.workspace.do("整理", operation))

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        assert self.workspace.undo() is not None
        self.at -= 1

    @precondition(lambda self: self.at + 1 < len(self.roots))
    @rule()
    def redo(self) -> None:
        assert self.workspace.redo() is not None
        self.at += 1

    @invariant()
    def stands_where_it_should(self) -> None:
        assert self.workspace.project is self.roots[self.at]
        assert (self.workspace.session.can_undo is None) is (self.at == 0)
        assert (self.workspace.session.can_redo is None) is (self.at + 1 == len(self.roots))

    def teardown(self) -> None:
        """All the way back, and all the way forward again."""
        if not hasattr(self, "workspace"):
            return
        while self.workspace.undo() is not None:
            pass
        assert self.workspace.project is self.roots[0]
        while self.workspace.redo() is not None:
            pass
        assert self.workspace.project is self.roots[-1]


UndoMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=20)
TestUndo = UndoMachine.TestCase
