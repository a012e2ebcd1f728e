"""What a command prints: lines, or one JSON value and nothing else."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from model.file_names import readable


def print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def print_lines(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{readable(line)}\n" for line in lines)
