"""From version 6 to 7: a project has a ledger of tasks (台账).

Version 6 had none: nothing is made up for it from the tasks of its texts.
"""

from model.storage.file_records import Dict


def lifted(data: Dict) -> Dict:
    """Return a project of version 6 as version 7 has it."""
    return data
