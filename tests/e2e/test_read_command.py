"""The command `read`: a contract on standard output, a refusal on standard error."""

import json
from pathlib import Path

import pytest

from model.cli.command_line import main
from tests.reading.docx_files import docx, p

TEXT = "云岭县上半年工作总结\n一、工作情况\n上半年，全县完成投资20亿元。\n"


def test_json_is_one_value_on_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "旧稿.txt").write_text(TEXT, encoding="gb18030")
    assert main(["read", str(tmp_path / "旧稿.txt"), "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["paragraphs"][1]["text"] == "一、工作情况"
    assert said.err == ""


def test_a_word_file_is_read_and_its_notes_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "".join(p(line) for line in TEXT.splitlines()) + "<w:p><w:r><w:drawing/></w:r></w:p>"
    (tmp_path / "旧稿.docx").write_bytes(docx(body))
    assert main(["read", str(tmp_path / "旧稿.docx")]) == 0
    said = capsys.readouterr().out
    assert "一级标题" in said
    assert "图片" in said


def test_a_file_that_cannot_be_read_is_refused_with_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "旧稿.docx").write_bytes(b"%PDF-1.4")
    assert main(["read", str(tmp_path / "旧稿.docx"), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "PDF" in said.err


DIRTY = "打印\n云岭县2026年上半年工作总结\n— 1 —\n一、工作情况\n完成投资２０亿元。\n"


def test_what_can_be_cleaned_is_listed_and_only_what_is_named_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = str(tmp_path / "旧稿.txt")
    Path(old).write_text(DIRTY, encoding="utf-8")
    assert main(["read", old, "--clean", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["proposals"]
    assert [proposal["name"] for proposal in listed] == ["网页", "页码", "数字"]
    assert main(["read", old, "--clean", "list"]) == 0
    assert "— 1 — → （删去）" in capsys.readouterr().out
    for named in ("页码，网页", "页码、网页", "页码, 网页"):
        assert main(["read", old, "--clean", named, "--json"]) == 0
        paragraphs = json.loads(capsys.readouterr().out)["paragraphs"]
        assert [one["text"] for one in paragraphs] == [
            line for line in DIRTY.splitlines() if line not in {"打印", "— 1 —"}
        ]
    assert main(["read", old, "--clean", ""]) == 2
    assert "没有写名称" in capsys.readouterr().err
    assert main(["read", old, "--clean", "页号"]) == 2
    assert "没有这种整理：页号" in capsys.readouterr().err
    assert main(["read", old, "--report", "2"]) == 2
    assert "没有第2份文稿" in capsys.readouterr().err


def test_a_project_says_the_manuscript_as_it_was_cleaned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, project = str(tmp_path / "旧稿.txt"), str(tmp_path / "材料.json")
    Path(old).write_text(DIRTY, encoding="utf-8")
    assert main(["intake", old, "-o", project, "--clean", "list"]) == 2
    assert main(["intake", old, "-o", project, "--clean", "all"]) == 0
    capsys.readouterr()
    assert main(["text", project]) == 0
    assert "完成投资20亿元" in (said := capsys.readouterr().out)
    assert "打印" not in said
