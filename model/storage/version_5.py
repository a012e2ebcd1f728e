"""From version 4 to 5: a text may have the frame of an official document, a part may be an annex.

Version 4 had neither: both are off, and nothing is guessed.
"""

from model.storage.file_records import Dict


def lifted(data: Dict) -> Dict:
    """Return a project of version 4 as version 5 has it."""
    return data
