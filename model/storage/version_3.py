"""From version 2 to 3: a change may be against something else than last year's same period.

Version 2 had no such changes: what it calls `points` and `yoy` stays what it was, against last
year, and nothing is guessed.
"""

from model.storage.file_records import Dict


def lifted(data: Dict) -> Dict:
    """Return a project of version 2 as version 3 has it."""
    return data
