"""What is typed into the frame of an official document: its number, secrecy, who signs it out."""

from __future__ import annotations

import re

from model.entry.cleaning import clean, one_line
from model.entry.dates import day
from model.errors import ValueRefused
from model.wording.links import masked

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_YEAR = re.compile(r"[\[【（(〔［](\d{4})年?[\]】）)〕］]")
_NUMBER = re.compile(r"[^\d〔〕\s]{1,60}〔\d{4}〕(?:[1-9]\d{0,4}|[XxＸ×]{1,3}|　{1,3}| {1,6})号")
_SECRECY = re.compile(r"(?P<level>绝密|机密|秘密)(?P<star>★?)(?P<term>.*)")
_TERM = re.compile(
    r"(?:[1-9]\d?年|[1-9]\d?个月|长期|解密时间未定|\d{4}年\d{1,2}月\d{1,2}日(?:解密|前)?)"
)
_COPY = re.compile(r"\d{6}")
_BETWEEN_NAMES = re.compile(r"[、，,;；/\n]+")


def document_number(typed: str) -> str:
    """`云政〔2026〕18号`; other brackets around the year become 〔〕. Raises `ValueRefused`."""
    plain = _YEAR.sub(r"〔\1〕", one_line(typed).translate(_WIDE))
    if not plain:
        return ""
    if re.search(r"〕\s*第", plain):
        raise ValueRefused(f"“{typed}”里的顺序号前不加“第”。请写成云政〔2026〕18号。")
    if re.search(r"〕\s*0", plain):
        raise ValueRefused(f"“{typed}”里的顺序号前不补0。请写成云政〔2026〕18号。")
    if not _NUMBER.fullmatch(masked(plain)):
        raise ValueRefused(
            f"“{typed}”不像发文字号。请写机关代字、年份和顺序号，如云政〔2026〕18号；"
            "号还没有编就写云政〔2026〕XX号。"
        )
    return plain


def secrecy(typed: str) -> str:
    """`机密★1年`: the level with its term. Raises `ValueRefused`."""
    plain = "".join(one_line(typed).translate(_WIDE).split()).replace("*", "★").replace("☆", "★")
    if not plain:
        return ""
    found = _SECRECY.fullmatch(plain)
    if found is None:
        raise ValueRefused(f"没有“{typed}”这个密级。请写秘密、机密或绝密，再写期限，如机密★1年。")
    if not found["term"]:
        raise ValueRefused(f"“{typed}”没有保密期限。请写成{found['level']}★1年。")
    if not _TERM.fullmatch(found["term"]):
        raise ValueRefused(f"看不懂保密期限“{found['term']}”。请写成{found['level']}★1年。")
    return f"{found['level']}★{found['term']}"


def copy_number(typed: str) -> str:
    """Six digits, with zeros before a short one. Raises `ValueRefused`."""
    plain = "".join(one_line(typed).translate(_WIDE).split())
    if not plain:
        return ""
    if not plain.isdigit() or not _COPY.fullmatch(plain.zfill(6)):
        raise ValueRefused(f"“{typed}”不是份号。份号是六位以内的数字，如000001。")
    return plain.zfill(6)


def copies(typed: str) -> str:
    """The organs of 抄送 without the word itself and without the stop, which are set."""
    plain = re.sub(r"^抄送[：:]\s*", "", one_line(typed)).rstrip("。.；; ")
    return re.sub(r"\s*[,，;；]\s*", "，", plain)


def printed_on(typed: str) -> str:
    """`2026年7月12日`; one with a blank or a link stays. Raises `ValueRefused`."""
    plain = one_line(typed).removesuffix("印发")
    if not plain or "{" in plain or re.search(r"[XxＸ×]", plain):
        return plain
    date = day(plain)
    return f"{date.year}年{date.month}月{date.day}日"


def people(typed: str) -> tuple[str, ...]:
    """Names between 、 or one a line; spaces within a name go."""
    names = ("".join(name.split()) for name in _BETWEEN_NAMES.split(clean(typed)))
    return tuple(name for name in names if name)
