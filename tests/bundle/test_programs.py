"""What machine code asks for is read from the files themselves."""

import struct
import sys
from pathlib import Path

import pytest

from bundle.elf import Elf, is_elf, read_elf
from bundle.pe import Pe

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs a program of Linux")


@ON_LINUX
def test_the_needs_of_a_program_of_linux_are_read() -> None:
    path = Path("/proc/self/exe").resolve()
    elf = read_elf(path)
    assert is_elf(path)
    assert any(name.startswith("libc.so") for name in elf.needed)
    assert elf.newest("GLIBC") >= (2, 2, 5)


def test_a_text_is_no_program(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    assert not is_elf(path)


def test_the_newest_version_is_found_by_number_not_by_letter() -> None:
    elf = Elf((), "", frozenset({"GLIBC_2.4", "GLIBC_2.28", "GLIBC_PRIVATE", "GLIBCXX_3.4.9"}))
    assert elf.newest("GLIBC") == (2, 28)
    assert elf.newest("GLIBCXX") == (3, 4, 9)
    assert elf.newest("CXXABI") == ()


@pytest.fixture
def library() -> Pe:
    """A PE file by hand: one section, that imports KERNEL32.dll and exports one name."""
    section, place = 0x1000, 0x200
    data = bytearray(0x400)
    data[0x3C:0x40] = struct.pack("<I", 0x40)
    data[0x40:0x44] = b"PE\0\0"
    data[0x46:0x48] = struct.pack("<H", 1)
    data[0x54:0x56] = struct.pack("<H", 240)
    data[0x9C:0x9E] = struct.pack("<H", 3)
    directories = 0x40 + 24 + 112
    data[directories : directories + 16] = struct.pack("<IIII", section + 0x80, 40, section, 40)
    table = 0x40 + 24 + 240
    data[table + 8 : table + 24] = struct.pack("<IIII", 0x200, section, 0x200, place)
    data[place + 12 : place + 16] = struct.pack("<I", section + 0x60)
    data[place + 0x60 : place + 0x6D] = b"KERNEL32.dll\0"
    exports = place + 0x80
    data[exports + 24 : exports + 28] = struct.pack("<I", 1)
    data[exports + 32 : exports + 36] = struct.pack("<I", section + 0xC0)
    data[place + 0xC0 : place + 0xC4] = struct.pack("<I", section + 0xD0)
    data[place + 0xD0 : place + 0xD8] = b"Py_Main\0"
    return Pe(bytes(data))


def test_the_libraries_of_a_program_of_windows_are_read(library: Pe) -> None:
    assert library.imports == {"kernel32.dll"}
    assert library.delayed == set()


def test_what_a_library_of_windows_offers_is_read(library: Pe) -> None:
    assert library.exports == ["Py_Main"]


def test_a_program_with_a_console_is_told_from_one_with_a_window(library: Pe) -> None:
    windowed = bytearray(library.data)
    windowed[0x9C] = 2
    assert library.has_console
    assert not Pe(bytes(windowed)).has_console


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a PE file"):
        Pe(b"\0" * 100).imports  # noqa: B018
