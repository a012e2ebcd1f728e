"""The names of the elements and attributes of a Word file that reading looks at."""

from __future__ import annotations

from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def w(name: str) -> str:
    """`p` in the namespace of Word."""
    return f"{{{MAIN}}}{name}"


P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, TR_PR = w("pPr"), w("rPr"), w("trPr")
HEADER = w("tblHeader")
TAB, BREAK, RETURN = w("tab"), w("br"), w("cr")
VAL, TYPE, ID, NAME = w("val"), w("type"), w("id"), w("name")
BOOKMARK_START, BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
TEXT_BOX = w("txbxContent")
DELETED = frozenset((w("del"), w("moveFrom")))
