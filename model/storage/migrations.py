"""Lifts a project file of a former version to the present one, step by step, in memory only.

A step takes and gives plain dicts and imports no record: records change, a step never does.
Frozen files of every version lie in `tests/data/projects/`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from model.storage import version_2, version_3, version_4, version_5, version_6, version_7

CURRENT = 7
"""The version this program writes."""

Step = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: dict[int, Step] = {
    1: version_2.lifted,
    2: version_3.lifted,
    3: version_4.lifted,
    4: version_5.lifted,
    5: version_6.lifted,
    6: version_7.lifted,
}
"""By the version a step starts from; it gives the next one."""


def lifted(
    data: dict[str, Any], current: int, steps: Mapping[int, Step] = MIGRATIONS
) -> dict[str, Any]:
    """Return `data` as version `current` has it; `data` itself stays as it was.

    Its `version` must be an integer from 1 to `current`.
    """
    for version in range(data["version"], current):
        data = steps[version](data) | {"version": version + 1}
    return data
