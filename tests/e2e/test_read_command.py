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
