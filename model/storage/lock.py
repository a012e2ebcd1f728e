"""Tells colleagues that a project is open: a small file beside it, on the same drive.

It only advises: whoever sees it decides whether to open read-only. It is taken after the
open succeeded, never stolen from the living, and broken only when the user says so, or when
its program is known to be dead on this very PC. What keeps two saves from overwriting each
other is the writer's look at the file, not this.
"""

import getpass
import hashlib
import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import Field as Constraint

from model.clock import Clock, day_and_time, utc_now
from model.errors import ConflictError, ProjectFileError
from model.report.record import Record
from model.storage import atomic, own_files, running
from model.storage.atomic import Digest
from model.storage.hidden import hide
from model.storage.own_values import Moment
from model.storage.renamed import Trail

HEARTBEAT = timedelta(minutes=1)
"""How often a holder should call `beat`."""

STALE_AFTER = timedelta(minutes=10)
"""So long without a heartbeat, the holder has probably crashed, or its clock is wrong."""

_LONGEST = 255  # a name of a PC on a network
_SHOWN = 40
_TRIES = 3  # the other may close just between our two looks


class Holder(Record):
    """Who has the project open. All texts are empty where the lock file cannot be read."""

    user: str = Constraint(default="", max_length=_LONGEST)
    host: str = Constraint(default="", max_length=_LONGEST)
    session: str = Constraint(default="", max_length=_LONGEST)
    taken: Moment | None = None
    heartbeat: Moment | None = None

    @property
    def is_here(self) -> bool:
        """Whether it is another window of this very PC that is open now."""
        return running.is_alive(self.session) is True

    @property
    def is_dead(self) -> bool:
        """Whether its program was killed on this very PC."""
        return running.is_alive(self.session) is False

    def is_stale(self, now: datetime) -> bool:
        """Whether the heartbeat stopped long ago; told to the user, who alone may break it."""
        return self.heartbeat is None or now - self.heartbeat > STALE_AFTER

    def described(self, now: datetime) -> str:
        """One Chinese sentence for the question whether to open all the same."""
        where = "这台电脑上另一个窗口" if self.is_here else _short(self.host) or "不明电脑"
        who = f"{_short(self.user) or '有人'}（{where}）"
        since = f"从{day_and_time(self.taken)}起" if self.taken else ""
        said = f"{who}{since}打开着这份材料"
        if self.is_stale(now):
            said += "，但已较长时间没有动静，可能是那台电脑没有正常退出"
        return said + "。"


class Lock:
    """The lock of one session on one project file."""

    def __init__(self, path: Path, *, session: str = "", clock: Clock = utc_now) -> None:
        self.file = lock_file(path)
        self._trail = Trail(self.file)
        self._clock = clock
        self._mine: Digest | None = None
        now = clock()
        self._holder = Holder(
            user=_user(),
            host=running.host(),
            session=session or secrets.token_hex(8),
            taken=now,
            heartbeat=now,
        )

    @property
    def held(self) -> bool:
        return self._mine is not None

    def take(self) -> Holder | None:
        """Take the lock: None when it is ours now, else who holds it. Raises SaveError.

        A folder without write permission cannot be locked: the caller goes on without.
        """
        if self.held:
            return None
        data = self._now().encode("utf-8")
        for _ in range(_TRIES):
            if atomic.create_exclusive(self.file, data):
                self._mine = atomic.digest(data)
                hide(self.file)
                return None
            holder = read(self.file)
            if holder is not None:
                return self.break_(holder) if holder.is_dead else holder
        return Holder()

    def beat(self) -> bool:
        """Show that we are still here; False when somebody broke our lock. Raises SaveError."""
        if self._mine is None:
            return False
        try:
            self._write(self._mine)
        except ConflictError:
            self._mine = None
        return self.held

    def break_(self, seen: Holder) -> Holder | None:
        """Take over from `seen`, as the user decided. None when done.

        Where meanwhile another holds it, or `seen` gave a sign of life, that is returned and
        nothing is broken. Raises SaveError.
        """
        found = atomic.digest_of(self.file)
        now = read(self.file)
        if now is not None and now != seen:
            return now
        try:
            self._write(found)
        except ConflictError:
            return read(self.file) or seen
        return None

    def release(self) -> None:
        """Remove the lock if it is still ours, also where its folder was renamed meanwhile.

        Never raises: the program is closing.
        """
        try:
            file = self._trail.file()
            if self.held and atomic.digest_of(file) == self._mine:
                file.unlink(missing_ok=True)
        except OSError:
            pass  # the drive is gone: the lock goes stale by itself
        self._mine = None

    def _write(self, expect: Digest) -> None:
        """Put our lock in the place of what is expected there; what is replaced is shown again."""
        self._mine = atomic.write_text(self.file, self._now(), expect=expect)
        hide(self.file)

    def _now(self) -> str:
        self._holder = self._holder.changed(heartbeat=self._clock())
        return own_files.text_of(self._holder)


def lock_file(path: Path) -> Path:
    """The lock's name, the same on every PC that sees the file."""
    real = Path(os.path.realpath(path))
    name = real.name
    if len(os.fsencode(name)) > 200:
        name = name[:40] + hashlib.sha256(os.fsencode(name)).hexdigest()[:8]
    return real.with_name(f".{name}.xugao-lock")


def read(file: Path) -> Holder | None:
    """Who the lock file names; None where there is none, an empty Holder where it is damaged."""
    try:
        return own_files.load(file, Holder)
    except ProjectFileError:
        return Holder() if file.exists() else None


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _short(name: str) -> str:
    """A name from a file of others in one line of the question."""
    plain = "".join(sign if sign.isprintable() else " " for sign in name).strip()
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"
