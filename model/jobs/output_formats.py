"""The output formats (导出的格式): which file is written by what. A new one is a line here."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

from model.document import Document
from model.errors import SaveError
from model.typesetting.house_style import HouseStyle
from model.typesetting.sanitize import Removed
from model.word.write.word_file import Mode, write_document


class Written(Protocol):
    """A written file: its bytes, and the characters that could not go into it."""

    @property
    def data(self) -> bytes: ...

    @property
    def removed(self) -> tuple[Removed, ...]: ...


class Writer(Protocol):
    """Makes the bytes of a file from a text; `stamp` is for the footer of a proof, and `draft`
    the mark by which the file is known when it comes back.
    """

    def __call__(
        self,
        document: Document,
        style: HouseStyle,
        *,
        mode: Mode,
        stamp: str | None = None,
        draft: str | None = None,
    ) -> Written: ...


class OutputFormat(NamedTuple):
    """A format: the ending of its files, what the clerk calls such a file, and its writer."""

    ending: str
    called: str
    write: Writer


OUTPUT_FORMATS = (OutputFormat(".docx", "Word 文件", write_document),)
"""All there are; the first is the one that is proposed."""


def format_of(path: Path) -> OutputFormat:
    """The format that a file's name asks for; raises `SaveError` where it asks for none.

    An export so never takes the place of a project, whatever the clerk agreed to replace.
    """
    asked = (known for known in OUTPUT_FORMATS if known.ending == path.suffix.lower())
    found = next(asked, None)
    if found is None:
        called = "或".join(known.called for known in OUTPUT_FORMATS)
        endings = " 或 ".join(known.ending for known in OUTPUT_FORMATS)
        raise SaveError(
            f"没有导出：“{path}”不是 {called}的名字。"
            f"请用 {endings} 结尾，如 汇报{OUTPUT_FORMATS[0].ending}。"
        )
    return found
