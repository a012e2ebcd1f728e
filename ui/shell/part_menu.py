"""Adding, renaming, moving and removing parts from the step list, and whole texts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from model.arrange.order import duplicate, move, remove, shift
from model.arrange.parts import add_part
from model.arrange.records import added
from model.jobs.brief import add_brief
from model.jobs.new_project import add_report
from model.jobs.remove_report import remove_report
from model.jobs.steps import Step, StepKind
from model.library import shipped
from model.report.project import Project
from model.report.report import Report
from model.report.section import Section
from model.report.tree import find
from ui.dialogs.points import PointsDialog
from ui.shell.asking import Asking
from ui.shell.header import Header
from ui.shell.step_list import StepList
from ui.workspace import Workspace


class Parts(QObject):
    """What the step list's menu and keys do to the parts of the text that is shown.

    `place_wanted` tells where the clerk writes next: in what was added.
    """

    place_wanted = Signal(str)

    def __init__(self, workspace: Workspace, list_: StepList, asking: Asking) -> None:
        super().__init__(list_)
        self._workspace = workspace
        self._list = list_
        self._asking = asking
        list_.menu_wanted.connect(self._show_menu)
        list_.rename_wanted.connect(self.rename)
        list_.move_wanted.connect(self.move)
        list_.remove_wanted.connect(self.remove)
        list_.drop_wanted.connect(self.drop)

    def attend_to(self, header: Header) -> None:
        """Do what the tabs of the texts ask for, and the button that adds one."""
        tabs = header.texts
        header.add_text.clicked.connect(self.add_text)
        tabs.wanted.connect(self._workspace.choose_report)
        tabs.moved.connect(self.move_text)
        tabs.rename_wanted.connect(self.rename_text)
        tabs.remove_wanted.connect(self.remove_text)
        tabs.menu_wanted.connect(self._show_text_menu)

    def add(self, key: str = "") -> None:
        """A new part behind the part `key`, or behind the last one that has a heading."""
        heading = self._asking.line("新部分的标题", "标题", "")
        if heading is None:
            return
        before = self._workspace.project
        report = self._workspace.report.id
        after = key if self._is_part(key) else None
        self._do("加部分", lambda project: add_part(project, report, heading, after=after))
        made = added(before, self._workspace.project)
        if made:
            self._list.chosen.emit(made[0])
            self.place_wanted.emit(f"{made[1]}.text")

    def rename(self, key: str) -> None:
        """Another heading for a part."""
        section = find(self._workspace.project, key)
        if not self._is_part(key) or not isinstance(section, Section):
            return
        now = section.heading.text if section.heading else ""
        heading = self._asking.line("部分的标题", "标题", now)
        if heading is not None and heading != now:
            self._tell(self._workspace.set(f"{key}.heading", heading))

    def move(self, key: str, by: int) -> None:
        """Move a part up or down among the others."""
        if self._is_part(key):
            did = "上移部分" if by < 0 else "下移部分"
            self._do(did, lambda project: shift(project, key, by))

    def double(self, key: str) -> None:
        """A copy of a part behind it, with ids of its own."""
        step = self._step(key)
        if step is not None and self._is_part(key):
            self._do(f"复制“{step.title}”", lambda project: duplicate(project, key))

    def drop(self, key: str, beside: str, is_after: bool) -> None:
        """Move a part behind another, or before it."""
        before, after = (None, beside) if is_after else (beside, None)
        if self._is_part(key) and self._is_part(beside):
            self._do("移动部分", lambda project: move(project, key, before=before, after=after))

    def remove(self, key: str) -> None:
        """Take a part away; undo brings it back."""
        step = self._step(key)
        if step is not None and self._is_part(key):
            self._remove(f"“{step.title}”", lambda project: remove(project, key))

    def add_text(self) -> None:
        """One more text in the project, made from a template the clerk chooses."""
        key = self._asking.template("")
        if key is None:
            return
        before = {report.id for report in self._workspace.project.reports}
        template = shipped.template(key)
        self._do(
            f"增加文稿“{template.name}”",
            lambda project: add_report(project, template, shipped.bank()).project,
        )
        for report in self._workspace.project.reports:
            if report.id not in before:
                self._workspace.choose_report(report.id)

    def add_brief(self, id_: str = "") -> None:
        """A shorter text of the same points and numbers, and what of them it is to say."""
        report = self._text(id_)
        before = {one.id for one in self._workspace.project.reports}
        self._do(f"做“{report.name}”的简版", lambda project: add_brief(project, report.id).project)
        for made in self._workspace.project.reports:
            if made.id not in before:
                self._workspace.choose_report(made.id)
                self.pick_points()

    def pick_points(self) -> None:
        """Tick what the text that is shown says."""
        dialog = PointsDialog(self._workspace, self._list.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def rename_text(self, id_: str = "") -> None:
        """Another name for a text, the one that is shown for '': in its tab, and for its files."""
        report = self._text(id_)
        name = self._asking.line("文稿改名", "这份文稿叫什么", report.name)
        if name is None or name == report.name:
            return
        self._tell(self._workspace.set(f"{report.id}.name", name) if name else "请写出文稿的名称。")

    def move_text(self, id_: str, by: int) -> None:
        """Move a text among the others."""
        name = self._text(id_).name
        self._do(f"移动文稿“{name}”", lambda project: shift(project, id_, by))

    def remove_text(self, id_: str = "") -> None:
        """Take a text away, which undo brings back; where it was shown, show one that is left."""
        report = self._text(id_)
        self._remove(f"文稿“{report.name}”", lambda project: remove_report(project, report.id))
        if self._workspace.project.report(self._workspace.shown) is None:
            self._workspace.choose_report(self._workspace.project.reports[0].id)

    def text_menu(self, id_: str, parent: QWidget) -> QMenu:
        """What can be done with a text; freed when it is closed."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("增加文稿(&N)…", self.add_text)
        menu.addAction("做一份简版(&B)…", lambda: self.add_brief(id_))
        menu.addSeparator()
        menu.addAction("文稿改名(&R)…\tF2", lambda: self.rename_text(id_))
        menu.addAction("左移(&L)\tAlt+←", lambda: self.move_text(id_, -1))
        menu.addAction("右移(&M)\tAlt+→", lambda: self.move_text(id_, 1))
        menu.addSeparator()
        menu.addAction("删去这份文稿(&X)\tDelete", lambda: self.remove_text(id_))
        return menu

    def _show_text_menu(self, id_: str, at: QPoint) -> None:
        self.text_menu(id_, self._list).popup(at)

    def _text(self, id_: str) -> Report:
        return self._workspace.project.report(id_) or self._workspace.report

    def menu(self, key: str, parent: QWidget) -> QMenu:
        """What can be done with a step; freed when it is closed."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("加一个部分(&N)…", lambda: self.add(key))
        if self._is_part(key):
            menu.addSeparator()
            menu.addAction("改标题(&R)…\tF2", lambda: self.rename(key))
            menu.addAction("上移(&U)\tAlt+↑", lambda: self.move(key, -1))
            menu.addAction("下移(&D)\tAlt+↓", lambda: self.move(key, 1))
            menu.addAction("复制(&C)", lambda: self.double(key))
            menu.addSeparator()
            menu.addAction("删去(&X)\tDelete", lambda: self.remove(key))
        return menu

    def _show_menu(self, key: str, at: QPoint) -> None:
        self.menu(key, self._list).popup(at)

    def _step(self, key: str) -> Step | None:
        return next((one for one in self._list.steps if one.key == key), None)

    def _is_part(self, key: str) -> bool:
        step = self._step(key)
        return step is not None and step.kind is StepKind.PART

    def _remove(self, what: str, change: Callable[[Project], Project]) -> None:
        before = self._workspace.project
        self._do(f"删去{what}", change)
        if self._workspace.project is not before:
            self._workspace.removed.emit(f"已删去{what}。")

    def _do(self, did: str, change: Callable[[Project], Project]) -> None:
        self._tell(self._workspace.do(did, change))

    def _tell(self, refused: str | None) -> None:
        if refused:
            self._asking.told(refused)
