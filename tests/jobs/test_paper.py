"""照纸稿改: the line of a printed draft is found, and what was written on it comes in."""

import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from model.choices.choice import ChoiceKind
from model.choices.decisions import Decisions
from model.cli.command_line import main
from model.compose.compose import compose
from model.errors import PlaceError
from model.jobs.export import Stage, export
from model.jobs.paper import Paper, PaperChanges
from model.jobs.samples import example
from model.library import shipped
from model.paging.faces import NominalFaces
from model.paging.numbered_lines import numbered_lines
from model.paging.sheets import Binder
from model.report.project import Project
from model.session import Session
from model.storage import project_file
from model.word.write.word_file import Mode, write_document
from tests.redpen.taking import said
from tests.small_project import TODAY

SAMPLES = ("key-work-report", "work-briefing", "plenary-speech")


def exported(project: Project, path: Path, stage: Stage = Stage.REVIEW) -> Project:
    """The project, printed once with numbers of lines."""
    report = project.reports[0].changed(line_numbers=True)
    lined = project.changed(reports=(report, *project.reports[1:]))
    style = shipped.house_style(report.house_style)
    export(lined, report, path, style, stage)
    return lined


@pytest.mark.parametrize("name", SAMPLES)
def test_the_lines_of_a_kept_draft_are_those_that_were_printed(name: str, tmp_path: Path) -> None:
    project = exported(example(name), tmp_path / "稿.docx")
    report = project.reports[0]
    style = shipped.house_style(report.house_style)
    sheets = Binder(style, NominalFaces(style)).sheets(compose(project, report))
    printed = [[(one.number, one.text) for one in numbered_lines(page)] for page in sheets]
    paper = Paper(project, report, 1)
    assert [[(one.number, one.text) for one in page] for page in paper.pages] == printed
    at, line = next(
        (at, one.number) for at, page in enumerate(paper.pages[1:], 2) for one in page[3:]
    )
    found = paper.line(at, line)
    assert found.text
    assert found.whole[found.start :].startswith(found.text[:8])


def test_numbers_of_lines_are_in_proof_and_review_alone() -> None:
    project = example("key-work-report")
    report = project.reports[0].changed(line_numbers=True)
    document = compose(project.changed(reports=(report,)), report)
    modes: tuple[tuple[Mode, bool], ...] = (("proof", True), ("review", True), ("final", False))
    for mode, is_lined in modes:
        data = write_document(document, shipped.house_style("gbt9704"), mode=mode).data
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            main_part = whole.read("word/document.xml").decode()
        sections = re.findall(r"<w:sectPr.*?</w:sectPr>", main_part, re.DOTALL)
        counted = ["lnNumType" in one and 'w:restart="newPage"' in one for one in sections]
        assert counted == [is_lined] * len(sections)


def test_what_the_leader_wrote_comes_in_with_name_and_day(tmp_path: Path) -> None:
    project = exported(example("work-briefing"), tmp_path / "稿.docx")
    report = project.reports[0]
    paper = Paper(project, report, 1)
    known = next(one for one in project.observations if one.facet.value == "yoy" and one.value > 0)
    words = f"增长{known.value}%"
    at, line = next(
        (at, one.number)
        for at, page in enumerate(paper.pages, 1)
        for one in page
        if words in one.text
    )
    found = paper.line(at, line)
    gone = next(n for n, one in enumerate(paper.text.lines) if n > found.paragraph and one.text)
    edits = {found.paragraph: found.whole.replace(words, "下降3.7%"), gone: ""}
    source = PaperChanges(report.id, 1, paper.text, edits, "王县长", date(2026, 7, 6))
    brought = source.compare(project, source.read(), TODAY)
    kinds = [one.kind for one in brought.choices]
    assert sorted(kinds) == [ChoiceKind.STRUCTURE, ChoiceKind.VALUE]
    decisions = Decisions(brought.choices).take_all()
    after = brought.apply(decisions, TODAY)
    (given,) = [one.given for one in after.observations if one.given]
    assert given is not None
    assert (given.person, given.date, given.file) == ("王县长", date(2026, 7, 6), "第1稿（纸稿）")
    assert len(said(after)) == len(said(project)) - 1
    assert "下降3.7%" in "".join(said(after))
    for page, number in ((0, 1), (99, 1), (1, 0), (1, 99)):
        with pytest.raises(PlaceError):
            paper.line(page, number)


def test_the_command_shows_a_line_and_takes_what_was_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "材料.xugao"
    session = Session.new(exported(example("work-briefing"), tmp_path / "稿.docx"), path)
    session.save()
    session.close()
    where = ["paper", str(path), "--page", "2", "--line", "5"]
    capsys.readouterr()
    assert main([*where, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    text = f"{found['whole']}领导加的一句。"
    wanted = [*where, "--text", text, "--who", "王县长", "--on", "2026年7月6日"]
    assert main([*wanted, "--all"]) == 0
    assert "王县长改" in capsys.readouterr().out
    assert "领导加的一句" in "".join(said(project_file.load(path).project))
    assert main([*where, "--draft", "7"]) == 2
    assert main(["paper", str(path), "--page", "80", "--line", "5"]) == 2
    assert "没有第80页" in capsys.readouterr().err
