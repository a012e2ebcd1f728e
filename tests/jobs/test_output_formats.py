"""What is written by what: another format is another line in one table."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from model.document import Document
from model.errors import SaveError
from model.jobs import output_formats
from model.jobs.export import Stage, export, export_changes, next_draft
from model.jobs.output_formats import OUTPUT_FORMATS, OutputFormat, format_of
from model.library import shipped
from model.typesetting.house_style import HouseStyle
from model.typesetting.sanitize import Removed
from model.word.write.word_file import Mode
from tests.samples import example

NOW = datetime(2026, 7, 5, 14, 41, tzinfo=UTC)


class Plain(NamedTuple):
    data: bytes
    removed: tuple[Removed, ...] = ()


def write_plain(
    document: Document,
    style: HouseStyle,
    *,
    mode: Mode,
    stamp: str | None = None,
    draft: str | None = None,
) -> Plain:
    return Plain(f"{mode} {style.key} {stamp} {draft}\n{document.text}".encode())


@pytest.fixture
def plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    added = (*OUTPUT_FORMATS, OutputFormat(".txt", "文本文件", write_plain))
    monkeypatch.setattr(output_formats, "OUTPUT_FORMATS", added)


@pytest.mark.usefixtures("plain_text")
def test_a_format_of_another_ending_is_written_by_its_own_writer(tmp_path: Path) -> None:
    project, path = example("county-head-briefing"), tmp_path / "汇报.TXT"
    style = shipped.house_style("gbt9704")
    report = project.reports[0]
    done = export(project, report, path, style, Stage.PROOF, clock=lambda: NOW)
    first = path.read_text("utf-8").splitlines()[0].split(" ")
    assert first[:2] == ["proof", "gbt9704"]
    assert first[2].startswith("第1稿")
    assert len(first[-1]) == 10
    assert (done.number, next_draft(project, report)) == (1, 2)
    export(project, report, path, style, Stage.REVIEW, clock=lambda: NOW)
    assert path.read_text("utf-8").startswith("review ")


@pytest.mark.usefixtures("plain_text")
def test_what_changed_is_told_in_any_format(tmp_path: Path) -> None:
    export_changes(example("county-head-briefing"), None, tmp_path / "说明.txt")
    assert (tmp_path / "说明.txt").read_text("utf-8").startswith("review ")


@pytest.mark.usefixtures("plain_text")
def test_a_name_of_no_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(SaveError) as refused:
        format_of(Path("材料.json"))
    assert str(refused.value) == (
        "没有导出：“材料.json”不是 Word 文件或文本文件的名字。"
        "请用 .docx 或 .txt 结尾，如 汇报.docx。"
    )


def test_each_ending_asks_for_its_format_alone() -> None:
    endings = [known.ending for known in OUTPUT_FORMATS]
    assert len(set(endings)) == len(endings)
    for known in OUTPUT_FORMATS:
        assert format_of(Path(f"汇报{known.ending.upper()}")) is known
