"""Where the program keeps its own files on this PC; the only place that asks platformdirs.

Everything lies under one folder of the signed-in user, which does not roam to other PCs.
`XUGAO_HOME` names another folder: for tests. A folder 数据 beside the program of a bundle, as on a
memory stick, is taken where it is not set.
"""

import hashlib
import os
import re
import sys
from pathlib import Path

import platformdirs

HOME_VARIABLE = "XUGAO_HOME"
PORTABLE = "数据"
_MANIFEST = "MANIFEST.sha256"  # stands in the root of a bundle, beside the interpreter's folder
_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,47}")
_DEVICE_NAMES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


def home() -> Path:
    """The folder that holds all the others; not created here, the writer creates what it needs."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    beside = Path(sys.prefix).parent / PORTABLE
    if os.path.isdir(beside) and os.path.isfile(beside.parent / _MANIFEST):  # False if unreadable
        return beside
    return platformdirs.user_data_path("xugao", appauthor=False)


def settings_file() -> Path:
    return home() / "settings.json"


def recent_file() -> Path:
    return home() / "recent.json"


def left_off_file() -> Path:
    return home() / "left_off.json"


def leaders_file() -> Path:
    return home() / "leaders.json"


def recovery_dir() -> Path:
    """Copies of what could not be put in its place."""
    return home() / "recovery"


def logs_dir() -> Path:
    """What happened when something went wrong that nobody expected."""
    return home() / "logs"


def running_dir() -> Path:
    """Which programs run now on this PC, one file each."""
    return home() / "running"


def requests_dir() -> Path:
    """What second starts ask of the windows that are open."""
    return home() / "requests"


def all_backups_dir() -> Path:
    return home() / "backups"


def backups_dir(project_id: str) -> Path:
    return all_backups_dir() / _folder_name(project_id)


def journals_dir() -> Path:
    return home() / "journal"


def journal_dir(project_id: str) -> Path:
    return journals_dir() / _folder_name(project_id)


def all_drafts_dir() -> Path:
    return home() / "drafts"


def project_drafts_dir(project_id: str) -> Path:
    return all_drafts_dir() / _folder_name(project_id)


def drafts_dir(project_id: str, report_id: str) -> Path:
    return project_drafts_dir(project_id) / _folder_name(report_id)


def file_key(path: Path) -> str:
    """A short name for one file on this PC, so that two copies of a project are told apart."""
    try:
        place = os.path.normcase(os.path.realpath(path))
    except ValueError:  # a NUL in a name that a damaged record holds
        place = str(path)
    return hashlib.sha256(os.fsencode(place)).hexdigest()[:8]


def _folder_name(record_id: str) -> str:
    """An id as a folder name. Ids come from files of others: `../..` or `con` must not pass."""
    if _PLAIN_ID.fullmatch(record_id) and not _DEVICE_NAMES.fullmatch(record_id):
        return record_id
    return "x" + hashlib.sha256(record_id.encode("utf-8", "surrogatepass")).hexdigest()[:24]
