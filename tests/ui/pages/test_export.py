"""导出: the three outputs, PDF, what is refused and why, and the path that stays visible."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from model.check.dismissal import dismiss
from model.errors import SaveError
from model.jobs.export import Stage
from model.jobs.new_project import add_report, new_project
from model.jobs.reported import reported_of
from model.library import shipped
from model.report.project import Organization, Project
from model.session import Session
from model.storage import atomic, drafts
from model.storage.atomic import Digest
from model.values.period import Period
from tests.check.clean import clean, found
from tests.samples import example
from ui.dialogs.reported import ReportedDialog
from ui.kit.file_dialogs import FileQuestion
from ui.pages import export as export_page
from ui.pages.export import ExportPage
from ui.workspace import Workspace


class Files:
    """Gives the file it was told to give, and keeps what was suggested."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.suggested: list[Path] = []

    def __call__(
        self, question: FileQuestion, suggested: Path, over: QWidget | None
    ) -> Path | None:
        self.suggested.append(suggested)
        return self.file


def shown(qtbot: QtBot, files: Files, project: Project | None = None) -> ExportPage:
    workspace = Workspace(Session.new(project or example("county-head-briefing")))
    page = ExportPage(workspace, ask_file=files)
    workspace.setParent(page)
    workspace.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    return page


def fresh() -> Project:
    """A project in which nothing is written yet."""
    place = Organization(name="云岭县", superior="江州市")
    template = shipped.template("half-year-summary")
    return new_project(template, shipped.bank(), place, Period.parse("2026-H1")).project


def label_choice(page: ExportPage) -> QComboBox:
    found: Iterable[QComboBox] = page.findChildren(QComboBox)
    return next(iter(found))


def button(page: ExportPage, words: str) -> QPushButton:
    return next(
        one for one in page.children() if isinstance(one, QPushButton) and words in one.text()
    )


def said(page: ExportPage) -> str:
    """What the page tells of the export."""
    result = next(
        one
        for one in page.children()
        if isinstance(one, QLabel) and one.accessibleName() == "导出的结果"
    )
    return result.text().replace("\u200b", "")


def choose(page: ExportPage, stage: Stage) -> None:
    inside = [one for child in page.children() for one in child.children()]
    radios = [one for one in inside if isinstance(one, QRadioButton)]
    next(one for one in radios if stage.label in one.text()).setChecked(True)


@pytest.mark.parametrize("stage", list(Stage))
def test_each_output_is_written_and_told_with_its_path(
    qtbot: QtBot, tmp_path: Path, stage: Stage
) -> None:
    files = Files(tmp_path / "a.docx")
    page = shown(qtbot, files)
    assert button(page, "打开所在").isHidden()
    choose(page, stage)
    button(page, "Word").click()
    assert (tmp_path / "a.docx").read_bytes()[:2] == b"PK"
    assert f"已导出{stage.label}（第1稿）：{tmp_path / 'a.docx'}" in said(page)
    assert not button(page, "打开所在").isHidden()
    assert files.suggested[0].suffix == ".docx"


def test_changing_ones_mind_writes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, Files(None))
    button(page, "Word").click()
    button(page, "PDF").click()
    assert said(page) == ""
    report = page.workspace.report
    assert drafts.numbers(page.workspace.project.id, report.id) == ()


def test_a_final_with_blanks_is_refused_before_a_file_is_asked_for_and_can_be_wanted(
    qtbot: QtBot, tmp_path: Path
) -> None:
    files = Files(tmp_path / "a.docx")
    page = shown(qtbot, files, fresh())
    choose(page, Stage.FINAL)
    button(page, "Word").click()
    assert files.suggested == []
    assert not (tmp_path / "a.docx").exists()
    assert "没有导出定稿" in said(page)
    button(page, "仍然导出").click()
    assert (tmp_path / "a.docx").exists()
    assert "已导出定稿" in said(page)


def test_choosing_another_output_takes_the_offer_away(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, Files(tmp_path / "a.docx"), fresh())
    choose(page, Stage.FINAL)
    button(page, "Word").click()
    anyway = button(page, "仍然导出")
    assert not anyway.isHidden()
    choose(page, Stage.PROOF)
    assert anyway.isHidden()


