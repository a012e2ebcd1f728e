"""From version 5 to 6: a place has a table of its departments, a project knows the forms it sent.

Version 5 had neither: suppliers stay the names they are, and nothing is guessed.
"""

from model.storage.file_records import Dict


def lifted(data: Dict) -> Dict:
    """Return a project of version 5 as version 6 has it."""
    return data
