"""What a PE file (a program or library of Windows) imports and exports."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_EXPORTS, _IMPORTS, _DELAYED = 0, 1, 13


@dataclass(frozen=True)
class Pe:
    """A 64-bit PE file, read as far as its tables of names."""

    data: bytes

    @cached_property
    def _header(self) -> int:
        (offset,) = struct.unpack_from("<I", self.data, 0x3C)
        if self.data[offset : offset + 4] != b"PE\0\0":
            raise ValueError("not a PE file")
        return int(offset)

    @cached_property
    def _sections(self) -> list[tuple[int, int, int]]:
        """Address, size and place in the file of every section."""
        (count,) = struct.unpack_from("<H", self.data, self._header + 6)
        (optional,) = struct.unpack_from("<H", self.data, self._header + 20)
        first = self._header + 24 + optional
        found = []
        for index in range(count):
            size, address, _, place = struct.unpack_from("<IIII", self.data, first + 40 * index + 8)
            found.append((address, size, place))
        return found

    @property
    def has_console(self) -> bool:
        """Whether Windows gives the program a console (subsystem 3)."""
        (subsystem,) = struct.unpack_from("<H", self.data, self._header + 24 + 68)
        return bool(subsystem == 3)

    @property
    def imports(self) -> set[str]:
        """The libraries that are loaded with the file, in lower case."""
        return self._libraries(_IMPORTS, 20, 12)

    @property
    def delayed(self) -> set[str]:
        """The libraries that are loaded on first use, in lower case."""
        return self._libraries(_DELAYED, 32, 4)

    @property
    def exports(self) -> list[str]:
        """The names that the file exports, sorted as in the file."""
        address = self._directory(_EXPORTS)
        if not address:
            return []
        place = self._place(address)
        (count,) = struct.unpack_from("<I", self.data, place + 24)
        (names,) = struct.unpack_from("<I", self.data, place + 32)
        table = struct.unpack_from(f"<{count}I", self.data, self._place(names))
        return [self._text(name) for name in table]

    def _libraries(self, directory: int, size: int, name_at: int) -> set[str]:
        found: set[str] = set()
        address = self._directory(directory)
        if not address:
            return found
        place = self._place(address)
        while True:
            (name,) = struct.unpack_from("<I", self.data, place + name_at)
            if not name:
                return found
            found.add(self._text(name).lower())
            place += size

    def _directory(self, index: int) -> int:
        (address,) = struct.unpack_from("<I", self.data, self._header + 24 + 112 + 8 * index)
        return int(address)

    def _place(self, address: int) -> int:
        for start, size, place in self._sections:
            if start <= address < start + size:
                return address - start + place
        raise ValueError(f"address {address:#x} is in no section")

    def _text(self, address: int) -> str:
        place = self._place(address)
        return self.data[place : self.data.index(b"\0", place)].decode("ascii")


def read_pe(path: Path) -> Pe:
    """Read the PE file `path`."""
    return Pe(path.read_bytes())
