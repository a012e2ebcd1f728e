"""argparse in Chinese: it asks gettext for each of its sentences, and finds these.

gettext has catalogues in compiled files and chooses one by the environment; this one stands
here, for the command line speaks Chinese wherever it runs. The wording of the keys is Python's,
3.11 to 3.13.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Any, NoReturn
from unicodedata import east_asian_width


class _Wide(str):
    """A text as long as the columns it takes; by its length argparse indents what follows."""

    __slots__ = ()

    def __len__(self) -> int:
        return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in self)


class _Listing(str):
    """A sentence with a list: argparse joins it by commas, Chinese by 、."""

    __slots__ = ()

    def __mod__(self, filled: Any) -> str:
        if isinstance(filled, dict):
            lists = {name: _listed(filled[name]) for name in ("choices", "matches") & filled.keys()}
            return super().__mod__(filled | lists)
        return super().__mod__(_listed(filled))


def _listed(joined: str) -> str:
    return "、".join(entry.strip("'") for entry in joined.split(", "))


SENTENCES: dict[str, str] = {
    "usage: ": _Wide("用法："),
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "看这条命令的用法",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "the following arguments are required: %s": _Listing("缺少：%s"),
    "one of the arguments %s is required": "要写其中一个：%s",
    "unrecognized arguments: %s": "多出来的内容：%s",
    "expected one argument": "后面要写一个值",
    "expected at most one argument": "后面最多写一个值",
    "expected at least one argument": "后面至少要写一个值",
    "expected %s argument": "后面要写%s个值",
    "expected %s arguments": "后面要写%s个值",
    "not allowed with argument %s": "不能与 %s 同时用",
    "ignored explicit argument %r": "后面不写值，多了“%s”",
    "ambiguous option: %(option)s could match %(matches)s": _Listing(
        "“%(option)s”没有写全，可以是：%(matches)s"
    ),
    "unexpected option string: %s": "多出来的选项：%s",
    "invalid %(type)s value: %(value)r": "写得不对：%(value)s",
    "invalid choice: %(value)r (choose from %(choices)s)": _Listing(
        "没有这个选项：%(value)s（可选 %(choices)s）"
    ),
}
"""What a clerk can meet of argparse, by argparse's own words."""


class _Chinese(NullTranslations):
    """The catalogue as gettext asks for it."""

    def gettext(self, message: str) -> str:
        return SENTENCES.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return SENTENCES.get(msgid1 if n == 1 else msgid2, msgid2)


@contextmanager
def argparse_in_chinese() -> Iterator[None]:
    """Let argparse ask this catalogue: it holds gettext's two functions under these names."""
    asked, chinese = vars(argparse), _Chinese()
    before = {name: asked[name] for name in ("_", "ngettext")}
    asked.update(_=chinese.gettext, ngettext=chinese.ngettext)
    try:
        yield
    finally:
        asked.update(before)


class ChineseParser(argparse.ArgumentParser):
    """A parser that tells what is wrong first, and then how it is written."""

    def refuse_unknown(self, words: Sequence[str]) -> NoReturn:
        """End the program: nothing takes these words."""
        self.error(SENTENCES["unrecognized arguments: %s"] % " ".join(words))

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"命令写得不对：{message}\n{self.format_usage()}")
        sys.exit(2)
