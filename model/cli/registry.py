"""Which function does which command; its module is loaded only when the command is asked for."""

from __future__ import annotations

import argparse
from importlib import import_module

COMMANDS = {
    "templates": "making:templates",
    "new": "making:new",
    "demo": "making:make_samples",
    "text": "text:text",
    "fields": "fields:fields",
    "check": "checking:check",
    "set": "setting:set_places",
    "arrange": "arranging:arrange",
    "export": "exporting:export_word",
    "read": "reading:read",
    "intake": "intake:take_in",
    "correct": "intake:correct",
    "link": "intake:link",
    "carry": "carrying:carry_on",
    "renew": "carrying:renew",
    "changes": "carrying:tell_changes",
}


def run(options: argparse.Namespace) -> int:
    """Do the command; returns the exit code. Raises `XugaoError`."""
    module, _, name = COMMANDS[options.command].partition(":")
    code: int = getattr(import_module(f"model.cli.{module}"), name)(options)
    return code
