"""The table of commands: each loads its module, and only its own."""

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

import pytest

from model.cli.command_line import main
from model.cli.commands import COMMANDS, Command
from model.jobs.samples import demo
from tests.source import ROOT


@pytest.mark.parametrize("command", COMMANDS, ids=[command.name for command in COMMANDS])
def test_a_command_has_a_module_of_its_own(command: Command) -> None:
    module = command.load()
    others = [other.load() for other in COMMANDS if other is not command]
    assert all(module is not other for other in others)
    parser = ArgumentParser()
    module.add_arguments(parser)
    taken = {action.dest for action in parser._actions}
    assert not command.rest or command.rest in taken


HEAVY = ("docx", "lxml", "openpyxl", "model.word", "model.storage.drafts", "model.library",
         "model.parse", "model.session", "model.jobs")  # fmt: skip


def test_showing_a_text_loads_nothing_of_other_commands(tmp_path: Path) -> None:
    project = demo(tmp_path, ["work-briefing"])[0].project
    code = f"""
import sys
from model.cli.command_line import main
assert main(["text", {str(project)!r}]) == 0
print("\\n".join(sys.modules), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    loaded = done.stderr.split()
    assert "model.cli.text" in loaded
    assert [name for name in loaded if name in HEAVY] == []
    commands = {command.load().__name__ for command in COMMANDS}  # type: ignore[attr-defined]
    assert commands & {*loaded} == {"model.cli.text"}


def test_help_loads_no_command() -> None:
    code = """
import sys
from model.cli.command_line import main
try:
    main(["--help"])
except SystemExit:
    print("\\n".join(sys.modules), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    ours = {name for name in done.stderr.split() if name.startswith("model.cli.")}
    assert ours == {f"model.cli.{name}" for name in ("chinese", "command_line", "commands")}


def test_a_file_whose_name_begins_like_an_option_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = demo(tmp_path / "demo", ["work-briefing"])[0]
    done.project.rename(tmp_path / "-x.xugao")
    assert main(["fields", "-x.xugao"]) == 0
    assert main(["set", "-x.xugao", "organization.name=甲县"]) == 0
    assert main(["export", "-x.xugao", "-o", "-x.docx"]) == 0
    assert main(["carry", "-x.xugao", "-o", "-y.json"]) == 0
    assert {"-x.xugao", "-x.docx", "-y.json"} <= {one.name for one in tmp_path.iterdir()}
    with pytest.raises(SystemExit):
        main(["fields", "-z.json"])
