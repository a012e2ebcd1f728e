"""导出: the three outputs, PDF and print, the file that was written, and the length of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.check.problem import Problem
from model.check.registry import once_more
from model.document import Document
from model.errors import ConflictError, SaveError, UnconfirmedError, XugaoError
from model.file_names import readable
from model.jobs.brief import length_said
from model.jobs.export import (
    Exported,
    Force,
    Stage,
    another_name,
    draft_name,
    export,
    labelled,
    last_label,
    last_stage,
    next_draft,
    save_pdf,
)
from model.jobs.export_all import Result, export_all, left_in
from model.jobs.output_formats import OUTPUT_FORMATS
from model.jobs.suggestions import file_name
from model.library import shipped
from model.report.report import Report
from ui.dialogs.choice import breakable, row_of
from ui.dialogs.reported import ReportedDialog
from ui.kit import theme
from ui.kit.file_dialogs import (
    PDF_TO_SAVE,
    AskFile,
    AskFolder,
    FileQuestion,
    ask_file,
    ask_folder,
)
from ui.kit.folder import open_in_program, show_in_folder
from ui.kit.labels import label
from ui.kit.page import Page
from ui.kit.qt import in_sight
from ui.pages.stage_choice import StageChoice
from ui.preview.printing import ask_and_print, pdf_bytes
from ui.workspace import Workspace

_TOLD = 5
_TO_EXPORT = FileQuestion(
    "导出",
    ";;".join(f"{known.called} (*{known.ending})" for known in OUTPUT_FORMATS),
    OUTPUT_FORMATS[0].ending,
)


class ExportPage(Page):
    """Where the text leaves the program. The path of what was written stays visible."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        ask_file: AskFile = ask_file,
        ask_folder: AskFolder = ask_folder,
    ) -> None:
        super().__init__(workspace, parent)
        self._ask_file = ask_file
        self._ask_folder = ask_folder
        self._written: Path | None = None
        self._anyway_done: Callable[[], None] | None = None
        self._knows_blanks = False
        self._former_folder: Path | None = None
        project, report = workspace.project, workspace.report
        last = last_stage(project, report) or Stage.REVIEW
        self._choice = StageChoice(last, last_label(project, report), self)
        self._number = label(self, role="secondary", wraps=True)
        self._length = label(self, role="secondary", wraps=True)
        self._once_more = label(self, wraps=True)
        self._once_more.setAccessibleName("定稿前再看一眼的固定提法")
        self._once_more.hide()
        self._result = label(self, wraps=True)
        self._result.setAccessibleName("导出的结果")
        self._word = QPushButton("导出 Word(&W)…", self)
        self._word.setProperty("role", "primary")
        self._pdf = QPushButton("存为 PDF(&D)…", self)
        self._print = QPushButton("打印(&P)…", self)
        self._all = QPushButton("导出全部文稿(&A)…", self)
        self._all.setToolTip("这份材料的每一份文稿，都按上面选的一种导出到一个文件夹")
        self._reported = QPushButton("已报出(&R)…", self)
        self._reported.setToolTip("记下哪一稿报给了谁，后来的数不同时核对会提示")
        self._folder = QPushButton("打开所在文件夹(&K)", self)
        self._folder.hide()
        self._open = QPushButton("打开(&O)", self)
        self._open.hide()
        self._anyway = QPushButton(self)
        self._anyway.hide()
        for button in (
            *(self._word, self._all, self._pdf, self._print, self._reported),
            *(self._open, self._folder, self._anyway),
        ):
            button.setAutoDefault(True)  # Enter presses it
        self._lay_out()
        self._word.clicked.connect(self.export_word)
        self._pdf.clicked.connect(self.export_pdf)
        self._print.clicked.connect(self.print_text)
        self._reported.clicked.connect(self.mark_reported)
        self._folder.clicked.connect(self._show_folder)
        self._open.clicked.connect(self._open_written)
        self._anyway.clicked.connect(self._export_anyway)
        self._choice.changed.connect(self._stage_chosen)
        self._all.clicked.connect(self.export_all)

    def refresh(self) -> None:
        project, report = self.workspace.project, self.workspace.report
        number = next_draft(project, report)
        style = shipped.usable_house_style(report.house_style)
        lacks = "" if style.key == report.house_style else f"没有“{report.house_style}”，改用"
        self._number.setText(f"这次是第{number}稿，版式：{lacks}{style.name}（在“基本情况”里改）。")
        self._reported.setVisible(number > 1)
        self._all.setVisible(len(project.reports) > 1)
        self._length.setText(length_said(report, self.workspace.document()))
        self._list_once_more()

    def focus_place(self, place: str) -> bool:  # noqa: ARG002
        """Nothing is typed here."""
        return False

    @property
    def stage(self) -> Stage:
        """The output that is chosen."""
        return self._choice.stage

    def export_word(self) -> None:
        """Ask for a file name and write the file there, after what speaks against it."""
        self.workspace.settle()
        self._unless_unfinished(self._ask_and_export, self.workspace.report)

    def export_all(self) -> None:
        """Ask for a folder and write every text there, after what speaks against it."""
        self.workspace.settle()
        self._unless_unfinished(self._ask_and_export_all, *self.workspace.project.reports)

    def export_again(self) -> None:
        """Write the next draft of the last kind beside the former one, without a question; where
        none was exported, the page is there to begin with.
        """
        self.workspace.settle()
        stage = last_stage(self.workspace.project, self.workspace.report)
        if stage is None or self.workspace.session.path is None:
            self._tell("这份材料还没有导出过。先选一种，点“导出 Word”。")
            return
        self._choice.choose(stage)
        self._unless_unfinished(
            lambda: self._export(self._suggested_draft()), self.workspace.report
        )

    def _ask_and_export(self) -> None:
        self._ask_where(self._suggested_draft())

    def _ask_where(self, suggested: Path) -> None:
        path = self._ask_file(_TO_EXPORT, suggested, self)
        if path is not None:
            self._export(path)

    def _ask_and_export_all(self) -> None:
        folder = self._ask_folder(
            "导出到哪个文件夹", self._former_folder or self._project_folder(), self
        )
        if folder is None:
            return
        done = export_all(
            self.workspace.project, folder, self.stage, self._choice.label, force=Force.UNFINISHED
        )
        self._tell("\n".join(map(_told, done)), wrong=any(one.wrong for one in done))
        written = [one.exported.path for one in done if one.exported is not None]
        if written:
            self._written = written[0]
            self._folder.show()
            self._open.hide()
            self._former_folder = folder
        self.refresh()

    def _unless_unfinished(self, go_on: Callable[[], None], *reports: Report) -> None:
        """Go on at once, or after the clerk has read what is not done yet: for 定稿 every time,
        for 送审稿 once.
        """
        self._refuse_nothing()
        left = left_in(self.workspace.project, *reports)
        if self.stage is Stage.FINAL and left.places:
            said = f"还有{left.places}处空白或待核的内容，没有导出定稿。“核对”里逐条列着。"
            self._tell(said, wrong=True)
            self._offer(go_on, "仍然导出定稿(&Y)")
        elif self.stage is Stage.REVIEW and left.blanks and not self._knows_blanks:
            self._tell(f"还有{left.blanks}处空白，送审稿里写作XX。", wrong=True)
            self._offer(self._knowing_blanks(go_on), "照样导出送审稿(&Y)")
            self._anyway.setFocus()
        else:
            go_on()

    def _export(self, path: Path, *, force: Force = Force.NOTHING) -> None:
        """Write the file; a file of somebody's is replaced only in a second step."""
        project, report = self.workspace.project, self.workspace.report
        style = labelled(shipped.usable_house_style(report.house_style), self._choice.label)
        self._refuse_nothing()
        try:
            done = export(project, report, path, style, self.stage, force=force | Force.UNFINISHED)
        except ConflictError as error:
            self._tell(str(error), wrong=True)
            self._offer(lambda: self._export(path, force=Force.FILE), "不要那个文件了，覆盖它(&Y)")
            return
        except XugaoError as error:
            self._tell_failed(error, lambda: self._ask_where(another_name(path)))
            return
        self._tell_exported(done)

    def _tell_failed(self, error: XugaoError, ask_again: Callable[[], None]) -> None:
        """Say why nothing was written, and offer another name; most often Word holds the file."""
        self._tell(str(error), wrong=True)
        if isinstance(error, SaveError) and not isinstance(error, UnconfirmedError):
            self._offer(ask_again, "换个名字(&Y)…")

    def _tell_exported(self, done: Exported) -> None:
        removed = sum(one.count for one in done.removed)
        lost = f"有{removed}个看不见的字符没有写进文件。" if removed else ""
        rare = "".join(one.told for one in done.rare)
        said = f"已导出{done.stage.label}（第{done.number}稿）：{readable(done.path)}"
        self._tell("\n".join(filter(None, (said, lost, rare))))
        self._show_written(done.path)
        self._former_folder = done.path.parent
        self.refresh()

    def _show_written(self, path: Path) -> None:
        self._written = path
        self._folder.show()
        self._open.show()

    def _offer(self, go_on: Callable[[], None], text: str) -> None:
        """A button that does what was not done, now that the clerk has read why."""
        self._anyway_done = go_on
        self._anyway.setText(text)
        self._anyway.show()
        QTimer.singleShot(0, self, lambda: in_sight(self._anyway, theme.unit(self)))

    def _stage_chosen(self) -> None:
        self._refuse_nothing()
        self._list_once_more()

    def _list_once_more(self) -> None:
        """Fixed phrases that are one sign off, those dismissed too, before a final version."""
        is_final = self.stage is Stage.FINAL
        found = once_more(self.workspace.project, self.workspace.report) if is_final else ()
        self._once_more.setText(_once_more_words(found))
        self._once_more.setVisible(bool(found))

    def _refuse_nothing(self) -> None:
        self._anyway_done = None
        self._anyway.hide()

    def _export_anyway(self) -> None:
        go_on = self._anyway_done
        if go_on is not None:
            self._refuse_nothing()
            go_on()

    def _knowing_blanks(self, go_on: Callable[[], None]) -> Callable[[], None]:
        """Go on, and ask no more about blanks in a copy for the leader."""

        def known() -> None:
            self._knows_blanks = True
            go_on()

        return known

    def export_pdf(self) -> None:
        """Ask for a file name and write the pages as the preview shows them."""
        self.workspace.settle()
        self._refuse_nothing()
        self._ask_pdf(self._suggested_pdf())

    def _ask_pdf(self, suggested: Path) -> None:
        path = self._ask_file(PDF_TO_SAVE, suggested, self)
        if path is None:
            return
        style = shipped.usable_house_style(self.workspace.report.house_style)
        try:
            save_pdf(pdf_bytes(self._printed(), style), path)
        except XugaoError as error:
            self._tell_failed(error, lambda: self._ask_pdf(another_name(path)))
            return
        self._tell(f"已存为 PDF：{readable(path)}")
        self._show_written(path)

    def print_text(self) -> None:
        """Choose a printer and print the text."""
        self.workspace.settle()
        self._refuse_nothing()
        style = shipped.usable_house_style(self.workspace.report.house_style)
        if ask_and_print(self._printed(), style, self):
            self._tell("已送去打印。")

    def _printed(self) -> Document:
        """The text as it is printed: a final version has no numbers of lines."""
        document = self.workspace.document()
        return replace(document, line_numbers=False) if self.stage is Stage.FINAL else document

    def mark_reported(self) -> None:
        """Ask which draft was reported, to whom and when, and note it."""
        project, report = self.workspace.project, self.workspace.report
        dialog = ReportedDialog(project, report, self)
        if dialog.exec():
            self._tell(dialog.said)
        dialog.deleteLater()

    def _suggested_draft(self) -> Path:
        """A name of its own for each draft, beside the former one."""
        project, report = self.workspace.project, self.workspace.report
        folder = self._former_folder or self._project_folder()
        return folder / draft_name(project, report, self.stage, OUTPUT_FORMATS[0].ending)

    def _suggested_pdf(self) -> Path:
        project, report = self.workspace.project, self.workspace.report
        name = file_name(report.name or "文稿", project.organization, project.period)
        return self._project_folder() / Path(name).with_suffix(PDF_TO_SAVE.ending).name

    def _project_folder(self) -> Path:
        path = self.workspace.session.path
        return path.parent if path is not None else Path.home()

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        self._result.setText(breakable(text))
        self._result.setProperty("wrong", wrong)
        theme.polish(self._result)
        self._result.setVisible(True)
        QTimer.singleShot(0, self, lambda: in_sight(self._result, theme.unit(self)))

    def _show_folder(self) -> None:
        if self._written is not None and not show_in_folder(self._written):
            self._tell(f"这台电脑上打不开文件夹窗口。文件在：{self._written}", wrong=True)

    def _open_written(self) -> None:
        if self._written is not None and not open_in_program(self._written):
            self._tell(f"这台电脑上没有能打开它的程序。文件在：{self._written}", wrong=True)

    def _lay_out(self) -> None:
        space = theme.unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * space, 2 * space, 2 * space, 2 * space)
        column.setSpacing(2 * space)
        column.addWidget(label(self, "导出", "heading"))
        column.addWidget(self._choice)
        column.addWidget(self._number)
        column.addWidget(self._length)
        column.addWidget(self._once_more)
        ways = (self._word, self._all, self._pdf, self._print, self._reported)
        column.addLayout(row_of(ways, self))
        column.addWidget(self._result)
        column.addLayout(row_of((self._open, self._folder, self._anyway), self))
        column.addStretch(1)


def _told(result: Result) -> str:
    """What became of one of several texts."""
    done = result.exported
    if done is None:
        return f"“{result.report.name}”没有导出：{result.wrong}"
    draft = f"{done.stage.label}（第{done.number}稿）"
    return f"已导出“{result.report.name}”{draft}：{readable(done.path)}"


def _once_more_words(found: tuple[Problem, ...]) -> str:
    told = "；".join(one.message for one in found[:_TOLD])
    more = f"……共{len(found)}处" if len(found) > _TOLD else ""
    return f"定稿前再看一眼固定提法：{told}{more}。"
