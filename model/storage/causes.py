"""Why the system refused a file, in the clerk's words: the cause, and what to do about it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.errors import SaveError
from model.file_names import is_too_long_for_windows

_ELSEWHERE = "请换一个位置另存。"
_IN_USE = ("文件被占用", "请关闭正在使用它的程序（如 Word、WPS、同步盘），再试一次。")
_NETWORK = ("网络位置连不上", "请检查网络，或先另存到本机。")
_FULL = ("磁盘空间不足", "请清理出一些空间，或换一个磁盘另存。")
_TOO_LONG = ("文件名或路径太长", "请换短一些的名字，或存到浅一些的文件夹。")
_BAD_NAME = ("文件名里有不能用的字符", "请换一个文件名。")

_NOT_FOUND = (2, 3)
_ACCESS_DENIED = 5

_BY_WINDOWS_CODE = {
    32: _IN_USE,
    33: _IN_USE,
    39: _FULL,
    53: _NETWORK,
    64: _NETWORK,
    67: _NETWORK,
    112: _FULL,
    123: _BAD_NAME,
    206: _TOO_LONG,
}

_BY_NAME = {
    "ENOSPC": _FULL,
    "EDQUOT": ("磁盘配额已用完", "请清理出一些空间，或换一个磁盘另存。"),
    "EACCES": ("没有写权限", _ELSEWHERE),
    "EPERM": ("没有写权限", _ELSEWHERE),
    "EROFS": ("磁盘是只读的", _ELSEWHERE),
    "ENOENT": ("文件夹不存在", "请检查文件夹是否被移动或改名，或换一个位置另存。"),
    "ENOTDIR": ("路径中有一段不是文件夹", _ELSEWHERE),
    "EISDIR": ("这个名字是一个文件夹", "请换一个文件名。"),
    "EEXIST": ("同名文件已经存在", "请换一个文件名。"),
    "EIO": ("磁盘读写出错", "磁盘可能有故障，请尽快另存到别的磁盘。"),
    "ENXIO": ("磁盘读写出错", "请检查磁盘是否还连着，或另存到别的磁盘。"),
    "ENODEV": ("磁盘已经断开", "请重新接上磁盘，或另存到别的磁盘。"),
    "EFBIG": ("文件超过磁盘允许的大小", _ELSEWHERE),
    "ENAMETOOLONG": _TOO_LONG,
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "EAGAIN": _IN_USE,
    "ELOOP": ("快捷链接互相指向", _ELSEWHERE),
    "EINVAL": _BAD_NAME,
    "EILSEQ": _BAD_NAME,
    "EMFILE": ("打开的文件太多", "请关闭一些窗口，再试一次。"),
    "ENFILE": ("打开的文件太多", "请关闭一些窗口，再试一次。"),
    "ENOMEM": ("内存不足", "请关闭一些程序，再试一次。"),
    "ESTALE": _NETWORK,
    "ENOTCONN": _NETWORK,
    "ETIMEDOUT": _NETWORK,
    "EHOSTDOWN": _NETWORK,
    "EHOSTUNREACH": _NETWORK,
}


def cause_and_advice(error: OSError) -> tuple[str, str]:
    """The cause in a few words and one sentence of what to do."""
    code = getattr(error, "winerror", None) or 0
    if code == _ACCESS_DENIED and _may_be_written(error.filename2):
        return _IN_USE
    if code in _NOT_FOUND and is_too_long_for_windows(error.filename):
        return _TOO_LONG  # Windows says that it finds no such folder
    windows = _BY_WINDOWS_CODE.get(code)
    if windows:
        return windows
    name = errno.errorcode.get(error.errno or 0, "")
    return _BY_NAME.get(name, (f"系统报告错误 {error.errno}", _ELSEWHERE))


def _may_be_written(target: object) -> bool:
    """Tell whether a file that could not be replaced is there and not read-only.

    Windows says "access denied" when a program such as Word holds the file open.
    """
    return isinstance(target, str | bytes) and os.path.exists(target) and os.access(target, os.W_OK)


def save_error(path: Path, error: OSError) -> SaveError:
    """The failure of a step before anything was replaced."""
    cause, advice = cause_and_advice(error)
    return SaveError(f"无法保存“{path}”：{cause}。已有的文件没有改动。{advice}")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the system raises while `path` is written into a SaveError that names it."""
    try:
        yield
    except OSError as error:
        raise save_error(path, error) from error
    except ValueError as error:  # a path with a NUL or a lone surrogate in it
        raise SaveError(f"无法保存到 {str(path)!r}：{_BAD_NAME[0]}。{_BAD_NAME[1]}") from error
