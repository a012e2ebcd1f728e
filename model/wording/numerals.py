"""Chinese numerals from 1 to 99, as numbering writes them: 一, 十, 十一, 二十, 九十九."""

from __future__ import annotations

_DIGITS = "一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """`21` → `二十一`; raises ValueError outside 1 to 99."""
    if not 1 <= number <= 99:
        raise ValueError(f"no numeral of numbering for {number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens - 1] + "十"
    return head + (_DIGITS[ones - 1] if ones else "")


def parse_chinese_numeral(text: str) -> int | None:
    """`二十一` → 21; None for all that `chinese_numeral` does not write (一十, 廿, 〇)."""
    return _VALUES.get(text)


_VALUES = {chinese_numeral(number): number for number in range(1, 100)}