def test_a_file_somebody_worked_on_is_not_overwritten_unasked(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    page = shown(qtbot, Files(path))
    button(page, "Word").click()
    button(page, "Word").click()
    assert "第2稿" in said(page)  # our own draft, untouched, may be replaced
    path.write_bytes(b"what the leader wrote into it")
    button(page, "Word").click()
    assert path.read_bytes() == b"what the leader wrote into it"
    assert "没有导出" in said(page)
    button(page, "覆盖它").click()
    assert path.read_bytes()[:2] == b"PK"


def test_another_name_is_offered_where_word_holds_the_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = tmp_path / "a.docx"
    files = Files(held)
    page = shown(qtbot, files)
    write = atomic.write_bytes

    def refuse(path: Path, data: bytes, *, expect: Digest | None) -> Digest:
        if path.stem == "a":
            raise SaveError(f"无法保存“{path}”：文件被占用。")
        return write(path, data, expect=expect)

    monkeypatch.setattr(atomic, "write_bytes", refuse)
    for which, ending in (("Word", ".docx"), ("PDF", ".pdf")):
        files.file = held.with_suffix(ending)
        button(page, which).click()
        assert "文件被占用" in said(page)
        files.file = tmp_path / f"b{ending}"
        button(page, "换个名字").click()
        assert files.suggested[-1] == tmp_path / f"a（2）{ending}"
        assert files.file.stat().st_size > 1000
        assert button(page, "换个名字").isHidden()


def test_a_final_with_blanks_never_overwrites_what_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"somebody's")
    page = shown(qtbot, Files(path), fresh())
    choose(page, Stage.FINAL)
    button(page, "Word").click()
    button(page, "仍然导出").click()
    assert path.read_bytes() == b"somebody's"
    assert "没有导出" in said(page)
    button(page, "覆盖它").click()
    assert path.read_bytes()[:2] == b"PK"


