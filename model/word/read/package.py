"""The parts of a foreign .docx as element trees. Runs in the child process only.

A part with a document type, too many tags or too deep a nesting is refused before it can take
memory; entities, networks and DTDs are off. Relationships are followed inside the package only.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from model.reading.gate import broken
from model.reading.kinds import refused
from model.reading.limits import MAX_TAGS
from model.word.read.names import MAIN, STRICT

_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_STRANGE = "文件内部的写法不合规范，可能被改动过。请用 Word 或 WPS 打开它，另存一份 .docx，再来读"
_NO_MEMORY = re.compile(r"memory|unknown error")  # how libxml2 tells that it got none
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


class Package:
    """The parts of one file; every method raises `ReadRefused`."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as error:
            raise broken(path) from error
        self._names = set(self._zip.namelist())

    def tree(self, part: str) -> etree._Element | None:
        """The root of `part`, or None where the package has no such part."""
        if part not in self._names:
            return None
        data = self._bytes(part)
        if any(sign in data for sign in _DOCTYPES):
            raise refused(self._path, _STRANGE)
        if data.count(b"<") > MAX_TAGS:
            raise refused(self._path, "里面有上百万个段落或格式，不像一份正常的文稿")
        return self._parsed(data.replace(STRICT.encode(), MAIN.encode()))

    def _bytes(self, part: str) -> bytes:
        try:
            return self._zip.read(part) if part in self._names else b""
        except _UNREADABLE as error:
            raise broken(self._path) from error

    def _parsed(self, data: bytes) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
            remove_comments=True, remove_pis=True, huge_tree=False,
        )  # fmt: skip
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if _NO_MEMORY.search(str(error).lower()):
                raise MemoryError from error
            deep = "depth" in str(error).lower()
            reason = "表格或格式一层套一层，嵌套得太深" if deep else _STRANGE
            raise refused(self._path, reason) from error

    def main_part(self) -> str:
        """The name of the part that holds the text."""
        if b"macroEnabled" in self._bytes("[Content_Types].xml"):
            raise refused(
                self._path,
                "文件里带有宏（.docm）。为了安全没有打开；请用 Word 或 WPS 另存为 .docx，再来读",
            )
        found = self.related("", "officeDocument")
        if not found:
            raise refused(self._path, "里面没有 Word 文稿的正文。请确认选对了文件")
        return found[0]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts inside the package that `part` relates to as `kind` (styles, footnotes …)."""
        return list(self.related_by_id(part, kind).values())

    def related_by_id(self, part: str, kind: str) -> dict[str, str]:
        """The same parts by the ids of their relations."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for number, relation in enumerate(root if root is not None else ()):
            outside = relation.get("TargetMode") == "External"
            if outside or relation.get("Type", "").rpartition("/")[2] != kind:
                continue
            target = unquote(relation.get("Target", ""))
            inside = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            inside = posixpath.normpath(inside)
            if inside in self._names:
                found[relation.get("Id", f"#{number}")] = inside
        return found
