"""What the helper of the Makefile does about system packages that are missing."""

import importlib.util
import os
import shutil
from types import ModuleType

import pytest

from tests.source import ROOT


@pytest.fixture
def helper(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The helper on a Linux machine with apt, seen by an ordinary user, that lacks libegl1."""
    path = ROOT / ".ci" / "system_packages.py"
    spec = importlib.util.spec_from_file_location("system_packages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setattr(module, "loads", "libEGL.so.1".__ne__)
    monkeypatch.setattr(shutil, "which", "/usr/bin/{}".format)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    return module


def test_nothing_is_said_when_nothing_is_missing(
    helper: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(helper, "loads", lambda library: True)
    assert helper.main("window") == 0
    assert capsys.readouterr() == ("", "")


def test_a_user_is_told_the_command_to_type(
    helper: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert helper.main("window") == 1
    assert "sudo apt-get install --no-install-recommends libegl1\n" in capsys.readouterr().err


def test_the_tests_bring_libraries_a_screen_tools_and_fonts(
    helper: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helper, "loads", lambda library: False)
    monkeypatch.setattr(shutil, "which", lambda program: None)
    monkeypatch.setattr(helper, "FONTS", {"/no/such/font.ttc": "fonts-noto-cjk"})
    brought = helper.missing("tests")
    assert {"libegl1", "libxcb-cursor0", "xvfb", "strace", "fonts-noto-cjk"} <= set(brought)


@pytest.mark.parametrize(("library", "code"), [("libxcb-cursor.so.0", 0), ("libEGL.so.1", 1)])
def test_the_tests_go_on_without_a_screen_but_not_without_what_qt_needs(
    helper: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    library: str,
    code: int,
) -> None:
    monkeypatch.setattr(helper, "FONTS", {})
    monkeypatch.setattr(helper, "loads", library.__ne__)
    assert helper.main("tests") == code
    told = capsys.readouterr().err
    assert f"sudo apt-get install --no-install-recommends {helper.LIBRARIES[library]}\n" in told
    assert ("会跳过" in told) == (code == 0)


def test_without_network_the_tests_go_on_where_only_tools_are_missing(
    helper: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(helper, "loads", lambda library: True)
    monkeypatch.setattr(helper, "FONTS", {"/no/such/font.ttc": "fonts-noto-cjk"})
    monkeypatch.setattr(helper, "apt_get", lambda *arguments: False)
    assert helper.main("tests") == 0
    told = capsys.readouterr().err
    assert "fonts-noto-cjk" in told
    assert "没有装上" in told


def test_without_apt_the_missing_packages_are_named(
    helper: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    assert helper.main("window") == 1
    told = capsys.readouterr().err
    assert "libegl1" in told
    assert "apt-get" not in told


def test_root_installs_and_fetches_the_lists_only_when_it_must(
    helper: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def apt_get(action: str, *rest: str) -> bool:
        done.append(" ".join([action, *rest]))
        return len(done) > 1

    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(helper, "apt_get", apt_get)
    assert helper.main("window") == 0
    install = "install -y --no-install-recommends libegl1"
    assert done == [install, "update", install]


def test_a_failed_installation_is_told(
    helper: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(helper, "apt_get", lambda *arguments: False)
    assert helper.main("window") == 1
    assert "没有装上" in capsys.readouterr().err


def test_a_python_that_cannot_make_an_environment_is_found(
    helper: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert helper.missing("venv") == [f"{helper.PYTHON}-venv"]
