"""What the command line prints can be read where it goes."""

from __future__ import annotations

import io
import locale
import sys

import pytest

from model.cli import command_line


@pytest.mark.parametrize(
    ("platform", "words", "encoding"),
    [
        ("win32", ["templates"], "gbk"),
        ("win32", ["templates", "--json"], "utf-8"),
        ("linux", ["templates"], "utf-8"),
    ],
)
def test_a_pipe_of_windows_gets_its_code_page_and_json_is_always_utf8(
    monkeypatch: pytest.MonkeyPatch, platform: str, words: list[str], encoding: str
) -> None:
    said = io.BytesIO()
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(locale, "getencoding", lambda: "gbk")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(said, encoding="latin-1"))
    assert command_line.main(words) == 0
    sys.stdout.flush()
    assert "县长" in said.getvalue().decode(encoding)


def test_a_program_without_a_console_runs_commands_and_tells_by_its_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for words, code in ((["templates"], 0), (["text", "没有.xugao"], 2)):
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)
        assert command_line.main(words) == code
