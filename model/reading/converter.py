"""An old format (.doc, .wps, .rtf) to .docx by the LibreOffice of this PC, which a clerk asked for.

It works in a folder of its own with a profile of its own: no macro runs, nothing the file refers to
is fetched, and where the system lets a process have a network of its own, it has none at all. What
it gives is a foreign file like any other: it goes through gate and child.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from model.reading import limits
from model.reading.kinds import is_zip, refused

_PROGRAMS: Final = ("soffice", "libreoffice")
_FOLDERS: Final = ("ProgramFiles", "ProgramFiles(x86)")
_ON_WINDOWS: Final = Path("LibreOffice/program/soffice.com")
_ON_MAC: Final = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_NO_NETWORK: Final = ("unshare", "--user", "--map-root-user", "--net", "--")
_FILTER: Final = "docx:MS Word 2007 XML"
_FAILED: Final = "LibreOffice 没能把它转换成 .docx。请用 Word 或 WPS 打开它，另存为 .docx，再来读"
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_NOWHERE: Final = "127.0.0.1"
_SECURITY: Final = "org.openoffice.Office.Common/Security/Scripting"
_PROXY: Final = "org.openoffice.Inet/Settings"
_SETTINGS: Final = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    (_PROXY, "ooInetProxyType", "2"),
    (_PROXY, "ooInetHTTPProxyName", _NOWHERE),
    (_PROXY, "ooInetHTTPProxyPort", "9"),
    (_PROXY, "ooInetHTTPSProxyName", _NOWHERE),
    (_PROXY, "ooInetHTTPSProxyPort", "9"),
)


def find_office() -> Path | None:
    """The program of LibreOffice, where this PC has one."""
    for name in _PROGRAMS:
        found = shutil.which(name)
        if found:
            return Path(found)
    folders = [Path(os.environ[name]) / _ON_WINDOWS for name in _FOLDERS if name in os.environ]
    return next((path for path in (*folders, _ON_MAC) if path.is_file()), None)


def convert(data: bytes, path: Path, office: Path) -> bytes:
    """The bytes of the .docx that `office` makes of `data`; raises `ReadRefused`."""
    with tempfile.TemporaryDirectory(prefix="xugao-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "old.doc").write_bytes(data)
        profile = home / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        _run(
            [
                *_alone(),
                str(office),
                f"-env:UserInstallation={profile.as_uri()}",
                *("--headless", "--norestore", "--nologo", "--nodefault"),
                *("--convert-to", _FILTER, "--outdir", str(home / "new"), str(home / "old.doc")),
            ],
            home,
        )
        made = home / "new" / "old.docx"
        size = made.stat().st_size if made.is_file() else 0
        new = made.read_bytes() if size <= limits.MAX_BYTES and size else b""
    if not is_zip(new):
        raise refused(path, _FAILED)
    return new


def _run(command: list[str], home: Path) -> None:
    """Let the office program work, with what it started stopped when its time is over."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env=_surroundings(home),
        start_new_session=sys.platform != "win32",
        creationflags=_NO_WINDOW,
    ) as running:
        try:
            running.wait(limits.CONVERTING_SECONDS)
        except subprocess.TimeoutExpired:
            _stop(running)


def _stop(running: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(running.pid)],
            capture_output=True,
            check=False,
            creationflags=_NO_WINDOW,
        )
    else:
        os.killpg(running.pid, signal.SIGKILL)


def _surroundings(home: Path) -> Mapping[str, str]:
    """The variables of this process without its proxies, and with no other folder for its own."""
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    nowhere = f"http://{_NOWHERE}:9"
    return kept | {"HOME": str(home), "http_proxy": nowhere, "https_proxy": nowhere}


@cache
def _alone() -> tuple[str, ...]:
    """What keeps a process from the network, where the system lets a user do so."""
    if shutil.which(_NO_NETWORK[0]) is None:
        return ()
    tried = subprocess.run([*_NO_NETWORK, "true"], capture_output=True, check=False)
    return _NO_NETWORK if tried.returncode == 0 else ()


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/'
        'registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
    )
