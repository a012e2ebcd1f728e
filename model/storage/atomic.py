"""THE one writer of every file the program writes.

A file is replaced whole or not at all, at every moment the program may be killed, the disk
may fill or the power may fail: a temporary file in the same folder, written, fsynced, closed,
read back and compared; the destination looked at once more; replaced; the folder fsynced.
Only when `write_bytes` has returned may the user be told that the file is saved.
"""

import errno
import hashlib
import os
import re
import secrets
import stat
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import NewType

from model.clock import utc_now
from model.errors import ConflictError, SaveError, UnconfirmedError
from model.file_names import why_refused
from model.storage import paths
from model.storage.causes import cause_and_advice, told
from model.storage.save_mutex import turn

Digest = NewType("Digest", str)
ABSENT = Digest("absent")
"""Given as `expect`: the file must not be there yet."""

_SUFFIX = ".xugao-tmp"
_OURS = re.compile(r"\..{1,60}\.[0-9a-f]{12}" + re.escape(_SUFFIX), re.DOTALL)
_LEFT_OVER_SECONDS = 24 * 3600.0
_WORTH_RETRYING = {
    5,
    32,
    33,
}  # WinError: access denied, sharing violation, lock violation
_RETRY_SECONDS = 2.5
_RETRY_PAUSE_SECONDS = 0.1
_CHUNK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)
_CANNOT_FSYNC_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF}
_sleep = time.sleep


def digest(data: bytes) -> Digest:
    """The hash by which a file's content is recognized."""
    return Digest(hashlib.sha256(data).hexdigest())


def digest_of(path: Path) -> Digest:
    """The digest of the file at `path`, `ABSENT` where there is none; raises OSError."""
    try:
        with path.open("rb") as file:
            return Digest(hashlib.file_digest(file, "sha256").hexdigest())
    except FileNotFoundError:
        return ABSENT


def write_bytes(path: Path, data: bytes, *, expect: Digest | None) -> Digest:
    """Put `data` in place of the file at `path`; return its digest.

    `expect` is what the file is believed to hold: the digest of the last load or save,
    `ABSENT` for a file that must be new, `None` where the user agreed to replace anything.
    A symbolic link is followed: the file it points to is replaced.

    Raises ConflictError when the file holds something else, UnconfirmedError when the new
    file stands but the disk did not confirm it, SaveError for all else. In all but the
    second the former file is untouched.
    """
    with told(path):
        refuse_name(path)
        target = _target(path)
        temporary = _write_temporary(target, data)
        failure: OSError | None = None
        is_replaced = False
        try:
            with turn(target, sleep=_sleep) as folder:
                _refuse_conflict(path, target, expect, data)
                failure = _replace(temporary, target)
                is_replaced = failure is None
                if is_replaced:
                    _fsync_folder(path, folder, data)
        except OSError as error:  # after the replace nothing but the confirmation can fail
            if is_replaced:
                raise _unconfirmed(path, data) from error
            if failure is None:
                temporary.unlink(missing_ok=True)
                raise
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    if failure is not None:
        raise _rescued(path, temporary, data, failure) from failure
    return digest(data)


def refuse_name(path: Path) -> None:
    """Raise SaveError for a new file whose name no system but this one takes, or none at all; a
    file that is there is saved whatever it is called. Windows says of a device that it is there.
    """
    reason = why_refused(path)
    with told(path):
        if reason and not _is_regular(path):
            raise SaveError(f"没有保存“{path}”：{reason}")


def write_text(path: Path, text: str, *, expect: Digest | None) -> Digest:
    """`write_bytes` of `text` in UTF-8, line ends as they are."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SaveError(
            f"无法保存“{path}”：第 {error.start + 1} 个字符不是完整的文字。"
            "已有的文件没有改动。请删去这个字符再保存。"
        ) from error
    return write_bytes(path, data, expect=expect)


def create_exclusive(path: Path, data: bytes) -> bool:
    """Create the file unless there is one already; False when there is. For lock files.

    Not durable on purpose: a lock need not outlive the power. Raises SaveError.
    """
    with told(path):
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)
        except FileExistsError:
            return False
        try:
            try:
                _write_all(handle, data)
            finally:
                os.close(handle)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    return True


def make_folder(folder: Path) -> None:
    """Create one of our own folders, with all above it, for this user only; raises SaveError.

    Each new one is confirmed by the disk, so that what is put into it does not vanish with it.
    Those that a former program left open to others are closed to them.
    """
    with told(folder):
        missing = [above for above in (folder, *folder.parents) if not above.exists()]
        for new in reversed(missing):
            new.mkdir(mode=0o700, exist_ok=True)
            _fsync_at(new.parent)
        for own in (folder, *folder.parents):
            if not _is_own(own):
                break
            _close_to_others(own, 0o700)


def set_aside(path: Path, *, now: datetime) -> Path:
    """Rename a damaged file of ours so that it can be looked at; return its new name."""
    aside = path.with_name(f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}{path.suffix}")
    with told(path):
        os.replace(path, aside)
    return aside


def remove(path: Path) -> None:
    """Delete one of our own files if it is there; raises SaveError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        cause, advice = cause_and_advice(error)
        raise SaveError(f"无法删除“{path}”：{cause}。{advice}") from error


