"""导出全部: every text into one folder; one that cannot be written stops no other."""

from pathlib import Path

from model.jobs.export import Stage
from model.jobs.export_all import export_all, left_in
from model.jobs.new_project import add_report
from model.library import shipped
from model.report.project import Project
from tests.samples import example


def two_texts() -> Project:
    """The half-year summary filled in, and a blank briefing of the same name beside it."""
    project = example("half-year-summary")
    project = add_report(project, shipped.template("work-briefing"), shipped.bank()).project
    second = project.reports[1].changed(name=project.reports[0].name)
    return project.changed(reports=(project.reports[0], second))


def test_every_text_has_a_file_of_its_own_and_a_final_with_blanks_stops_no_other(
    tmp_path: Path,
) -> None:
    project = two_texts()
    first, second = project.reports
    assert left_in(project, first).blanks == 0
    assert left_in(project, second).blanks == left_in(project, first, second).blanks > 0
    done = export_all(project, tmp_path, Stage.REVIEW, "送审稿")
    assert [one.wrong for one in done] == ["", ""]
    assert len(list(tmp_path.glob("*送审稿第1稿*.docx"))) == 2
    finals = export_all(project, tmp_path, Stage.FINAL)
    assert finals[0].exported is not None
    assert finals[0].exported.number == 2
    assert finals[1].exported is None
    assert "不能导出定稿" in finals[1].wrong
