"""Files that are not ours, damaged or hostile: a clear error with the place, never a crash."""

import os
import tracemalloc
from pathlib import Path

import pytest

from model.errors import ProjectFileError
from model.storage import json_gate, project_file
from model.storage.json_gate import MAX_DEPTH, place

HEAD = '"format": "xugao-project", "version": 1, "id": "p1", "period": "2026-H1"'
REPORTS = '"reports": [{"id": "r1", "template": {"key": "work-briefing"}}]'
GOOD = "{" + HEAD + ', "organization": {"name": "云岭县"}%s}'


def extra(text: str) -> bytes:
    """A project that is good but for a key with this value."""
    return (GOOD % f', {REPORTS}, "x": {text}').encode()


HOSTILE = {
    "empty": (b"", "文件是空的"),
    "spaces": (b" \n\t", "文件是空的"),
    "not json": ("上半年工作总结\n".encode(), "第 1 行第 1 列，这里应当有一个值"),
    "truncated": (extra('"一').rstrip(b"}"), "没有写完"),
    "cut after a comma": ((GOOD % ",").encode()[:-1], "没有写完"),
    "a comma missing": (b'{"format": "xugao-project"\n "id": 1}', "第 2 行第 2 列，这里缺少逗号"),
    "a colon missing": (b'{"format" "xugao-project"}', "这里缺少冒号"),
    "a trailing comma": (b'{"format": "xugao-project",}', "第 1 行"),
    "a line break in quotes": (extra('"一\n二"'), "第 1 行"),
    "more after the end": (extra("1") + b" x", "结束以后还有多余的文字"),
    "another format": (b'{"format": "novel"}', "不是续稿的材料文件"),
    "no format": (b"{}", "不是续稿的材料文件"),
    "a list": (b"[1, 2]", "最外层应当是一个对象 {…}，现在是列表"),
    "a number": (b"12", "现在是数字"),
    "null": (b"null", "现在是空值"),
    "NaN": (extra('[1, {"a": NaN}]'), "x[1].a 处NaN 不是数字"),
    "-Infinity": (extra("-Infinity"), "x 处-Infinity 不是数字"),
    "1e400": (extra('{"a": 1e400}'), "x.a 处数字 1e400 太大"),
    "a number without end": (extra("9" * 5000), "x 处数字有 5000 位，太长"),
    "a key twice": (extra('[0, {"id": 1, "id": 1}]'), "x[1] 处“id”写了两次"),
    "a key twice at the top": (b'{"format": 1, "format": 1}', "最外层 处“format”写了两次"),
    "half a character": (extra('["好", "\\ud83d"]'), "x[1] 处的文字不完整"),
    "half a character in a key": (extra('{"\\udc00": 1}'), "名称不完整"),
    "nested too deep": (extra("[" * 64 + "]" * 64), f"嵌套超过 {MAX_DEPTH} 层"),
    "nested far too deep": (b"\n" + extra("[" * 100_000), "第 2 行第"),
    "nested objects": (extra('{"a":' * 50_000 + "1" + "}" * 50_000), f"嵌套超过 {MAX_DEPTH} 层"),
    "quotes in a deep text": (extra("[" * 5000 + '"[[\\"[" , "' + "\\" * 9), "嵌套超过"),
    "millions of values": (extra("[" + "[]," * 1_600_000 + "1]"), "项的上限"),
    "GBK": ('{"format": "续稿"}'.encode("gbk"), "第 1 行（第 13 个字节）不是 UTF-8 文字"),
    "UTF-16": ("{}".encode("utf-16"), "UTF-16"),
    "a Word file": (b"PK\x03\x04" + bytes(100), "从旧稿开始"),
    "an old Word file": (b"\xd0\xcf\x11\xe0" + bytes(100), "旧版 Word"),
    "a PDF": (b"%PDF-1.7", "PDF"),
    "binary": (bytes(range(128, 256)), "不是 UTF-8 文字"),
    "zeros": (bytes(4096), "第 1 行第 1 列"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_file_that_is_no_project_is_refused_with_its_place(tmp_path: Path, case: str) -> None:
    data, said = HOSTILE[case]
    file = tmp_path / "上半年.json"
    file.write_bytes(data)
    with pytest.raises(ProjectFileError) as caught:
        project_file.load(file)
    message = str(caught.value)
    assert said in message
    assert message.startswith(f"无法读取“{file}”：")
    assert caught.value.exit_code == 2
    assert len(message) < len(str(file)) + 200
    message.encode("utf-8")
    assert file.read_bytes() == data


def test_a_bom_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"\xef\xbb\xbf" + extra("1"))
    assert project_file.load(file).project.organization.name == "云岭县"


def test_what_the_limits_allow_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    inside = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    file.write_bytes(extra(f'[{inside[1:-1]}, "\\ud83d\\ude00", 1e300, -0.5]'))
    extras = project_file.load(file).project.model_extra
    assert extras
    assert extras["x"][1:] == ["😀", 1e300, -0.5]


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as made:
        made.truncate(100_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(ProjectFileError, match="文件有 100 MB，超过 20 MB 的上限"):
            project_file.load(file)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert file.stat().st_size == 100_000_000


def test_a_file_that_is_longer_than_its_size_says_is_cut_off_at_the_limit() -> None:
    endless = Path("/proc/self/maps")  # says 0 bytes
    if not endless.exists():
        pytest.skip("no such file on this system")
    with pytest.raises(ProjectFileError, match="上限"):
        json_gate.read_bytes(endless, limit=10)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "这是一个文件夹"),
        ("没有.json", "找不到这个文件"),
        ("没有/a.json", "找不到这个文件"),
        ("pipe", "不是普通文件"),
        ("a\0b", "不能用的字符"),
    ],
)
def test_what_is_no_file_is_told(tmp_path: Path, name: str, said: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ProjectFileError, match=said):
        project_file.load(tmp_path / name)


def test_a_place_is_shown_safely_whatever_its_names_are() -> None:
    assert place([]) == "最外层"
    assert place(["reports", 0, "content", 3]) == "reports[0].content[3]"
    assert place([1, "a"]) == "[1].a"
    shown = place(["a" * 1000, "\u202e\n", "\ud800"])
    assert len(shown) < 80
    assert shown.isprintable()
