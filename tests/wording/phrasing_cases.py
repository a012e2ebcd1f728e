"""A short notation for the values of an indicator, and the indicators the phrasing tests speak of.

`actual 6.82; yoy -5.1; rank 增速全市并列3` are three facets; `?` is a blank; a unit may follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from model.values.aspect import Aspect, parse_aspect
from model.values.growth import Better, Flow, Growth, Measure, Target
from model.values.period import Period
from model.values.rank import RankOf
from model.wording.saying.clauses import SaidOf
from model.wording.saying.phrasing import IndicatorWords, Piece, Said, Wording, state

_FACET = re.compile(r"([\w~-]+) (增速|总量)?([\u4e00-\u9fff]*?)(并列)?(-?[\d.]+|\?)(\D*)")
_KINDS: tuple[tuple[str, Any], ...] = (
    ("flow", Flow), ("measure", Measure), ("growth", Growth), ("target", Target),
    ("better", Better),
)  # fmt: skip


def _spoken(name: str, unit: str, verbs: tuple[str, ...], kinds: str = "") -> IndicatorWords:
    """An indicator as it is spoken of; its kinds in the order and the words of the lexicon."""
    words = IndicatorWords(name, unit, verbs)
    given = {key: kind(word) for (key, kind), word in zip(_KINDS, kinds.split(), strict=False)}
    return replace(words, **given)


INDICATORS = {
    indicator.name: indicator
    for indicator in (
        _spoken("地区生产总值", "亿元", ("完成", "实现"), "flow amount constant_price growth"),
        replace(_spoken("新增专项债券", "亿元", ("争取",), "flow amount"), verb_first=True),
        replace(_spoken("驻村工作队", "支", ("选派",), "flow count"), verb_first=True),
        replace(_spoken("文化惠民演出", "场", ("开展",), "flow count nominal"), verb_first=True),
        _spoken("消除返贫风险人口", "户", ("消除",), "flow count"),
        _spoken("城乡居民收入比", ":1", ("为", "缩小到"), "ratio rate none ceiling down"),
        _spoken("规上工业增加值", "亿元", (), "flow amount constant_price growth"),
        _spoken("一般公共预算收入", "亿元", ("完成",), "flow amount nominal total"),
        _spoken("社会消费品零售总额", "亿元", ("实现", "完成"), "flow amount nominal growth"),
        _spoken("固定资产投资", "%", ("增长", "完成"), "flow growth_only same_base growth"),
        _spoken("城镇居民人均可支配收入", "元", ("完成", "达到"), "flow amount nominal growth"),
        _spoken("农村居民人均可支配收入", "元", ("完成", "达到"), "flow amount nominal growth"),
        _spoken("各项存款余额", "亿元", ("完成", "为"), "stock amount nominal"),
        _spoken("各项贷款余额", "亿元", ("为", "达到"), "stock amount nominal"),
        _spoken("高新技术企业", "家", (), "stock count nominal total"),
        _spoken("城镇新增就业", "人", ("实现", "新增"), "flow count nominal total"),
        _spoken("农村劳动力转移就业", "人", (), "flow count nominal total"),
        _spoken("残疾人补贴", "万元", ("发放",), "flow amount nominal"),
        _spoken("粮食总产量", "万吨", (), "flow mass nominal total"),
        _spoken("工业用电量", "亿千瓦时", ("为",), "flow energy nominal"),
        _spoken("森林覆盖率", "%", ("达到",), "ratio rate points"),
        _spoken("城镇登记失业率", "%", ("控制在", "为"), "ratio rate points ceiling down"),
        _spoken("政府债务率", "%", ("降至", "为"), "ratio rate points ceiling down"),
        _spoken("人口自然增长率", "‰", ("达到", "为"), "ratio rate points none neutral"),
        _spoken(
            "PM2.5浓度", "微克/立方米", ("为", "下降"), "ratio concentration nominal ceiling down"
        ),
        _spoken("空气质量综合指数", "", ("为", "下降"), "ratio index nominal ceiling down"),
        _spoken("空气质量优良天数", "天", (), "flow days none total"),
        _spoken("食品烟酒类价格", "%", ("上涨",), "ratio index none none neutral"),
        _spoken(
            "单位地区生产总值能耗", "%", ("下降",), "ratio growth_only constant_price growth down"
        ),
        _spoken("生产安全事故起数", "起", ("发生", "下降"), "flow count nominal ceiling down"),
        _spoken("火灾起数", "起", ("下降",), "flow count nominal none down"),
        _spoken("规上工业利润总额", "亿元", ("实现",), "flow amount same_base"),
        _spoken("高质量发展综合考核", "位", ("位列",), "ratio rank none none down"),
    )
}


def values(notation: str) -> dict[Aspect, list[Said]]:
    """The facets and values of a line of the notation."""
    said: dict[Aspect, list[Said]] = {}
    for part in filter(None, (part.strip() for part in notation.split(";"))):
        found = _FACET.fullmatch(part)
        assert found, part
        name, of, scope, tied, number, unit = found.groups()
        kind = {"增速": RankOf.GROWTH, "总量": RankOf.LEVEL}.get(of or "")
        value = None if number == "?" else Decimal(number)
        said.setdefault(parse_aspect(name), []).append(Said(value, unit, scope, kind, bool(tied)))
    return said


def spoken(indicator: IndicatorWords, said: SaidOf, words: Mapping[str, str]) -> tuple[Piece, ...]:
    """A statement in the words that a line of the notation chooses (`own` is a period code)."""
    chosen: dict[str, Any] = {name: word for name, word in words.items() if name != "period"}
    if "own" in chosen:
        chosen["own"] = Period.parse(chosen["own"])
    if "ceiling" in chosen:
        chosen["ceiling"] = Said(Decimal(chosen["ceiling"]))
    return state(indicator, said, period=words.get("period", ""), wording=Wording(**chosen))


def statements() -> list[tuple[str, str, dict[str, str], str]]:
    """The rows of the tables: indicator, values, words of the text, statement."""
    tables = (Path(__file__).parent / name for name in ("statements.txt", "bases.txt"))
    return [row for table in tables for row in rows(table.read_text(encoding="utf-8"))]


def rows(text: str) -> Iterator[tuple[str, str, dict[str, str], str]]:
    name = notation = ""
    words: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line.startswith("    "):
            yield name, notation, words, line.strip().replace("(nothing)", "")
        elif line and not line.startswith("#"):
            notation, *chosen = line.replace("(nothing)", "").split(" | ")
            words = dict(_pair(word) for word in chosen)


def _pair(word: str) -> tuple[str, str]:
    key, _, value = word.partition("=")
    return key, value