def sweep(folder: Path, *, now: datetime | None = None) -> int:
    """Remove temporary files that a killed program left in `folder`; return how many.

    Only files named as we name them and older than a day: a save of another PC may be
    under way, and its clock may differ from ours. Never raises.
    """
    before = (now or utc_now()).timestamp() - _LEFT_OVER_SECONDS
    removed = 0
    try:
        names = [name for name in os.listdir(folder) if _OURS.fullmatch(name)]
    except OSError:
        return 0
    for name in names:
        leftover = folder / name
        try:
            facts = leftover.lstat()
            if stat.S_ISREG(facts.st_mode) and facts.st_mtime < before:
                leftover.unlink()
                removed += 1
        except OSError:
            continue  # somebody else was quicker, or it is not ours to remove
    return removed


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _target(path: Path) -> Path:
    """The file that is really meant, links followed; raises OSError where none can be written."""
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return target
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(mode):
        raise SaveError(f"无法保存“{path}”：它不是普通文件。请换一个文件名。")
    if not os.access(target, os.W_OK):
        raise SaveError(
            f"无法保存“{path}”：这个文件是只读的。已有的文件没有改动。"
            "请在文件属性里去掉“只读”，或换一个名字另存。"
        )
    return target


def _write_temporary(target: Path, data: bytes) -> Path:
    """A finished, verified temporary file beside `target`; nothing is left where that fails."""
    temporary = target.with_name(f".{_clipped(target.name)}.{secrets.token_hex(6)}{_SUFFIX}")
    is_own = _is_own(target)
    mode = 0o600 if is_own or target.exists() else 0o666  # private from the first byte
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        try:
            _write_all(handle, data)
            if not is_own:
                _keep_owner_and_mode(handle, target)
            os.fsync(handle)  # after an error here the pages may be lost: never try it again
        finally:
            os.close(handle)
        if temporary.read_bytes() != data:
            raise OSError(errno.EIO, "read back differently")
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest[:_CHUNK])
        if written <= 0:
            raise OSError(errno.EIO, "nothing written")
        rest = rest[written:]


def _is_own(path: Path) -> bool:
    """Whether it is the folder of the program's own files, or lies in it."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(paths.home()))


def _close_to_others(folder: Path, mode: int) -> None:
    """What is ours is for this user alone; drives without such rights go on without."""
    try:
        if stat.S_IMODE(folder.stat().st_mode) & 0o077:
            folder.chmod(mode)
    except OSError:
        pass


if sys.platform == "win32":

    def _fsync_at(folder: Path) -> None:
        """Folders are not fsynced here."""

    def _keep_owner_and_mode(handle: int, target: Path) -> None:
        """The folder says who may read a file there."""

else:

    def _fsync_at(folder: Path) -> None:
        """Confirm the names in a folder; one that cannot be looked into goes without."""
        try:
            handle = os.open(folder, os.O_RDONLY)
        except PermissionError:
            return
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _CANNOT_FSYNC_FOLDERS:
                raise
        finally:
            os.close(handle)

    def _keep_owner_and_mode(handle: int, target: Path) -> None:
        """A file that is there keeps who may read it; a new one is as the user's umask says."""
        try:
            former = target.stat()
        except FileNotFoundError:
            return
        for owner in (former.st_uid, -1):
            try:
                os.fchown(handle, owner, former.st_gid)
                break
            except OSError:
                continue  # only root gives files away: then try the group alone
        os.fchmod(handle, stat.S_IMODE(former.st_mode))


def _refuse_conflict(path: Path, target: Path, expect: Digest | None, data: bytes) -> None:
    if expect is None:
        return
    found = digest_of(target)
    if found in (
        expect,
        digest(data),
    ):  # the very same content there already: nothing is lost
        return
    if expect == ABSENT:
        raise ConflictError(f"“{path}”已经存在，没有覆盖它。请换一个文件名。")
    if found == ABSENT:
        raise ConflictError(
            f"“{path}”已被移走、改名或删除，没有保存。请用“另存为”保存，或先把文件放回原处。"
        )
    raise ConflictError(
        f"“{path}”打开以后被别人或别的程序改过，没有覆盖它。"
        "请另存为一份副本，再与改过的文件对照，或重新打开。"
    )


def _replace(temporary: Path, target: Path) -> OSError | None:
    """Put the temporary file in place; None when done, else why not.

    On Windows a virus scanner or a sync client may hold the file for a moment.
    """
    waited = 0.0
    while True:
        try:
            os.replace(temporary, target)
            return None
        except OSError as error:
            retry = getattr(error, "winerror", None) in _WORTH_RETRYING
            if not retry or waited >= _RETRY_SECONDS:
                return error
        _sleep(_RETRY_PAUSE_SECONDS)
        waited += _RETRY_PAUSE_SECONDS


def _fsync_folder(path: Path, folder: int | None, data: bytes) -> None:
    if folder is None:
        return
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno in _CANNOT_FSYNC_FOLDERS:
            return
        raise _unconfirmed(path, data) from error


def _unconfirmed(path: Path, data: bytes) -> UnconfirmedError:
    return UnconfirmedError(
        f"“{path}”已写入新内容，但磁盘没有确认。请再保存一次，或另存到别的磁盘。",
        digest(data),
    )


def _rescued(path: Path, temporary: Path, data: bytes, failure: OSError) -> SaveError:
    """What could not be put in its place is kept twice: beside the file, and on this PC."""
    cause, advice = cause_and_advice(failure)
    mark = temporary.suffixes[-2]  # the random part of its name
    kept = path.with_name(f"{_clipped(path.stem)}.未存入{mark}{path.suffix[:10]}")
    try:
        os.rename(temporary, kept)
    except OSError:
        kept = temporary
    places = f"“{kept}”"
    copy = paths.recovery_dir() / kept.name.lstrip(".")
    try:
        make_folder(copy.parent)
        os.rename(_write_temporary(copy, data), copy)
        places += f"和“{copy}”"
    except (OSError, SaveError):
        pass  # the one beside the file stands
    return SaveError(
        f"无法保存“{path}”：{cause}。已有的文件没有改动。您的内容保存在{places}。{advice}"
    )


def _clipped(name: str) -> str:
    """So short that what we add still makes a name of less than 255 bytes."""
    return name[:40]
