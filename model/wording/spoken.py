"""How long a text is when it is read aloud: numbers are counted as they are spoken.

`118.6亿元` is nine signs (一百一十八点六亿元), `2026年` five, `5.1%` six (百分之五点一). Marks are
silent; a letter counts as one.
"""

from __future__ import annotations

from model.values.patterns import pattern

_TOKEN = pattern(
    r"(?P<digits>(?<![\d.])\d{4}(?=年|[-—–～~至]\d{4}年)|(?<=[A-Za-z])\d+(?![\d.])|(?<![\d.])0\d+)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<rate>[%％‰]?)"
    r"|(?P<joined>(?<=[\d%％‰])[-—–～~:：](?=\d))"
    r"|(?P<minus>[-－](?=\d))"
    r"|(?P<symbol>[℃㎡㎥])"
    r"|(?P<signs>[一-鿿㐀-䶿〇A-Za-zＡ-Ｚａ-ｚ]+)"
)
_SYMBOL = len("摄氏度")  # 平方米 and 立方米 are as long
_RATE = len("百分之")


def spoken_signs(text: str) -> int:
    """How many signs are spoken when the text is read aloud."""
    total = 0
    for found in _TOKEN.finditer(text):
        if signs := found["signs"] or found["digits"]:
            total += len(signs)
        elif found["number"]:
            total += _of_number(found["number"]) + (_RATE if found["rate"] else 0)
        else:
            total += _SYMBOL if found["symbol"] else 1
    return total


def _of_number(written: str) -> int:
    """`1,203.5` → 8: 一千二百零三点五."""
    whole, point, decimals = written.replace(",", "").partition(".")
    return _of_whole(int(whole)) + len(point) + len(decimals)


def _of_whole(number: int) -> int:
    """`118` → 5: 一百一十八; every four digits have their 万 or 亿."""
    if number == 0:
        return 1
    signs, is_begun = 0, False
    for power in range((len(str(number)) - 1) // 4, -1, -1):
        group = number // 10_000**power % 10_000
        if group:
            signs += _of_group(group, is_begun) + bool(power)
            is_begun = True
    return signs


def _of_group(group: int, is_begun: bool) -> int:
    """Up to four digits: each with its 千, 百 or 十; a run of noughts within is one 零."""
    if 10 <= group < 20 and not is_begun:
        return 1 + bool(group % 10)  # 十八, not 一十八
    digits = f"{group:04d}" if is_begun else str(group)
    stripped = digits.rstrip("0")
    signs, was_nought = 0, False
    for at, digit in enumerate(stripped):
        is_nought = digit == "0"
        if is_nought:
            signs += not was_nought
        else:
            signs += 1 + (at < len(digits) - 1)
        was_nought = is_nought
    return signs
