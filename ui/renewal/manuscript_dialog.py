"""从旧稿开始: choose the file, see what was recognized, say whose it is, and get a project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from model.clock import Clock, local_date, utc_now
from model.desk import Settings
from model.errors import ConvertibleRefused
from model.file_names import kept
from model.jobs import take_in
from model.jobs.cleaning import Opened, cleaned, look_at
from model.jobs.intake_messages import (
    intake_messages,
    intake_warnings,
    other_year_note,
    reading_notes,
)
from model.jobs.next_from_old import NextReport, next_messages, next_report
from model.jobs.take_in import Manuscript
from model.parse.intake import Intake
from model.parse.structure import Given
from model.report.project import Project
from ui.kit import theme
from ui.kit.background_job import Job
from ui.kit.dialog_body import scrolled
from ui.kit.file_dialogs import AskFile, ask_file
from ui.kit.labels import label
from ui.renewal.cleaning_page import CleaningPage
from ui.renewal.recognized_page import RecognizedPage
from ui.renewal.source_page import SourcePage
from ui.renewal.taking_page import TakingPage

_SOURCE, _RECOGNIZED, _TAKING, _REPORT, _CLEANING = range(5)
"""The pages. 选旧稿 and 要写哪一期 are on every way; cleaning and the report come where there is
something to choose or to know, what was recognized where the clerk wants to see it.
"""
_STEPS = (
    "1　选旧稿",
    "2　看认得对不对",
    "2　要写哪一期",
    "3　建成了，请留意",
    "1　选旧稿：先整理一下",
)
_FORWARD = ("读旧稿(&X)", "看过了(&X)", "开始写(&X)", "打开材料(&X)", "读旧稿(&X)")
_PERIOD_AGAIN = "请退回上一步，把旧稿的报告期写成旧稿自己的，要写的一期写在下面。"


class Made(NamedTuple):
    """The project, where it shall lie, whether a file there may be replaced, and what was done."""

    project: Project
    path: Path
    may_replace: bool
    remembered: dict[str, Any]
    told: str


class ManuscriptDialog(QDialog):
    """Choose the old report, say which period is to be written, and it is open: `made` once
    accepted. A file given at the start is read at once.
    """

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        ask_file: AskFile = ask_file,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("从旧稿开始")
        self.made: Made | None = None
        self._manuscript: Manuscript | None = None
        self._done: NextReport | None = None
        self._told = ""
        self._today = local_date(clock)
        self._has_choice = False
        self._waiting: list[tuple[Sequence[int], Given]] = []
        self.source = SourcePage(ask_file, self)
        self.cleaning = CleaningPage(self)
        self.recognized = RecognizedPage(self)
        self.taking = TakingPage(settings, self, clock=clock)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("建成的材料")
        self.reading, self.correcting, self.making = Job(self), Job(self), Job(self)
        self._lay_out()
        self._connect()
        self._go_to(_SOURCE)

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._pages.currentIndex()

    @property
    def message(self) -> str:
        """What is in the way; '' for nothing."""
        return self._wrong.text()

    def go_on(self) -> None:
        """Do what the page is for, and show the next one when it is done."""
        if self._is_busy:
            return
        self._say("")
        steps = (self._open, lambda: self._go_to(_TAKING), self._make, self.accept, self._read)
        steps[self.page]()

    def read_file(self, path: Path) -> None:
        """Read a file at once, as if it had been chosen."""
        self.source.file.set_path(path)
        self.go_on()

    def look(self) -> None:
        """Show line by line what was recognized."""
        if not self._is_busy:
            self._go_to(_RECOGNIZED)

    def go_back(self) -> None:
        """Show the page before."""
        if self.page > 0 and not self._is_busy:
            self._say("")
            before = {_RECOGNIZED: _TAKING, _REPORT: _TAKING, _CLEANING: _SOURCE}
            source = _CLEANING if self._has_choice else _SOURCE
            self._go_to(before.get(self.page, source))

    def accept(self) -> None:
        """Close with the project that was made."""
        if self._done is None:
            return
        organization = self._done.project.organization
        path = self.taking.file.path
        remembered = {"place": organization.name, "superior": organization.superior,
                      "last_folder": kept(path.parent)}  # fmt: skip
        may_replace = self.taking.file.may_replace
        self.made = Made(self._done.project, path, may_replace, remembered, self._told)
        super().accept()

    def done(self, result: int) -> None:
        for job in (self.reading, self.correcting, self.making):
            job.forget()
        super().done(result)

    # Page by page

    def _open(self, *, converted: bool = False) -> None:
        """Read the lines; where there is nothing to choose, understand them at once."""
        self.source.convert.setVisible(False)
        text, path = self.source.text.toPlainText(), self.source.file.path
        if not text.strip() and path is None:
            self._say("还没有选旧稿。请选一个文件、把文件拖进来，或者粘贴文字。")
            return

        name = self._file_name

        def open_lines() -> Opened | Manuscript | ConvertibleRefused:
            if path is None or text.strip():
                source = take_in.pasted_source(text)
            else:
                try:
                    source = take_in.source_of(path, converted=converted)
                except ConvertibleRefused as error:
                    return error
            opened = look_at(source)
            return opened if opened.has_choice else take_in.make_manuscript(source, name)

        self.reading.start(open_lines)
        self._show_busy("正在转换旧稿…" if converted else "正在读旧稿…")

    def _convert(self) -> None:
        self._say("")
        self._open(converted=True)

    @property
    def _file_name(self) -> str:
        """The name of the chosen file without ending; '' for pasted text."""
        path = None if self.source.text.toPlainText().strip() else self.source.file.path
        return path.stem if path else ""

    def _was_opened(self, found: Opened | Manuscript | ConvertibleRefused) -> None:
        if isinstance(found, ConvertibleRefused):
            self._failed(str(found))
            self.source.convert.setVisible(True)
            self.source.convert.setFocus()
            return
        if isinstance(found, Manuscript):
            self._has_choice = self.page == _CLEANING
            self._was_read(found)
            return
        self._has_choice = True
        self._show_busy("")
        self.cleaning.begin(found)
        self._go_to(_CLEANING)

    def _read(self) -> None:
        """Clean what was ticked, and understand the lines."""
        choice = self.cleaning.choice()
        name = self._file_name
        self.reading.start(lambda: take_in.make_manuscript(cleaned(*choice), name))
        self._show_busy("正在读旧稿…")

    def _was_read(self, read: Manuscript) -> None:
        self._show_busy("")
        self._waiting.clear()
        self._manuscript = read
        self.recognized.model.show_rows(())
        self._show_recognized()
        pasted = bool(self.source.text.toPlainText().strip())
        path = None if pasted else self.source.file.path
        folder = path.absolute().parent if path else None
        self.taking.begin(read, folder)
        self._go_to(_TAKING)

    def _show_recognized(self) -> None:
        if self._manuscript is not None:
            self.recognized.show_lines(
                take_in.recognized(self._manuscript), self._manuscript.remarks
            )

    def _correct(self, lines: Sequence[int], role: Given) -> None:
        """Give lines another role; one after the other, for each builds on the one before."""
        self._waiting.append((lines, role))
        if not self.correcting.is_busy:
            self._correct_next()

    def _correct_next(self) -> None:
        was = self._manuscript
        if was is not None and self._waiting:
            lines, role = self._waiting.pop(0)
            self.correcting.start(lambda: take_in.corrected(was, lines, role))

    def _was_corrected(self, corrected: Manuscript) -> None:
        self._manuscript = corrected
        if self._waiting:
            self._correct_next()
        else:
            self._show_recognized()

    def _make(self) -> None:
        read = self._manuscript
        wrong = self.taking.what_is_wrong()
        if wrong or read is None:
            self._say(wrong)
            return
        organization, period = self.taking.organization, self.taking.period.period
        key, wanted, today = self.taking.template_key, self.taking.next.period, self._today
        way = self.taking.text_way

        def make() -> tuple[Intake, NextReport]:
            done = take_in.take_in(read, organization, period, key)
            return done, next_report(done, wanted, today, way)

        self.making.start(make)
        self._show_busy("正在建成材料…")

    def _was_made(self, made: tuple[Intake, NextReport]) -> None:
        """Open what was made; what the clerk must know before is shown first."""
        self._show_busy("")
        done, self._done = made
        self._told = "".join(next_messages(done, self._done)[:1]) or intake_messages(done)[0]
        notes = self._to_know(done)
        if not notes:
            self.accept()
            return
        lines = [*notes, *intake_messages(done)[:1], *next_messages(*made)]
        self.report.setPlainText("\n\n".join(lines))
        self._go_to(_REPORT)

    def _to_know(self, done: Intake) -> list[str]:
        """What the clerk should know before she goes on."""
        read = self._manuscript
        assert read is not None
        year = other_year_note(read.understood, done.project.period)
        lines = [year + _PERIOD_AGAIN] if year else []
        return [*lines, *intake_warnings(done), *reading_notes(read.understood)]

    # Around the pages

    @property
    def _is_busy(self) -> bool:
        return self.reading.is_busy or self.making.is_busy or self.correcting.is_busy

    def _failed(self, message: str) -> None:
        self._show_busy("")
        self._say(message)

    def _show_busy(self, what: str) -> None:
        self._busy.setRange(0, 0)
        self._busy.setVisible(bool(what))
        self._busy_words.setText(what)
        self._pages.setEnabled(not what)
        self._forward.setEnabled(not what)
        self._back.setEnabled(not what)

    def _show_share(self, percent: int) -> None:
        self._busy.setRange(0, 100)
        self._busy.setValue(percent)

    def _say(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    def _go_to(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._step.setText(_STEPS[page])
        self._forward.setText(_FORWARD[page])
        self._back.setVisible(page > 0)
        wanted = self.taking.first_blank() or self._forward
        first = (self.source.file, self.recognized.view, wanted, self._forward,
                 self.cleaning.items)  # fmt: skip
        first[page].setFocus()

    def _connect(self) -> None:
        self.source.file_chosen.connect(self.go_on)
        self.source.convert.clicked.connect(self._convert)
        self.cleaning.as_written.connect(self.go_on)
        self.taking.look.clicked.connect(self.look)
        self.recognized.role_wanted.connect(self._correct)
        self.reading.done.connect(self._was_opened)
        self.reading.progressed.connect(self._show_share)
        self.correcting.done.connect(self._was_corrected)
        self.making.done.connect(self._was_made)
        for job in (self.reading, self.correcting, self.making):
            job.failed.connect(self._failed)
        self._back.clicked.connect(self.go_back)
        self._forward.clicked.connect(self.go_on)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        self._step = label(self, role="subheading", wraps=True)
        self._pages = QStackedWidget(self)
        for page in (self.source, self.recognized, self.taking, self.report, self.cleaning):
            self._pages.addWidget(page)
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._busy_words = label(self, role="secondary")
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(unit)
        self._busy.hide()
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addWidget(self._step)
        column.addWidget(self._pages, 1)
        below = (self._wrong, self._busy_words, self._busy, self._buttons())
        scrolled(self, body, below, QSize(unit * 116, unit * 84))

    def _buttons(self) -> QWidget:
        self._back = QPushButton("上一步(&B)", self)
        self._back.setAutoDefault(False)
        self._forward = QPushButton(self)
        self._forward.setProperty("role", "primary")
        self._forward.setDefault(True)
        cancel = QPushButton("取消(&C)", self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._back)
        line.addStretch(1)
        line.addWidget(self._forward)
        line.addWidget(cancel)
        return row
