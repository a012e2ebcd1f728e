"""The three outputs, their numbers, and what an export may replace."""

import errno
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.compose.compose import compose
from model.compose.draft_spans import draft_spans
from model.entry.apply import Assignment, set_values
from model.errors import ConflictError, ExportRefused, SaveError
from model.jobs.export import (
    Exported,
    Force,
    Stage,
    draft_name,
    export,
    export_changes,
    labelled,
    last_label,
    last_stage,
)
from model.library import shipped
from model.reading.files import read_file
from model.report.project import Project
from model.storage import drafts
from tests.check.clean import clean
from tests.samples import example

NOW = datetime(2026, 7, 5, 14, 41, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(scope="module")
def project() -> Project:
    return example("county-head-briefing")


def exported(
    project: Project, path: Path, stage: Stage = Stage.REVIEW, *, force: Force = Force.NOTHING
) -> Exported:
    style = shipped.house_style("gbt9704")
    return export(project, project.reports[0], path, style, stage, force=force, clock=lambda: NOW)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return package.read(name).decode()


def test_drafts_are_numbered_and_their_spans_are_kept_by_id(
    project: Project, tmp_path: Path
) -> None:
    first = exported(project, tmp_path / "a.docx")
    second = exported(project, tmp_path / "b.docx", Stage.PROOF)
    assert (first.number, second.number) == (1, 2)
    report = project.reports[0]
    kept = drafts.load(project.id, report.id, 2)
    assert draft_spans(compose(project, report))._asdict().items() <= dict(kept).items()
    assert kept.spans[f"{report.id}_title"][0][1] == f"{report.id}.title"
    assert kept.meta["stage"] == "proof"
    assert kept.exported == NOW


def test_a_file_says_which_draft_it_is_and_of_which_project(
    project: Project, tmp_path: Path
) -> None:
    report = project.reports[0]
    copy = project.changed(id="p0000000000000009")
    for number, made in enumerate((project, project, copy)):
        exported(made, tmp_path / f"{number}.docx", list(Stage)[number])
    marks = [read_file(tmp_path / f"{number}.docx").draft for number in range(3)]
    assert marks == [
        drafts.mark_of(project.id, report.id, 1),
        drafts.mark_of(project.id, report.id, 2),
        drafts.mark_of(copy.id, report.id, 1),
    ]
    assert len(set(marks)) == 3


def test_only_a_proof_tells_its_number_and_marks_blanks(project: Project, tmp_path: Path) -> None:
    blank = set_values(project, [Assignment("leader", "")], TODAY)
    exported(blank, tmp_path / "proof.docx", Stage.PROOF)
    exported(blank, tmp_path / "review.docx", Stage.REVIEW)
    proof, review = (
        part(tmp_path / f"{name}.docx", "word/document.xml") for name in ("proof", "review")
    )
    assert "w:highlight" in proof or "w:shd" in proof
    assert "w:highlight" not in review
    assert "XX" in review
    names = zipfile.ZipFile(tmp_path / "proof.docx").namelist()
    footers = [part(tmp_path / "proof.docx", name) for name in names if "footer" in name]
    assert any("稿" in footer for footer in footers)


def test_a_final_version_with_blanks_is_refused_unless_told(
    project: Project, tmp_path: Path
) -> None:
    blank = set_values(project, [Assignment("leader", "")], TODAY)
    with pytest.raises(ExportRefused, match="还有1处没有完成"):
        exported(blank, tmp_path / "a.docx", Stage.FINAL)
    assert not (tmp_path / "a.docx").exists()
    exported(blank, tmp_path / "a.docx", Stage.FINAL, force=Force.ALL)
    assert (tmp_path / "a.docx").exists()


def test_a_finished_text_is_exported_for_good(project: Project, tmp_path: Path) -> None:
    exported(project, tmp_path / "a.docx", Stage.FINAL)
    assert "XX" not in part(tmp_path / "a.docx", "word/document.xml")


def test_a_final_version_lists_fixed_phrases_once_more_and_a_draft_does_not(
    tmp_path: Path,
) -> None:
    mistaken = clean(("i1.text", "坚持稳中求进工作总调基，群众满意。"))
    done = exported(mistaken, tmp_path / "a.docx", Stage.FINAL)
    assert [one.check for one in done.once_more] == ["fixed-phrase"]
    assert exported(mistaken, tmp_path / "b.docx", Stage.REVIEW).once_more == ()


def test_an_untouched_draft_is_replaced_a_changed_file_is_not(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    exported(project, path)
    exported(project, path)
    path.write_bytes(path.read_bytes() + b"changed in Word")
    with pytest.raises(ConflictError, match="Word里改过"):
        exported(project, path)
    assert path.read_bytes().endswith(b"changed in Word")


def test_nothing_of_the_project_or_the_pc_is_in_the_file(project: Project, tmp_path: Path) -> None:
    exported(project, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        everything = "".join(package.read(name).decode() for name in package.namelist())
    for secret in (project.id, str(tmp_path), "xugao-project", "observations", "TargetMode"):
        assert secret not in everything


def test_what_changed_is_written_as_a_word_file_and_is_no_draft(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "变化.docx"
    export_changes(project, None, path)
    assert "数据变化说明" in part(path, "word/document.xml")
    assert "_xg_" not in part(path, "word/document.xml")
    assert not drafts.listing(project.id, project.reports[0].id)[0]
    path.write_bytes(b"a letter")
    with pytest.raises(ConflictError):
        export_changes(project, project.reports[0], path)
    assert path.read_bytes() == b"a letter"
    export_changes(project, project.reports[0], path, replace=True)
    assert path.read_bytes().startswith(b"PK")


def test_a_word_file_whose_draft_is_not_kept_is_told_so(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("", encoding="utf-8")
    monkeypatch.setenv("XUGAO_HOME", str(tmp_path / "home"))
    with pytest.raises(SaveError, match="a.docx”已经写好"):
        exported(project, tmp_path / "a.docx")
    assert (tmp_path / "a.docx").exists()


def test_a_folder_of_drafts_that_cannot_be_read_is_told(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_: Path) -> bool:
        raise PermissionError(errno.EACCES, "closed")

    monkeypatch.setattr(Path, "is_dir", closed)
    with pytest.raises(SaveError, match="没有写权限"):
        drafts.next_number(project.id, "r1")


def test_each_draft_has_a_name_of_its_own_that_says_which_it_is(
    project: Project, tmp_path: Path
) -> None:
    report = project.reports[0]
    assert last_stage(project, report) is None
    first = draft_name(project, report, Stage.REVIEW, ".docx", lambda: NOW)
    assert first.startswith(f"{project.organization.name}2026年上半年{report.name}（送审稿第1稿·")
    exported(project, tmp_path / first, Stage.REVIEW)
    assert last_stage(project, report) is Stage.REVIEW
    assert "第2稿" in draft_name(project, report, Stage.REVIEW, ".docx", lambda: NOW)
    long = report.changed(name="高质量发展" * 60)
    named = draft_name(project, long, Stage.REVIEW, ".docx", lambda: NOW)
    assert named.endswith("…（送审稿第2稿·0705）.docx")
    assert len(named.encode()) <= 240
    titled = report.changed(name="云岭县2026年上半年工作/总结")
    named = draft_name(project, titled, Stage.FINAL, ".docx", lambda: NOW)
    assert named.startswith("云岭县2026年上半年工作_总结（定稿第2稿·")


def test_a_review_bears_its_label_and_the_next_one_is_offered_the_same(
    project: Project, tmp_path: Path
) -> None:
    report = project.reports[0]
    style = labelled(shipped.house_style("gbt9704"), "征求意见稿")
    assert last_label(project, report) == ""
    for stage in (Stage.REVIEW, Stage.PROOF):
        export(project, report, tmp_path / f"{stage}.docx", style, stage, clock=lambda: NOW)
    assert "征求意见稿" in part(tmp_path / "review.docx", "word/header1.xml")
    assert "header" not in part(tmp_path / "proof.docx", "word/_rels/document.xml.rels")
    assert last_label(project, report) == "征求意见稿"
    exported(project, tmp_path / "b.docx")
    assert last_label(project, report) == ""


def test_characters_that_the_fonts_lack_are_told(project: Project, tmp_path: Path) -> None:
    report = project.reports[0]
    named = set_values(project, [Assignment(f"{report.id}.closing", "请王喆同志指示。")], TODAY)
    done = exported(named, tmp_path / "a.docx")
    assert [(one.by, one.characters) for one in done.rare] == [("仿宋", "喆")]
