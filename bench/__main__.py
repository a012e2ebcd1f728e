"""Runs every bench, prints one table, and exits with 1 when a limit is broken.

`python -m bench` runs all of them, `python -m bench saving` the named ones. A bench is a
module of this folder with a function `run() -> list[Row]`.
"""

import importlib
import os
import sys
import tempfile
from pathlib import Path

from bench.harness import Row, compiled, table


def names() -> list[str]:
    """The modules of this folder that may be benches."""
    modules = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    return [name for name in modules if not name.startswith("_") and name != "harness"]


def main(chosen: list[str]) -> int:
    """Run the chosen benches, or all of them; 2 for one that does not exist."""
    unknown = set(chosen) - set(names())
    if unknown:
        print(f"no such bench: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(compiled(folder))
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for name in chosen or names():
            module = importlib.import_module(f"bench.{name}")
            if hasattr(module, "run"):
                rows += module.run()
    print(table(rows))
    return int(any(row.broken for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
