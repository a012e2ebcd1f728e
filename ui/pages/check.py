"""核对: what is missing or wrong, by part or by family; a choice leads to the place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from model.check.correcting import corrected
from model.check.dismissal import dismiss, dismiss_all, may_dismiss, show_again
from model.check.problem import Problem, Severity
from model.check.registry import FAMILIES, RULES, Checker
from model.check.remarks import REMARK
from model.check.rule import Family
from model.jobs.leaders import roll_today
from model.jobs.problem_groups import REFUSED, Grouper, Grouping
from model.jobs.proposals import slips_of
from model.jobs.reported import reported_of
from model.places.refused import Refused
from model.report.sent import Sents
from ui.dialogs.choice import row_of
from ui.dialogs.difference_list import shortened
from ui.kit import theme
from ui.kit.flow import Flow
from ui.kit.labels import label
from ui.kit.page import Page
from ui.pages.problem_list import ProblemList
from ui.pages.rules_dialog import RulesDialog, explained
from ui.workspace import Workspace

_GROUPINGS = {Grouping.PART: "按部分看", Grouping.FAMILY: "按类别看"}
_FAMILY_OF = {rule.key: family for family in FAMILIES for rule in family.rules}


class CheckPage(Page):
    """The findings of the shown text. Enter or a click goes to the place of one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._checker = Checker()
        self._sent: Sents = ()
        self._grouper = Grouper()
        self._found: tuple[Problem, ...] | None = None
        self._list = ProblemList(self)  # made first: the focus goes there when the page is shown
        self._summary = label(self, wraps=True)
        self._by = QComboBox(self)
        self._by.setAccessibleName("问题怎样分组")
        self._by.addItems(list(_GROUPINGS.values()))
        self._only_errors = QCheckBox("只看必须改的(&O)", self)
        self._list.setMinimumHeight(20 * theme.unit(self))
        self._nothing = label(self, "没有必须改的了。", "secondary")
        self._reason = label(self, role="secondary", wraps=True)
        self._reason.setAccessibleName("为什么提示")
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._go = QPushButton("去改(&G)", self)
        self._go.setProperty("role", "primary")
        self._correct = QPushButton("改正(&Y)", self)
        self._correct_all = QPushButton("全部改正(&Z)…", self)
        self._dismiss = QPushButton("不再提示(&D)", self)
        self._rules = QPushButton("规则(&L)…", self)
        self._again = QPushButton("恢复忽略过的(&R)", self)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        project = self.workspace.project
        roll = roll_today(project.organization.name)
        refused = map(_problem, self.workspace.session.refused)
        report = self.workspace.report
        told = self._checker.problems(project, report, roll, sent=self._sent)
        found = (*refused, *told)
        if found != self._found:
            self._found = found
            self._wrong.hide()
            self._fill()
        self._again.setVisible(bool(self.workspace.project.dismissed))

    def showEvent(self, event: QShowEvent) -> None:
        """What was refused is no new root: it is looked up whenever the page is seen."""
        super().showEvent(event)
        self._sent = reported_of(self.workspace.project)
        self.refresh()

    def focus_place(self, place: str) -> bool:
        """The page has no editors; the list takes the focus for its own problems."""
        if not self._list.show_place(place):
            return False
        self._list.setFocus()
        return True

    def _typed_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _fill(self) -> None:
        """The list anew, staying at the finding where the clerk was."""
        found = self._found or ()
        only_errors = self._only_errors.isChecked()
        shown = [one for one in found if one.severity is Severity.ERROR or not only_errors]
        by = list(_GROUPINGS)[self._by.currentIndex()]
        project, report = self.workspace.project, self.workspace.report
        self._list.show_groups(self._grouper.groups(project, report, shown, by))
        for widget in (self._list, self._go, self._dismiss, self._only_errors, self._by):
            widget.setVisible(bool(found))
        self._nothing.setVisible(bool(found) and not shown)
        self._summary.setText(_summary(found))
        self._allow()

    def _allow(self) -> None:
        """What can be done with the current entry, and why it is there."""
        group, problem, chosen = self._list.group, self._list.problem, self._chosen()
        self._go.setEnabled(bool(chosen) and bool(chosen[0].place))
        is_open = group is not None and group.is_open
        self._go.setText("去填(&G)" if is_open else "去改(&G)")
        self._correct.setVisible(problem is not None and bool(problem.corrections))
        family = self._family()
        self._correct_all.setVisible(family is not None)
        if family is not None:
            self._correct_all.setText(f"全部改正“{family.title}”(&Z)…")
        self._dismiss.setEnabled(any(map(self._may_dismiss, chosen)))
        several, is_remark = len(chosen) > 1, bool(chosen) and chosen[0].check == REMARK.key
        words = "这一组不再提示(&D)" if several else "办完了(&D)" if is_remark else "不再提示(&D)"
        self._dismiss.setText(words)
        rule = RULES.get(problem.check) if problem is not None else None
        self._reason.setText(explained(rule) if rule is not None else "")
        self._reason.setVisible(rule is not None)

    def _chosen(self) -> tuple[Problem, ...]:
        """The current finding, or all of the current head."""
        group, problem = self._list.group, self._list.problem
        if problem is not None:
            return (problem,)
        return group.problems if group is not None else ()

    def _may_dismiss(self, problem: Problem) -> bool:
        """One by one is all put away that may be; together not what is looked at singly."""
        one_by_one = problem.check in RULES and RULES[problem.check].again
        return may_dismiss(problem) and (self._list.problem is not None or not one_by_one)

    def _family(self) -> Family | None:
        """The family all of whose slips may be put right from where the clerk stands."""
        for problem in self._chosen():
            family = _FAMILY_OF.get(problem.check)
            if family is not None and family.at_once and problem.corrections:
                return family
        return None

    def _correct_current(self) -> None:
        """The correction that the finding offers, in one step."""
        problem = self._list.problem
        if problem is not None and problem.corrections:
            made = corrected(self.workspace.project, problem.corrections)
            self._tell(self.workspace.set_all(made))

    def _correct_family(self) -> None:
        """Show what would be put right, all ticked."""
        family = self._family()
        if family is not None:
            self.proposals_wanted.emit(slips_of(family))

    def _dismiss_chosen(self) -> None:
        chosen = self._chosen()
        if self._list.problem is not None:
            is_remark = chosen[0].check == REMARK.key
            did = "勾掉一条批注" if is_remark else "不再提示一处问题"
            self._tell(self.workspace.do(did, lambda project: dismiss(project, chosen[0])))
        else:
            did = "不再提示一组问题"
            self._tell(self.workspace.do(did, lambda project: dismiss_all(project, chosen)))

    def _show_again(self) -> None:
        self._tell(self.workspace.do("恢复忽略过的问题", show_again))

    def _show_rules(self) -> None:
        problem = self._list.problem
        dialog = RulesDialog(self.workspace, problem.check if problem else "", self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, refused: str | None) -> None:
        self._wrong.setText(refused or "")
        self._wrong.setVisible(bool(refused))

    def _connect(self) -> None:
        self._list.place_wanted.connect(self.moved)
        self._list.currentRowChanged.connect(lambda *_: self._allow())
        self._go.clicked.connect(self._list.go)
        self._correct.clicked.connect(self._correct_current)
        self._correct_all.clicked.connect(self._correct_family)
        self._dismiss.clicked.connect(self._dismiss_chosen)
        self._rules.clicked.connect(self._show_rules)
        self._again.clicked.connect(self._show_again)
        self._only_errors.toggled.connect(lambda *_: self._fill())
        self._by.currentIndexChanged.connect(lambda *_: self._fill())
        self.workspace.typed_changed.connect(self._typed_changed)

    def _lay_out(self) -> None:
        space = theme.unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * space, 2 * space, 2 * space, 2 * space)
        column.setSpacing(space)
        column.addWidget(label(self, "核对", "heading"))
        column.addWidget(self._summary)
        how = Flow(gap=2 * space, below=space // 2)
        how.addWidget(self._by)
        how.addWidget(self._only_errors)
        column.addLayout(how)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addWidget(self._reason)
        column.addWidget(self._wrong)
        buttons = (self._go, self._correct, self._correct_all, self._dismiss)
        column.addLayout(row_of((*buttons, self._rules, self._again), self))
        column.addStretch(0)


def _problem(refused: Refused) -> Problem:
    """What was typed and refused, as one more thing to mend."""
    message = f"“{refused.name}”填的“{shortened(refused.typed)}”没有收下，没有存进材料。"
    return Problem(REFUSED, Severity.ERROR, refused.place, message, refused.reason)


def _summary(found: Sequence[Problem]) -> str:
    """How much is left, in words."""
    if not found:
        return "没有发现问题，可以导出定稿。"
    refused = sum(one.check == REFUSED for one in found)
    errors = sum(one.severity is Severity.ERROR for one in found) - refused
    warnings = sum(one.severity is Severity.WARNING for one in found)
    infos = len(found) - errors - warnings - refused
    parts = [
        f"填了没有收下的{refused}处" if refused else "",
        f"必须改的{errors}处（空白、待核的内容、写错的引用）" if errors else "",
        f"请留意的{warnings}处" if warnings else "",
        f"供参考的{infos}处" if infos else "",
    ]
    return "，".join(filter(None, parts)) + "。选一条，按回车或点一下就到那里；点组名展开、收起。"
