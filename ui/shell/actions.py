"""Everything the menus offer: its words, its access key, its shortcut. What it does is not here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from model.file_names import cut_in_the_middle, path_of, readable

_MOST_NAME = 36


class Spec(NamedTuple):
    """One action; an empty key is a line between two groups. Keys behind a tab are shown only: the
    widget that has the focus takes them itself.
    """

    key: str
    text: str = ""
    shortcuts: tuple[str, ...] = ()
    needs_project: bool = True


_LINE = Spec("")
MENUS: Mapping[str, tuple[Spec, ...]] = {
    "文件(&F)": (
        Spec("new", "新建(&N)…", ("Ctrl+N",), needs_project=False),
        Spec("carry", "接着上期写(&J)…", needs_project=False),
        Spec("manuscript", "从旧稿开始(&D)…", needs_project=False),
        Spec("redpen", "导入改稿(&T)…", needs_project=False),
        Spec("paper", "照纸稿改(&Z)…"),
        Spec("drafts", "比较两稿(&K)…"),
        Spec("merge", "合并同事改的那份(&M)…"),
        Spec("open", "打开(&O)…", ("Ctrl+O",), needs_project=False),
        Spec("recent", "最近的材料(&R)", needs_project=False),
        _LINE,
        Spec("save", "保存(&S)", ("Ctrl+S",)),
        Spec("save_as", "另存为(&A)…", ("Ctrl+Shift+S", "F12")),
        Spec("backups", "找回以前保存的(&B)…"),
        Spec("clear_traces", "清除留底(&L)…", needs_project=False),
        _LINE,
        Spec("export", "导出 Word(&E)", ("Ctrl+E",)),
        Spec("export_again", "照上次再导出一稿(&I)", ("Ctrl+Shift+E",)),
        Spec("print", "打印(&P)…", ("Ctrl+P",)),
        _LINE,
        Spec("close", "关闭材料(&C)", ("Ctrl+W",)),
        Spec("quit", "退出(&Q)", ("Ctrl+Q",), needs_project=False),
    ),
    "编辑(&E)": (
        Spec("undo", "撤销(&U)", ("Ctrl+Z",)),
        Spec("redo", "重做(&R)", ("Ctrl+Y", "Ctrl+Shift+Z")),
        _LINE,
        Spec("cut", "剪切(&X)\tCtrl+X"),
        Spec("copy", "复制(&Y)\tCtrl+C"),
        Spec("paste", "粘贴(&V)\tCtrl+V"),
        Spec("select_all", "全选(&A)\tCtrl+A"),
        _LINE,
        Spec("find", "查找替换(&F)…", ("Ctrl+F", "Ctrl+H")),
        Spec("leaders", "领导名单(&G)…"),
        Spec("definitions", "字段和指标(&I)…"),
        _LINE,
        Spec("figures", "文中数字(&D)…", ("F7",)),
        Spec("periods", "换报告期(&Q)…"),
        Spec("slips", "像是笔误的地方(&S)…"),
        Spec("ties", "把数与指标连起来(&L)…"),
        Spec("changes", "数据变化说明(&C)…"),
        _LINE,
        Spec("add_part", "加一个部分(&P)…"),
        Spec("add_report", "增加文稿(&N)…"),
        Spec("add_brief", "做一份简版(&B)…"),
        Spec("pick_points", "挑选要写的要点(&K)…"),
        Spec("rename_report", "文稿改名(&M)…"),
        Spec("remove_report", "删去这份文稿(&T)"),
    ),
    "视图(&V)": (
        Spec("previous", "上一步(&B)", ("Ctrl+PgUp",)),
        Spec("next", "下一步(&X)", ("Ctrl+PgDown",)),
        Spec("next_blank", "下一处待填(&J)", ("F8",)),
        Spec("next_carried", "下一处待填或待核(&K)", ("Shift+F8",)),
        Spec("next_pane", "换到下一栏(&P)", ("F6",)),
        _LINE,
        Spec("preview", "预览(&V)", ("F9",)),
        Spec("trend", "指标走势(&T)…", ("Ctrl+T",)),
        _LINE,
        Spec("larger", "放大(&L)", ("Ctrl+=", "Ctrl++"), needs_project=False),
        Spec("smaller", "缩小(&S)", ("Ctrl+-",), needs_project=False),
        Spec("normal", "原来大小(&N)", ("Ctrl+0",), needs_project=False),
    ),
    "部门(&D)": (
        Spec("departments", "部门和供稿单位(&S)…"),
        Spec("ask_departments", "请部门报数(&A)…"),
        Spec("returns", "收部门报来的(&R)…"),
        Spec("pressing", "催报单(&P)…"),
        Spec("returned_list", "核数表(&V)…"),
        Spec("sources", "数据出处表(&O)…"),
        _LINE,
        Spec("ledger", "台账(&L)…"),
        Spec("ledger_speech", "从讲话生成台账(&T)…"),
    ),
    "帮助(&H)": (
        Spec("help", "使用手册(&M)", ("F1",), needs_project=False),
        Spec("about", "关于续稿(&A)", needs_project=False),
    ),
}


class Actions:
    """The actions by key, and the menus they stand in.

    `first` is done before each of them: what was typed is told, so that none works on less than
    what stands on the screen.
    """

    def __init__(self, window: QWidget, first: Callable[[], None] = lambda: None) -> None:
        self._first = first
        self._specs = {spec.key: spec for menu in MENUS.values() for spec in menu if spec.key}
        self._actions = {key: _action(spec, window) for key, spec in self._specs.items()}
        self._idle = set(self._actions) - {"recent", "preview"}
        self.recent_menu = QMenu(self._specs["recent"].text, window)
        self._actions["recent"].setMenu(self.recent_menu)
        self._actions["preview"].setCheckable(True)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def fill(self, bar: QMenuBar) -> None:
        """Put all menus into the bar."""
        for title, specs in MENUS.items():
            menu = bar.addMenu(title)
            for spec in specs:
                if spec.key:
                    menu.addAction(self._actions[spec.key])
                else:
                    menu.addSeparator()

    def connect_to(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Let actions do their work; each window's room may add its own."""
        for key, slot in slots.items():
            self._idle.discard(key)
            self._actions[key].triggered.connect(lambda *_, slot=slot: self._do(slot))
            self._actions[key].setVisible(True)

    def hide_idle(self) -> None:
        """Do not offer what nothing does."""
        for key in self._idle:
            self._actions[key].setVisible(False)

    def allow_project(self, is_open: bool) -> None:
        """Offer what needs an open project, or no longer."""
        for key, spec in self._specs.items():
            if spec.needs_project:
                self._actions[key].setEnabled(is_open)

    def name_undo(self, undo: str | None, redo: str | None) -> None:
        """Say what undo and redo would do; None: there is nothing."""
        for key, what in (("undo", undo), ("redo", redo)):
            action, spec = self._actions[key], self._specs[key]
            action.setEnabled(what is not None)
            action.setText(f"{spec.text} {_plain(what)}" if what else spec.text)
            action.setIconText(spec.text.partition("(")[0])
            action.setToolTip(f"{action.iconText()}：{what}" if what else action.iconText())

    def show_recent(self, paths: Sequence[str], open_file: Callable[[Path], object]) -> None:
        """Fill the menu of recent projects, with 1 to 9 as access keys."""
        self.recent_menu.clear()
        self.recent_menu.setEnabled(bool(paths))
        self._actions["recent"].setEnabled(bool(paths))
        for number, path in enumerate(paths, 1):
            action = self.recent_menu.addAction(
                f"&{number}　{_plain(cut_in_the_middle(readable(path_of(path).name), _MOST_NAME))}"
            )
            action.setToolTip(readable(path_of(path)))
            action.triggered.connect(
                lambda *_, path=path: self._do(lambda: open_file(path_of(path)))
            )

    def _do(self, slot: Callable[[], object]) -> None:
        self._first()
        slot()


def _plain(text: str) -> str:
    """Text of a clerk's without access keys of its own."""
    return text.replace("&", "&&")


def _action(spec: Spec, window: QWidget) -> QAction:
    action = QAction(spec.text, window)
    action.setObjectName(spec.key)
    action.setShortcuts([QKeySequence(one) for one in spec.shortcuts])
    action.setIconText(spec.text.partition("(")[0])
    action.setToolTip(action.iconText())
    return action
