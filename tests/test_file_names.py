"""A file whose name is no UTF-8 is opened by it, kept by it, and told as people read it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import SaveError
from model.file_names import as_project, is_project, kept, path_of, readable, why_refused
from model.jobs.export import Stage, export
from model.library import shipped
from model.storage import atomic
from tests.samples import example

NAME = "上半年"  # its second sign looks like a Greek letter to who reads UTF-8
GBK = os.fsdecode(NAME.encode("gbk"))


def test_a_name_as_usual_is_kept_as_it_is() -> None:
    for path in (Path("/材料/上半年.json"), Path("a.json"), Path("bytes:zz")):
        assert kept(path) == str(path)
        assert path_of(kept(path)) == path
        assert readable(path) == str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="names are no bytes there")
@given(st.binary(min_size=1, max_size=40).filter(lambda name: not {0, 47} & {*name}))
def test_any_name_comes_back_from_text_that_every_file_can_hold(name: bytes) -> None:
    path = Path("/材料") / os.fsdecode(name)
    text = kept(path)
    text.encode("utf-8")
    assert os.fsencode(path_of(text)) == os.fsencode(path)
    readable(path).encode("utf-8")


def test_a_name_in_gbk_is_told_as_it_reads() -> None:
    assert readable(Path(f"/材料/{GBK}/{GBK}2.json")) == "/材料/上半年/上半年2.json"


@pytest.mark.parametrize(
    "said", ["无法保存“{}”：没有写权限。", "已导出送审稿（第1稿）：{}", "材料：{}（云岭县，2026）"]
)
def test_in_a_sentence_the_rest_stays_as_it_is(said: str) -> None:
    for path in ("{}.json", "/材料/{}.json"):
        assert readable(said.format(path.format(GBK))) == said.format(path.format(NAME))


def test_bytes_of_no_known_kind_are_told_as_signs_that_can_be_shown() -> None:
    assert readable("a\udcff.json") == "a?.json"
    assert readable("a\ud83d.json") == "a?.json"


def test_what_an_error_says_can_be_shown() -> None:
    assert str(SaveError(f"无法保存“/材料/{GBK}.json”。")) == "无法保存“/材料/上半年.json”。"


@pytest.mark.parametrize("name", ["汇报.xugao", "汇报.json", "汇报.XUGAO", "v1.2.JSON"])
def test_a_project_ends_in_one_of_two_ways_in_any_case(name: str) -> None:
    assert is_project(name)
    assert as_project(Path(name)) == Path(name)


def test_a_name_without_the_ending_gets_it() -> None:
    assert as_project(Path("材料/汇报1.2")) == Path("材料/汇报1.2.xugao")
    assert not is_project("汇报.docx")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("一季度:定稿.xugao", "：:。"),
        ("a<b>?.docx", "<、>、?"),
        ("汇报\t.docx", "看不见的控制符"),
        ("NUL.xugao", "设备"),
        ("com1.汇报.docx", "设备"),
        ("汇报.", "以空格或点结尾"),
        ("汇报.xugao ", "以空格或点结尾"),
    ],
)
def test_a_new_file_gets_no_name_that_windows_cannot_open(
    tmp_path: Path, name: str, told: str
) -> None:
    reason = why_refused(tmp_path / name)
    assert reason is not None
    assert told in reason
    with pytest.raises(SaveError, match="没有保存"):
        atomic.write_bytes(tmp_path / name, b"{}", expect=atomic.ABSENT)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["汇报（定稿）·1—5月.xugao", "console.docx", ".xugao", "a.b.json"])
def test_other_names_are_good(name: str) -> None:
    assert why_refused(Path(name)) is None


def test_a_file_that_is_there_is_saved_whatever_it_is_called(tmp_path: Path) -> None:
    file = tmp_path / "一季度:定稿.json"
    file.write_bytes(b"{}")
    atomic.write_bytes(file, b"[]", expect=None)
    assert file.read_bytes() == b"[]"


@pytest.mark.skipif(sys.platform == "win32", reason="the device is laid there by hand")
def test_a_device_that_windows_says_is_there_is_refused_too(tmp_path: Path) -> None:
    device = tmp_path / "NUL.docx"
    device.symlink_to("/dev/null")
    project = example("county-head-briefing")
    style = shipped.house_style(project.reports[0].house_style)
    with pytest.raises(SaveError, match="设备"):
        atomic.write_bytes(device, b"{}", expect=None)
    with pytest.raises(SaveError, match="设备"):
        export(project, project.reports[0], device, style, Stage.REVIEW)


def test_a_path_too_long_for_windows_is_told_there_only() -> None:
    path = Path("/", *["深" * 60] * 5, "汇报.xugao")
    assert "259" in str(why_refused(path, on_windows=True))
    assert why_refused(path, on_windows=False) is None


def test_what_is_put_beside_a_file_while_it_is_saved_has_to_fit_too() -> None:
    folder = Path("/") / ("深" * 189)
    assert why_refused(folder / "汇报.xugao", on_windows=True) is None
    assert why_refused(folder / "深深" / "汇报.xugao", on_windows=True)
    long_name = f"{'名' * 62}.docx"
    assert why_refused(folder / long_name, on_windows=True)


def test_a_long_sentence_is_read_in_the_time_of_its_length() -> None:
    page = "甲" * 2_000_000
    assert readable(page) == page
    assert readable(f"{page}/{GBK}") == f"{page}/{NAME}"
