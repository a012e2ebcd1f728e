"""Old formats are converted by a program of the PC only when asked, and then read like any file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from model.errors import ConvertibleRefused, OldFormatRefused, ReadRefused
from model.reading import converter, files, limits
from tests.reading.docx_files import docx, p

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(99)
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the program here is a script")
SCRIPT = """#!/bin/sh
echo "$@" > {seen}
for argument; do
  case "$argument" in -env:UserInstallation=file://*)
    cp "${{argument#*file://}}/user/registrymodifications.xcu" {settings};;
  esac
done
{work}
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "旧稿.doc"
    path.write_bytes(OLD)
    return path


def office(folder: Path, work: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that stands for LibreOffice and does `work`."""
    path = folder / "soffice"
    text = SCRIPT.format(seen=folder / "seen", settings=folder / "settings", work=work)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(files, "find_office", lambda: path)
    return path


def test_without_a_program_an_old_file_is_refused_with_the_way_out(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "find_office", lambda: None)
    for wanted in (False, True):
        with pytest.raises(OldFormatRefused, match="另存为 .docx") as refused:
            files.read_file(old, converted=wanted)
        assert not isinstance(refused.value, ConvertibleRefused)
        assert "LibreOffice" not in str(refused.value)


@ON_POSIX
def test_an_old_file_is_converted_only_when_asked_and_the_file_stays(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.docx").write_bytes(docx(p("云岭县上半年工作总结")))
    office(tmp_path, f"mkdir new && cp {tmp_path / 'made.docx'} new/old.docx", monkeypatch)
    with pytest.raises(ConvertibleRefused, match="LibreOffice"):
        files.read_file(old)
    assert not (tmp_path / "seen").exists()
    assert files.read_file(old, converted=True).text == "云岭县上半年工作总结\n"
    assert old.read_bytes() == OLD
    assert "--headless" in (tmp_path / "seen").read_text(encoding="utf-8")
    settings = (tmp_path / "settings").read_text(encoding="utf-8")
    for said in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "ooInetProxyType"):
        assert said in settings


@ON_POSIX
@pytest.mark.parametrize(
    "work", ["exit 1", "mkdir new && : > new/old.docx", "mkdir new && echo x > new/old.docx"]
)
def test_a_program_that_makes_no_word_file_is_told(
    work: str, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, work, monkeypatch)
    with pytest.raises(ReadRefused, match="旧稿.doc"):
        files.read_file(old, converted=True)


@ON_POSIX
def test_a_program_that_does_not_end_is_stopped(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CONVERTING_SECONDS", 0.5)
    office(tmp_path, "sleep 600", monkeypatch)
    with pytest.raises(ReadRefused, match="没能把它转换"):
        files.read_file(old, converted=True)


def test_the_program_is_found_on_the_path_or_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(converter, "_ON_MAC", tmp_path / "none")
    for name in ("ProgramFiles", "ProgramFiles(x86)"):
        monkeypatch.delenv(name, raising=False)
    assert converter.find_office() is None
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    installed = tmp_path / "LibreOffice" / "program" / "soffice.com"
    installed.parent.mkdir(parents=True)
    installed.touch()
    assert converter.find_office() == installed
