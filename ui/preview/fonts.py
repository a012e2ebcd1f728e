"""FONTS: which of a house style's fonts this PC has, and what stands in for those it has not.

The standard names licensed fonts that are never bundled. A font is looked for under its Chinese
and its English name, then the house style's own substitute, then fonts of the same class, then
any font that knows Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QFontDatabase

from model.typesetting.house_style import HouseStyle

_ALIASES = (
    ("宋体", "SimSun"),
    ("仿宋", "FangSong"),
    ("楷体", "KaiTi"),
    ("黑体", "SimHei"),
    ("仿宋_GB2312", "FangSong_GB2312"),
    ("楷体_GB2312", "KaiTi_GB2312"),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    ("方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
    ("方正仿宋_GBK", "FZFangSong-Z02"),
    ("方正楷体_GBK", "FZKai-Z03"),
    ("方正黑体_GBK", "FZHei-B01"),
    ("方正书宋_GBK", "FZShuSong-Z01"),
    ("华文仿宋", "STFangsong"),
    ("华文楷体", "STKaiti"),
    ("华文中宋", "STZhongsong"),
    ("华文宋体", "STSong"),
    ("华文黑体", "STHeiti"),
    ("微软雅黑", "Microsoft YaHei"),
)
"""Names that lead to the same font; which one a PC knows depends on its language."""

_SONG = (
    *("宋体", "方正书宋_GBK", "华文宋体", "华文中宋", "新宋体", "NSimSun"),
    *("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "AR PL UMing CN"),
)
_HEI = (
    *("黑体", "方正黑体_GBK", "华文黑体", "微软雅黑", "Noto Sans CJK SC"),
    *("Source Han Sans SC", "思源黑体", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
)
_CLASSES = (
    ("小标宋", ("方正小标宋简体", "方正小标宋_GBK", "华文中宋", *_SONG)),
    ("仿宋", ("仿宋_GB2312", "仿宋", "方正仿宋_GBK", "华文仿宋", *_SONG)),
    ("楷", ("楷体_GB2312", "楷体", "方正楷体_GBK", "华文楷体", "AR PL UKai CN", *_SONG)),
    ("黑", _HEI),
    ("宋", _SONG),
)
"""By a word in the name of the missing font: what is likest to it, best first."""

_LATIN = (
    *("Times New Roman", "Times", "Liberation Serif", "Tinos", "Nimbus Roman"),
    *("Nimbus Roman No9 L", "FreeSerif", "TeX Gyre Termes", "Noto Serif"),
)
"""Of the width of Times New Roman but for the last."""


class Missing(NamedTuple):
    """A font of the house style that is not installed, and what is shown instead.

    `instead` is '' where nothing on the PC knows Chinese.
    """

    font: str
    instead: str


class Installed:
    """The fonts of this PC, asked once; by default those that Qt knows."""

    def __init__(self, families: list[str] | None = None) -> None:
        known = QFontDatabase.families() if families is None else families
        self._families = {family.casefold(): family for family in known}
        self._chinese = (
            QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
            if families is None
            else []
        )

    def family(self, name: str) -> str | None:
        """The name under which this PC has the font, None where it has not."""
        for names in ((name,), *(names for names in _ALIASES if name in names)):
            for alias in names:
                found = self._families.get(alias.casefold())
                if found is not None:
                    return found
        return None

    def stand_ins(self, name: str, style: HouseStyle) -> Iterator[str]:
        """Families to take for `name`, best first: the font itself where it is installed."""
        own = [each.by for each in style.substitutes if each.font == name]
        for each in (name, *own, *_likest(name)):
            family = self.family(each)
            if family is not None:
                yield family
        if not name.isascii():
            yield from self._chinese


def missing(style: HouseStyle, installed: Installed | None = None) -> tuple[Missing, ...]:
    """The fonts of a house style that this PC lacks, with what stands in for each."""
    here = installed or Installed()
    return tuple(
        Missing(name, next(here.stand_ins(name, style), ""))
        for name in style.fonts
        if here.family(name) is None
    )


def _likest(name: str) -> tuple[str, ...]:
    if name.isascii():
        return _LATIN
    return next((fonts for word, fonts in _CLASSES if word in name), _SONG)
