"""What the system says, in the clerk's words."""

import errno
import os
from pathlib import Path

import pytest

from model.storage.causes import cause_and_advice, save_error


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EACCES, "没有写权限"),
        (errno.ENOENT, "文件夹不存在"),
        (errno.EBUSY, "文件被占用"),
        (errno.ESTALE, "网络位置连不上"),
        (12345, "系统报告错误 12345"),
    ],
)
def test_a_cause_is_named_with_what_to_do(code: int, said: str) -> None:
    cause, advice = cause_and_advice(OSError(code, "English text of the system"))
    assert cause == said
    assert advice.startswith("请") or "请" in advice
    assert advice.endswith("。")


@pytest.mark.parametrize(
    ("windows", "said"),
    [(32, "文件被占用"), (33, "文件被占用"), (112, "磁盘空间不足"), (5, "没有写权限")],
)
def test_windows_codes_tell_more_than_their_errno(windows: int, said: str) -> None:
    error = PermissionError(errno.EACCES, "denied")
    error.winerror = windows  # type: ignore[attr-defined]
    assert cause_and_advice(error)[0] == said


@pytest.mark.parametrize(("mode", "said"), [(0o600, "文件被占用"), (0o400, "没有写权限")])
def test_a_file_that_word_holds_open_on_windows_is_told_as_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int, said: str
) -> None:
    target = tmp_path / "汇报.docx"
    target.write_bytes(b"old")
    may_write = mode == 0o600  # root may write anything, whatever the mode says
    monkeypatch.setattr(os, "access", lambda path, wanted: may_write)
    error = PermissionError(errno.EACCES, "denied", "temporary")
    error.filename2 = str(target)
    error.winerror = 5  # type: ignore[attr-defined]
    assert cause_and_advice(error)[0] == said


@pytest.mark.parametrize(("windows", "length", "said"), [(3, 270, "太长"), (3, 60, "文件夹不存在"),
                                                         (206, 60, "太长")])  # fmt: skip
def test_a_path_that_windows_does_not_find_for_its_length_is_told_as_too_long(
    windows: int, length: int, said: str
) -> None:
    error = FileNotFoundError(errno.ENOENT, "no such path", "深" * length)
    error.winerror = windows  # type: ignore[attr-defined]
    assert said in cause_and_advice(error)[0]


def test_the_message_names_the_file_and_comforts() -> None:
    message = str(save_error(Path("上半年.json"), OSError(errno.ENOSPC, "full")))
    assert "“上半年.json”" in message
    assert "没有改动" in message
    assert "full" not in message