def test_blanks_of_a_copy_for_the_leader_are_asked_about_once(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    page = shown(qtbot, Files(path), fresh())
    button(page, "Word").click()
    assert not path.exists()
    assert "处空白，送审稿里写作XX" in said(page)
    button(page, "照样导出").click()
    assert "已导出送审稿（第1稿）" in said(page)
    button(page, "Word").click()
    assert "已导出送审稿（第2稿）" in said(page)
    choose(page, Stage.PROOF)
    button(page, "Word").click()
    assert "已导出核对稿（第3稿）" in said(page)


def test_the_last_kind_is_exported_again_beside_the_former_file_without_a_question(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    files = Files(tmp_path / "out" / "a.docx")
    page = shown(qtbot, files)
    page.export_again()
    assert "还没有导出过" in said(page)
    page.workspace.session.save_as(tmp_path / "a.xugao")
    choose(page, Stage.PROOF)
    button(page, "Word").click()
    choose(page, Stage.FINAL)
    page.export_again()
    assert len(files.suggested) == 1
    assert page.stage is Stage.PROOF
    (again,) = (tmp_path / "out").glob("*核对稿第2稿*.docx")
    assert str(again) in said(page)
    later = ExportPage(page.workspace, ask_file=files)
    qtbot.addWidget(later)
    assert later.stage is Stage.PROOF
    later.export_again()
    assert list(tmp_path.glob("*核对稿第3稿*.docx"))


def test_a_copy_for_the_leader_bears_what_is_chosen_and_later_ones_offer_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(qtbot, Files(tmp_path / "a.docx"), clean())
    words = label_choice(page)
    words.setCurrentText("内部资料")
    button(page, "Word").click()
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert "内部资料" in package.read("word/header1.xml").decode()
    usable = []
    for stage in (Stage.PROOF, Stage.REVIEW):
        choose(page, stage)
        usable.append(words.isEnabled())
    assert usable == [False, True]
    later = ExportPage(page.workspace)
    qtbot.addWidget(later)
    assert label_choice(later).currentText() == "内部资料"


def test_a_final_that_replaces_nothing_is_told_of_again(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "b.docx"
    path.write_bytes(b"somebody's")
    page = shown(qtbot, Files(path))
    choose(page, Stage.FINAL)
    button(page, "Word").click()
    assert "没有导出" in said(page)
    assert path.read_bytes() == b"somebody's"


def test_a_folder_that_is_gone_is_told_and_the_page_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    files = Files(tmp_path / "gone" / "a.docx")
    page = shown(qtbot, files)
    button(page, "Word").click()
    assert "gone" in said(page)
    button(page, "PDF").click()
    assert "gone" in said(page)
    files.file = tmp_path / "a.docx"
    button(page, "Word").click()
    assert "已导出" in said(page)


def test_a_pdf_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, Files(tmp_path / "a.pdf"))
    button(page, "PDF").click()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert str(tmp_path / "a.pdf") in said(page)


def test_the_folder_is_shown_or_its_path_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def no_file_manager(file: Path) -> bool:
        asked.append(file)
        return False

    monkeypatch.setattr(export_page, "show_in_folder", no_file_manager)
    page = shown(qtbot, Files(tmp_path / "a.docx"))
    button(page, "Word").click()
    button(page, "打开所在").click()
    assert asked == [tmp_path / "a.docx"]
    assert str(tmp_path / "a.docx") in said(page)
    monkeypatch.setattr(export_page, "open_in_program", no_file_manager)
    button(page, "打开(").click()
    assert asked == [tmp_path / "a.docx"] * 2
    assert "没有能打开它的程序" in said(page)


def test_length_and_draft_number_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, Files(tmp_path / "a.docx"))
    texts = [one.text() for one in page.children() if isinstance(one, QLabel)]
    assert any("第1稿" in text for text in texts)
    assert any("全文" in text and "没有限定篇幅" in text for text in texts)
    button(page, "Word").click()
    texts = [one.text() for one in page.children() if isinstance(one, QLabel)]
    assert any("这次是第2稿" in text for text in texts)


def test_a_fixed_phrase_is_listed_once_more_before_a_final(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, Files(tmp_path / "a.docx"), mistaken_phrase())
    listed = next(
        one for one in page.children()
        if isinstance(one, QLabel) and one.accessibleName() == "定稿前再看一眼的固定提法"
    )  # fmt: skip
    assert listed.isHidden()
    choose(page, Stage.FINAL)
    assert listed.isVisible()
    assert "通常写作“坚持稳中求进工作总基调”" in listed.text()
    choose(page, Stage.REVIEW)
    assert listed.isHidden()


def mistaken_phrase() -> Project:
    """A finished text in which a phrase is one sign off, and the clerk dismissed that."""
    project = clean(("i1.text", "坚持稳中求进工作总调基，群众满意。"))
    (told,) = found(project, "fixed-phrase")
    return dismiss(project, told)


def test_replacing_a_file_is_no_answer_about_blanks(qtbot: QtBot, tmp_path: Path) -> None:
    theirs = tmp_path / "a.docx"
    theirs.write_bytes(b"theirs")
    page = shown(qtbot, Files(theirs), clean())
    choose(page, Stage.REVIEW)
    button(page, "Word").click()
    button(page, "覆盖").click()
    assert "已导出送审稿" in said(page)
    page.workspace.session.set("revenue@2026-H1.actual", "")
    button(page, "Word").click()
    assert "空白，送审稿里写作XX" in said(page)


def test_what_speaks_against_it_and_its_button_are_in_sight_on_a_low_page(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(qtbot, Files(tmp_path / "a.docx"), fresh())
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(500, 160)
    area.show()
    choose(page, Stage.REVIEW)
    button(page, "Word").click()
    offer = button(page, "照样导出")
    qtbot.waitUntil(lambda: offer.visibleRegion().boundingRect().height() == offer.height())
    area.takeWidget()


def test_a_pdf_takes_the_offer_of_another_output_away(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, Files(tmp_path / "a.pdf"), fresh())
    choose(page, Stage.FINAL)
    button(page, "Word").click()
    offer = button(page, "仍然导出定稿")
    assert offer.isVisible()
    button(page, "PDF").click()
    assert "已存为 PDF" in said(page)
    assert not offer.isVisible()


def test_a_draft_is_noted_as_reported_and_a_wrong_day_stays(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, Files(tmp_path / "稿.docx"))
    workspace = page.workspace
    assert button(page, "已报出").isHidden()
    choose(page, Stage.PROOF)
    button(page, "Word").click()
    assert button(page, "已报出").isVisible()
    dialog = ReportedDialog(workspace.project, workspace.report, page)
    qtbot.addWidget(dialog)
    dialog.to.setText("市政府")
    dialog.day.setText("前天")
    dialog.accept()
    assert "看不懂日期" in dialog.wrong.text()
    assert dialog.day.text() == "前天"
    dialog.day.setText("2026年6月30日")
    dialog.accept()
    assert dialog.said == "已记下：第1稿2026年6月30日报市政府。"
    (sent,) = reported_of(workspace.project)
    assert (sent.number, sent.to) == (1, "市政府")


def test_all_texts_are_exported_into_a_folder_after_blanks_were_asked_about(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(qtbot, Files(None))
    assert button(page, "导出全部").isHidden()
    page._ask_folder = lambda *_: tmp_path
    template = shipped.template("half-year-summary")
    page.workspace.do("增加", lambda now: add_report(now, template, shipped.bank()).project)
    assert not button(page, "导出全部").isHidden()
    button(page, "导出全部").click()
    assert list(tmp_path.glob("*.docx")) == []
    assert "处空白，送审稿里写作XX" in said(page)
    button(page, "照样导出").click()
    assert len(list(tmp_path.glob("*送审稿第1稿*.docx"))) == 2
    assert said(page).count("已导出“") == 2
    assert not button(page, "打开所在").isHidden()
