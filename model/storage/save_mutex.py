"""One program at a time between looking at a file and replacing it.

Without it two saves could both find the file unchanged and the second would silently
overwrite the first. The system lets go of a turn when its program dies, so none is ever
stale. Network drives without such locks go on without: there only the look guards.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from model.errors import SaveError

WAIT_SECONDS = 5.0
_PAUSE_SECONDS = 0.02
_TRIES = round(WAIT_SECONDS / _PAUSE_SECONDS)
_NO_LOCKS_HERE = {
    errno.ENOLCK,
    errno.EINVAL,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EBADF,
    errno.ENOSYS,
}


if sys.platform == "win32":
    import ctypes
    import hashlib

    _ACQUIRED = {0x00000000, 0x00000080}  # WAIT_OBJECT_0, WAIT_ABANDONED

    @contextmanager
    def turn(target: Path, *, sleep: Callable[[float], None] = time.sleep) -> Iterator[int | None]:
        """As below, by a mutex that all programs of this PC share; there is no folder to fsync."""
        key = hashlib.sha256(os.path.normcase(target).encode("utf-8", "surrogatepass"))
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateMutexW.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(
            kernel.CreateMutexW(None, False, f"Global\\xugao-{key.hexdigest()[:32]}")
        )
        if not handle:  # another user's: then the look alone guards
            yield None
            return
        try:
            for _ in range(_TRIES):
                if kernel.WaitForSingleObject(handle, 0) in _ACQUIRED:
                    break
                sleep(_PAUSE_SECONDS)
            else:
                raise _busy(target)
            try:
                yield None
            finally:
                kernel.ReleaseMutex(handle)
        finally:
            kernel.CloseHandle(handle)

else:
    import fcntl

    @contextmanager
    def turn(target: Path, *, sleep: Callable[[float], None] = time.sleep) -> Iterator[int | None]:
        """Hold the turn for `target`; gives a descriptor of its folder to be fsynced, or None.

        Raises SaveError when another program holds it for longer than `WAIT_SECONDS`.
        """
        try:
            folder = os.open(target.parent, os.O_RDONLY)
        except PermissionError:  # one may write there but not look: no turn and no fsync
            yield None
            return
        try:
            _lock(folder, target, sleep)
            yield folder
        finally:
            os.close(folder)  # which also ends the turn

    def _lock(folder: int, target: Path, sleep: Callable[[float], None]) -> None:
        for _ in range(_TRIES):
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                sleep(_PAUSE_SECONDS)
            except OSError as error:
                if error.errno in _NO_LOCKS_HERE:
                    return
                raise
        raise _busy(target)


def _busy(target: Path) -> SaveError:
    return SaveError(
        f"无法保存“{target}”：另一个程序正在保存，一直没有结束。已有的文件没有改动。请稍等再试一次。"
    )
