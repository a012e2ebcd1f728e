"""Of what a value is where its own clause does not name it: the clause before it does, the value
before it, or the words behind the verb of a rank.

A measure that many things have (产量, 投资) names nothing by itself.
"""

from __future__ import annotations

from model.values.patterns import pattern
from model.wording.finding.names import Lexicon, Name, core, name_of

_MOVED = pattern(
    r"(?P<what>[^，,。;:]{2,24}[率量额数值积度比])(?:(?:继续|持续|稳步|不断|进一步|大幅|显著|明显|逐步|有所|稳定)*"
    r"(?:提高|提升|增长|增加|上升|扩大|缩小|收窄|下降|改善|回升|降低))"
)
"""What a quantity did, with its value behind the comma (参保率继续提高，达到96.4%)."""
_TURNED = pattern(
    r"(?P<what>[^，,。;:]{2,24}利润(?:总额)?)(?:由盈转亏|由亏转盈|扭亏为盈|转亏为盈|继续亏损)"
)
"""A profit that turned into a loss or back, with the amount behind the comma."""
_ANYBODYS = pattern(
    r"(?:完成|年)?(?P<what>总?产量|总产|总?产值|投资|销售额|零售额|营业收入|税收|利润)额?"
)
"""A measure that somebody must have, without who has it."""
_GROWN = pattern(r"(?P<who>.{2,16}?)(?:播种面积|种植面积|播面|面积)")
"""What grows on an area, whose yield is told next."""
_RANKED = pattern(
    r"(?:位居|位列|居于|居|名列|列|排)(?:在|于)?(?:全[国省市县区州]|百强[县市区]|[\u4e00-\u9fff]{2,3}(?=百强))*"
    r"(?P<what>[\u4e00-\u9fff]{2,8})第$"
)
_AMONG = pattern(
    r"在(?:.{0,4}度)?(?P<what>[^，]{3,20}?)(?:名单|榜单|排名|评比)?[中里上]"
    r"(?:(?:位居|位列|居于|居|名列|列|排名?)第)?"
)
"""A list that something has a place in (在县域百强中)."""
_LEVEL = pattern(r"(?:国家|[省市县区镇村])级(?:以上)?(?P<who>.*)")
_PLACE = pattern(r"(?:.{0,4}[县市区镇乡州盟旗省])?")
_AMONG_WHOM = pattern(r"[县市区省州国旗镇乡盟位类组强列名]$|[县市区]中|各|前|同|所有|平均|分别")
"""Among whom a rank is, which names nothing."""


def moved(near: list[str], lexicon: Lexicon) -> tuple[Name, ...]:
    """The quantity of the clause before, where nothing but a verb leads to the figure."""
    if len(near) < 2 or core(near[0]) != "":
        return ()
    found = _MOVED.fullmatch(near[1]) or _TURNED.fullmatch(near[1])
    name = name_of(found["what"], lexicon) if found else None
    return (name,) if name else ()


def ranked(near: list[str], lexicon: Lexicon) -> tuple[Name, ...]:
    """What a rank is in, told behind its verb (位居全国百强县投资潜力第3), or the list that it is
    in (在县域百强中列第58位)."""
    if not near or not near[0].endswith("第"):
        return ()
    among = _AMONG.fullmatch(near[0])
    if among is None and len(near) > 1 and _PLACE.fullmatch(core(near[0])):
        among = _AMONG.fullmatch(near[1])
    if among is not None:
        return (Name(among["what"].strip('“”"'), False),)
    found = _RANKED.search(near[0])
    if found is None or _AMONG_WHOM.search(found["what"]):
        return ()
    name = name_of(found["what"], lexicon)
    return (name,) if name else ()


def owned(
    names: tuple[Name, ...], near: list[str], last: str, lexicon: Lexicon
) -> tuple[Name, ...]:
    """The names of a figure, with whose it is where they do not say (年产量): the topic of the
    clause before (工业投资稳中有升，全年完成投资2亿元), or what grows on the area told last."""
    levels = [_LEVEL.fullmatch(name) for name in (last, *(name.text for name in names))]
    if len(levels) == 2 and levels[0] and levels[1] and not levels[1]["who"]:
        return (Name(names[0].text + levels[0]["who"], False),)
    told = _ANYBODYS.fullmatch(names[0].text) if len(names) == 1 else None
    if told is None:
        return names
    topic = near[1] if len(near) > 1 else ""
    at = topic.find(told["what"])
    if at >= 2 and topic[at + len(told["what"]) :]:
        name = name_of(topic[: at + len(told["what"])], lexicon)
        return (name,) if name else names
    grown = _GROWN.fullmatch(last)
    if grown is None or not told["what"].endswith(("产量", "总产")):
        return names
    named = grown["who"] + "产量"
    return (Name(lexicon.get(named) or named, lexicon.get(named) is not None),)
