"""Kills a real window that is typed in, again and again, and says how much was lost at most.

`python -m tests.soak.kills SEED COUNT FOLDER SECONDS` prints one line of JSON. HOME must be a
folder to spoil.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from model.storage import journal
from tests.ui.killing import kill_while_typing
from tests.ui.shell_window import saved_example


def main(seed: int, count: int, folder: Path, seconds: float) -> int:
    """Kill at random moments; the exit code is 1 where more is lost than is promised."""
    chance, began = Random(seed), time.monotonic()
    told: dict[str, Any] = {"done": 0, "found": [], "worst": 0.0}
    while told["done"] < count and time.monotonic() - began < seconds:
        path = saved_example(folder, name=f"{told['done']}.json")
        how = chance.choice(("keys", "composed"))
        loss = kill_while_typing(path, chance.randrange(5, 90), how)
        told["done"] += 1
        told["worst"] = max(told["worst"], round(loss.seconds, 2))
        if not loss.is_within_promise:
            told["found"].append(f"{how}: {loss.kept} of {loss.typed} signs are kept, {loss}")
    assert journal.pending()[0] or not told["done"]
    print(json.dumps(told), flush=True)
    return 1 if told["found"] else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4])))
