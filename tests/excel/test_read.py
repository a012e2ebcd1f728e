"""Whatever a foreign workbook holds, it is read or refused in words; its limits are kept."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.errors import ReadRefused
from model.excel.read import read_xlsx
from model.forms.returned import returned_form
from model.reading.files import read_forms
from model.reading.gate import check_workbook
from model.reading.workbook import Workbook
from tests.forms.sent import PLANNING, sheet_bytes

NAME = Path("表.xlsx")
FEWER = settings(max_examples=max(10, settings().max_examples // 8))


def with_part(name: str, data: bytes) -> bytes:
    """The workbook of a department with one part more, or another one."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet_bytes(PLANNING))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for known in old.namelist():
            if known != name:
                new.writestr(known, old.read(known))
        new.writestr(name, data)
    return out.getvalue()


def part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sheet_bytes(PLANNING))) as archive:
        return archive.read(name)


@FEWER
@given(
    st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml",
                     "xl/worksheets/sheet1.xml", "xl/worksheets/sheet5.xml"]),
    st.integers(0, 10_000), st.integers(0, 60), st.binary(max_size=12),
)  # fmt: skip
def test_a_damaged_part_is_read_or_refused(name: str, at: int, gone: int, put: bytes) -> None:
    whole = part(name)
    at %= len(whole)
    data = with_part(name, whole[:at] + put + whole[at + gone :])
    try:
        returned_form(read_xlsx(data, NAME))
    except ReadRefused as error:
        assert "表.xlsx" in str(error)


@FEWER
@given(st.integers(0, 8_000), st.binary(min_size=1, max_size=40))
def test_damaged_bytes_are_read_or_refused(at: int, put: bytes) -> None:
    whole = sheet_bytes(PLANNING)
    data = whole[:at] + put + whole[at + len(put) :]
    try:
        check_workbook(data, NAME)
        returned_form(read_xlsx(data, NAME))
    except ReadRefused as error:
        assert "表.xlsx" in str(error)


def test_what_is_unsafe_or_no_sheet_is_told(tmp_path: Path) -> None:
    told = {
        "宏": with_part("xl/vbaProject.bin", b"x"),
        "连着别的文件": with_part("xl/externalLinks/externalLink1.xml", b"<x/>"),
        "不合规范": with_part("xl/styles.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
        "另存为 .xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
        "图片": b"\x89PNG\r\n\x1a\n\x00\x00",
    }
    paths = []
    for number, data in enumerate(told.values()):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(data)
        paths.append(path)
    good = tmp_path / "好.xlsx"
    good.write_bytes(sheet_bytes(PLANNING))
    found = read_forms([*paths, good])
    for words, error in zip(told, found, strict=False):
        assert isinstance(error, ReadRefused), words
        assert words in str(error)
    assert isinstance(found[-1], Workbook)


def test_a_harmful_file_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child that is stopped says nothing of the files beside: each gets one of its own."""
    from model.reading import files

    real = files._from_child

    def stopped(data: bytes, path: Path, *, names: list[str], child: str) -> object:
        if "坏.xlsx" in names:
            raise ReadRefused("没有读“坏.xlsx”：已经停下。")
        return real(data, path, names=names, child=child)

    monkeypatch.setattr(files, "_from_child", stopped)
    paths = [tmp_path / "好.xlsx", tmp_path / "坏.xlsx"]
    for path in paths:
        path.write_bytes(sheet_bytes(PLANNING))
    good, bad = read_forms(paths)
    assert isinstance(good, Workbook)
    assert isinstance(bad, ReadRefused)
