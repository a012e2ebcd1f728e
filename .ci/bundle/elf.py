"""What an ELF file (a program or library of Linux) asks for: libraries, versions, paths."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path

_NEEDED, _RPATH, _RUNPATH = 1, 15, 29
_DYNAMIC_SECTION, _NEEDED_VERSIONS = 6, 0x6FFFFFFE
_NUMBERED = re.compile(r"(GLIBC|GLIBCXX)_([0-9.]+)")


@dataclass(frozen=True)
class Elf:
    """The parts that matter to whether a file runs on another machine."""

    needed: tuple[str, ...]
    runpath: str
    versions: frozenset[str]

    def newest(self, family: str) -> tuple[int, ...]:
        """Return the newest numbered version of `family` (GLIBC, GLIBCXX), `()` if none."""
        found = (_NUMBERED.fullmatch(version) for version in self.versions)
        numbers = (
            tuple(int(part) for part in match[2].split("."))
            for match in found
            if match is not None and match[1] == family
        )
        return max(numbers, default=())


def is_elf(path: Path) -> bool:
    """Tell whether a file is one."""
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def read_elf(path: Path) -> Elf:
    """Return what the 64-bit little-endian ELF file `path` asks for."""
    data = path.read_bytes()
    (table,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, table + size * i) for i in range(count)]
    dynamic = next((section for section in sections if section[1] == _DYNAMIC_SECTION), None)
    if dynamic is None:
        return Elf((), "", frozenset())
    strings = sections[dynamic[6]][4]
    entries = [
        struct.unpack_from("<QQ", data, dynamic[4] + 16 * i) for i in range(dynamic[5] // 16)
    ]
    paths = [_text(data, strings + value) for tag, value in entries if tag in (_RPATH, _RUNPATH)]
    return Elf(
        tuple(_text(data, strings + value) for tag, value in entries if tag == _NEEDED),
        paths[0] if paths else "",
        frozenset(
            version
            for section in sections
            if section[1] == _NEEDED_VERSIONS
            for version in _needed_versions(data, section[4], section[7], strings)
        ),
    )


def _needed_versions(data: bytes, offset: int, count: int, strings: int) -> list[str]:
    versions = []
    for _ in range(count):
        _, auxiliaries, _, auxiliary, following = struct.unpack_from("<HHIII", data, offset)
        place = offset + auxiliary
        for _ in range(auxiliaries):
            _, _, _, name, step = struct.unpack_from("<IHHII", data, place)
            versions.append(_text(data, strings + name))
            place += step
        offset += following
    return versions


def _text(data: bytes, offset: int) -> str:
    return data[offset : data.index(b"\0", offset)].decode()
