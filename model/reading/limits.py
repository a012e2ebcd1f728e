"""How much a foreign file may take, in size, memory and time.

A 211 kB .docx of 20 million empty paragraphs costs 2.6 GB and seven seconds when it is parsed
without limits; these are wide enough for any report and stop such files early.
"""

from __future__ import annotations

import sys

MAX_BYTES = 20_000_000
"""A file as it lies on the disk."""
MAX_UNPACKED = 100_000_000
"""All parts of a zip together, as it declares them; reading never goes beyond what is declared."""
MAX_RATIO = 200
MAX_ENTRIES = 2000
MAX_TAGS = 2_000_000
"""Tags in one XML part: some 300 bytes of memory each once parsed."""
MAX_CHARACTERS = 2_000_000
"""Characters of a manuscript: a report has some ten thousand."""
MAX_PARAGRAPHS = 50_000
UNDERSTOOD_PARAGRAPHS = 5_000
UNDERSTOOD_CHARACTERS = 300_000
"""What is understood of a manuscript at one go, blank lines aside: ten times the longest report."""
CHILD_SECONDS = 30.0
CHILD_CPU_SECONDS = 10
CONVERTING_SECONDS = 90.0
"""For an office program that starts for the first time on an old PC."""
CHILD_MEMORY = 512 * 1024 * 1024
OUT_OF_MEMORY = 71
"""Exit code of a child that was stopped by its own limit of memory."""
STOPPED_BY_WINDOWS = (0x718, 0xC0000044)
"""Exit codes of a child that used up its time there: not enough quota, quota exceeded."""


def bound_this_process() -> None:
    """Limit memory and CPU time of the calling process."""
    if sys.platform == "win32":
        from model.reading import windows_job  # noqa: PLC0415

        windows_job.bound_this_process(CHILD_MEMORY, CHILD_CPU_SECONDS)
        return
    import resource  # noqa: PLC0415  (POSIX only)

    for what, most in (
        (resource.RLIMIT_AS, CHILD_MEMORY),
        (resource.RLIMIT_CPU, CHILD_CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (limit, limit))
