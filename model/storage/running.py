"""Which programs of this PC are running, so that a live session is told from a killed one.

A program notes itself here before its first session takes a lock or keeps a journal. The id of a
session begins with the mark of its program: a lock or a journal whose program is noted here was
written on this PC, and whether that program still runs is known by its number (pid), the moment
it began, and the run of the system it began in. A number alone is used again by another program.
"""

import contextlib
import os
import re
import secrets
import sys
from datetime import timedelta
from pathlib import Path

from pydantic import Field as Constraint

from model.clock import utc_now
from model.errors import ProjectFileError, SaveError
from model.report.record import Record
from model.storage import atomic, own_files, paths

_ID = re.compile(r"([0-9a-f]{12})[0-9a-f]{4}")
_FORGOTTEN_AFTER = timedelta(days=60)


class Program(Record):
    """One run of the program. `began` and `boot` are as the system tells them, '' where it does
    not. `is_window`: it has a window, on this `desktop`, that opens what a second start asks for.
    """

    mark: str = Constraint(pattern=r"[0-9a-f]{12}")
    pid: int = Constraint(ge=1)
    began: str = Constraint(max_length=64)
    boot: str = Constraint(max_length=128)
    host: str = Constraint(max_length=255)
    is_window: bool = False
    desktop: str = Constraint(default="", max_length=255)

    @property
    def is_alive(self) -> bool | None:
        """Whether it still runs; None where that cannot be known from here."""
        own = boot()
        if self.host != host():
            return None
        if self.boot != own:
            is_another_run = self.boot.split(" ")[0] != own.split(" ")[0]
            return False if self.boot and own and is_another_run else None
        now = _began(self.pid)
        if now == "" or (now is not None and not self.began):
            return None
        return now == self.began


_MARK = secrets.token_hex(6)
_open: set[str] = set()
_is_window = False


def begin() -> str:
    """The id of a new session of this program; it is open until `end`. Never raises."""
    session = _MARK + secrets.token_hex(2)
    _open.add(session)
    _note()
    return session


def end(session: str) -> None:
    """The session is over: what it left behind is nobody's any more. Never raises."""
    _open.discard(session)
    if not _open and not _is_window:
        _forget(_MARK)


def begin_window() -> None:
    """This program has a window that takes requests. Never raises."""
    global _is_window  # noqa: PLW0603 - there is one program
    _is_window = True
    _note(anew=True)


def end_window() -> None:
    """The window is closed. Never raises."""
    global _is_window  # noqa: PLW0603
    _is_window = False
    if _open:
        _note(anew=True)
    else:
        _forget(_MARK)


def is_alive(session: str) -> bool | None:
    """Whether a session is open now on this PC; None where that cannot be known from here."""
    found = _ID.fullmatch(session)
    if not found:
        return None
    if found[1] == _MARK:
        return session in _open
    program = _read(_file(found[1]))
    return program.is_alive if program else None


def other_windows() -> tuple[Program, ...]:
    """The windows of other runs that are open now, on this PC and on this desktop."""
    noted = (_read(file) for file in _files())
    programs = [one for one in noted if one and one.is_window and one.mark != _MARK]
    return tuple(one for one in programs if one.desktop == desktop() and one.is_alive)


def own_mark() -> str:
    """The mark of this run of the program."""
    return _MARK


def _note(*, anew: bool = False) -> None:
    """Put this program among those that run, and forget those that ended long ago."""
    file = _file(_MARK)
    if file.exists() and not anew:
        return
    pid = os.getpid()
    me = Program(
        mark=_MARK,
        pid=pid,
        began=_began(pid) or "",
        boot=boot(),
        host=host(),
        is_window=_is_window,
        desktop=desktop(),
    )
    try:
        own_files.store(file, me, expect=None)
    except (SaveError, OSError):
        return  # then its locks and journals are as those of another PC: asked about
    _sweep()


def _forget(mark: str) -> None:
    with contextlib.suppress(SaveError):
        atomic.remove(_file(mark))


def _sweep() -> None:
    before = (utc_now() - _FORGOTTEN_AFTER).timestamp()
    for file in _files():
        try:
            if file.stat().st_mtime >= before:
                continue
        except OSError:
            continue
        program = _read(file)
        if program is None or program.is_alive is False:
            _forget(file.stem)


def _file(mark: str) -> Path:
    return paths.running_dir() / f"{mark}.json"


def _files() -> list[Path]:
    return sorted(paths.running_dir().glob("*.json"))


def _read(file: Path) -> Program | None:
    try:
        return own_files.load(file, Program)
    except ProjectFileError:
        return None


def desktop() -> str:
    """The desktop that windows of this run are shown on; '' where there is one at most."""
    names = ("WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")
    return next((os.environ[name] for name in names if os.environ.get(name)), "")[:255]


def host() -> str:
    """The name of this PC; '' where the system does not tell."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    else:  # noqa: RET505 - so that mypy sees each branch on its own system
        return os.uname().nodename


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED = 0x1000
    _STILL_ACTIVE = 259
    _ACCESS_DENIED = 5

    def boot() -> str:
        """The moments of Windows are absolute: nothing more is needed."""
        return ""

    def _began(pid: int) -> str | None:
        """When the program of this number began; None: there is none, '': not to be known."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(_QUERY_LIMITED, False, pid))
        if not handle:
            return "" if ctypes.get_last_error() == _ACCESS_DENIED else None
        try:
            code = wintypes.DWORD()
            if (
                kernel.GetExitCodeProcess(handle, ctypes.byref(code))
                and code.value != _STILL_ACTIVE
            ):
                return None
            times = [wintypes.FILETIME() for _ in range(4)]
            if not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
                return ""
            return f"{times[0].dwHighDateTime:08x}{times[0].dwLowDateTime:08x}"
        finally:
            kernel.CloseHandle(handle)

else:

    def boot() -> str:
        """The run of the system, and in it the room that numbers of programs count in."""
        try:
            run = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
            return f"{run} {os.readlink('/proc/self/ns/pid')}"
        except OSError:
            return ""

    def _began(pid: int) -> str | None:
        """When the program of this number began; None: there is none, '': not to be known."""
        try:
            said = Path(f"/proc/{pid}/stat").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            return None if Path("/proc/self/stat").exists() else _is_there(pid)
        except OSError:
            return ""
        state, *rest = said.rpartition(b")")[2].split()  # its name may hold blanks and brackets
        return None if state in (b"Z", b"X") else rest[18].decode("ascii")

    def _is_there(pid: int) -> str | None:
        """A system without /proc: whether there is a program of this number at all."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return None
        except OSError:
            pass
        return ""
