"""Text as it is typed or pasted: line ends made one kind, characters refused that no file holds."""

from __future__ import annotations

import re

from model.errors import ValueRefused

_LINE_ENDS = re.compile("\r\n|[\r\x0b\u2028\u2029]")
"""What Windows and Word put at the end of a line."""
CONTROLS = r"\x00-\x08\x0e-\x1f\x7f\ufffc\ufffe\uffff\ud800-\udfff"
"""The characters that nobody sees and no file holds, as a class of a pattern has them."""
_CONTROL = re.compile(rf"[{CONTROLS}\x0c\x0d]")
MAX_TEXT = 100_000
"""The most characters that stand in one place."""
MAX_PARAGRAPH = 30_000
"""The most characters of one paragraph: more than the longest speech, and shown without a wait."""


def clean(typed: str) -> str:
    """Text with its lines ended by `\\n`; raises `ValueRefused` naming what cannot be kept."""
    text = _LINE_ENDS.sub("\n", typed)
    found = _CONTROL.search(text)
    if found:
        raise ValueRefused(
            f"第{found.start() + 1}个字是看不见的控制字符（U+{ord(found[0]):04X}），请删去后再填。"
        )
    if len(text) > MAX_TEXT:
        raise ValueRefused(f"文字太长（{len(text)}字），一处最多{MAX_TEXT}字，请分成几处。")
    return text


def without_controls(pasted: str) -> tuple[str, int]:
    """Text that is pasted without the characters that nobody sees; how many they were."""
    return _CONTROL.subn("", _LINE_ENDS.sub("\n", pasted))


def one_paragraph(typed: str) -> str:
    """Text without line ends, its spaces kept as typed."""
    text = clean(typed)
    if "\n" in text:
        raise ValueRefused("这里只能填一段文字，请去掉换行；要另起一段，就另加一个要点。")
    if len(text) > MAX_PARAGRAPH:
        raise ValueRefused(f"这一段太长（{len(text)}字），一段最多{MAX_PARAGRAPH}字，请分成几段。")
    return text


def one_line(typed: str) -> str:
    """Text on one line, without spaces at its ends."""
    text = clean(typed).strip()
    if "\n" in text:
        raise ValueRefused("这里只能填一行文字，请去掉换行。")
    return text
