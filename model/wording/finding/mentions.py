"""Of what the figures of a paragraph speak: the indicator of each, and what is said of it.

Reports say the name once and go on (完成…，同比增长…，占…，居…), say two names and then two values
(分别), or name one that means two (城乡居民, 存贷款). Names come from a lexicon by longest match;
a quantity that is not in it is named by the words that stand for it in the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from model.values.facet import Facet
from model.wording.finding.facets import Reach, facet_of, of_plan
from model.wording.finding.figures import Figure
from model.wording.finding.names import Lexicon, Name, name_of, pieces
from model.wording.finding.surroundings import Placed, placed_groups

_TWO = {
    "城乡居民": ("城镇居民", "农村居民"),
    "存贷款": ("存款", "贷款"),
    "一三产业": ("第一产业", "第三产业"),
    "二三产业": ("第二产业", "第三产业"),
}
_MEASURED = re.compile(
    r"(?:案件)?(?:发案数|[产销存出]栏?量|增加值|收入|余额|价格|投资|比重|面积|浓度|产值|总额|件数|人数|数量|[量数额率值])$"
)
_LISTED = re.compile(r"[、和与及]")
_DOING = (
    r"完成|全部|全面|全覆盖|实现|列入|纳入|获|拟|建成|开工|正在|均|已|仍|被|实施|稳定|覆盖|上榜|投入|投产|"
    r"通过|竣工|加快|得到|用于"
)
_NOUN_AFTER = re.compile(
    rf"(?:以上|左右)?(?!以|的|左右|和|与|及|多|余|{_DOING})"
    rf"[\u4e00-\u9fffA-Za-z“”]{{2,16}}?(?=$|{_DOING}|[^\u4e00-\u9fffA-Za-z“”])"
)
_PULL = re.compile(r"拉动.+?(?:增长|$)")
_CHANGES = frozenset(("个百分点", "百分点", "%", "％"))
_RELATIVE_UNITS = frozenset("%％‰点位")


class Mention(NamedTuple):
    """A figure with the indicator it speaks of and the facet that is said of it. `known` tells
    whether the indicator is in the lexicon; else the name is that of the quantity in the text."""

    figure: Figure
    indicator: str
    facet: str
    known: bool


def find_mentions(
    text: str, lexicon: Lexicon, *, planning: bool = False, year: int | None = None
) -> tuple[Mention, ...]:
    """All figures of a paragraph with indicator and facet.

    `planning` says that the part speaks of what is to be done; `year` is the report's own, so that
    the values of an earlier one are known as such.
    """
    mentions: list[Mention] = []
    subjects: tuple[Name, ...] = ()
    outside: tuple[Name, ...] = ()  # what was spoken of before a bracket opened
    for group in placed_groups(text):
        lead = group[0].lead
        if ")" in lead:
            subjects = outside
        if "(" in lead:
            before = pieces(lead.rsplit("(", 1)[0])
            head = name_of(before[0], lexicon) if before else None
            outside = subjects = (head,) if head else subjects
        subjects = _subjects(group, subjects, mentions, lexicon)
        for i, placed in enumerate(group):
            name = subjects[min(i, len(subjects) - 1)] if subjects else Name("", False)
            name = _pulled(placed, name)
            listed = bool(mentions) and mentions[-1].facet == Facet.PLAN and placed.goes_on
            reach = Reach(placed.forecast, planning, listed, placed.is_former(year))
            facet = facet_of(placed.figure, placed.clause, placed.after, reach, placed.ratio)
            mentions.append(Mention(placed.figure, name.text, facet, name.known))
    return tuple(mentions)


def _subjects(
    group: list[Placed], subjects: tuple[Name, ...], mentions: list[Mention], lexicon: Lexicon
) -> tuple[Name, ...]:
    """What a group of figures speaks of: what is named before it, or what was spoken of last."""
    names = _names(group, lexicon)
    if not names:
        if len(group) > 1 and len(subjects) == 1:
            sentence = group[0].figure.start - len(group[0].before)
            told = [mention for mention in mentions[-12:] if mention.figure.start >= sentence]
            return _recent(told, len(group)) or subjects
        return subjects
    short = len(names) == 1 and not names[0].known and subjects
    return subjects if short and names[0].text in subjects[0].text else names


def _names(group: list[Placed], lexicon: Lexicon) -> tuple[Name, ...]:
    """The names that the words around a group of figures give; none where they go on with the
    last one (同比增长5%)."""
    first = group[0]
    if first.figure.unit[-1:] in _RELATIVE_UNITS and of_plan(first.clause):
        return ()
    near = pieces(first.lead)
    if near and first.figure.unit in _CHANGES and _PULL.search(near[0]):
        near = []
    count = 1 if first.ratio else len(group)
    given = _listed(near[0], count, lexicon) if near else ()
    topic = name_of(near[1], lexicon) if len(near) > 1 else None
    if given and topic and topic.known and given[0].text in topic.text:
        return (topic,)
    if given and (len(given) > 1 or given[0].known):
        return given
    noun = _NOUN_AFTER.match(first.after)
    if noun and first.figure.unit[-1:] not in _RELATIVE_UNITS:
        name = _counted(near[0] if near else "", noun[0], lexicon)
        if name is not None:
            return (name,)
    if given:
        return given
    for piece in near[1:]:
        names = _listed(piece, count, lexicon)
        if names and all(name.known for name in names):
            return names
    return ()


def _counted(piece: str, noun: str, lexicon: Lexicon) -> Name | None:
    """The name behind a number (12万亩高标准农田建设), with 新增 where the lexicon has it so."""
    noun = re.sub(r"^以上|^左右", "", noun)
    standard = lexicon.get("新增" + noun) if piece.endswith("新增") else None
    return Name(standard, True) if standard else name_of(noun, lexicon)


def _listed(piece: str, count: int, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names in one clause: as many as there are figures where it lists so many, else one."""
    for pair, singles in _TWO.items():
        if count == len(singles) and pair in piece:
            found = [name_of(piece.replace(pair, single), lexicon) for single in singles]
            return tuple(name for name in found if name is not None)
    whole = name_of(piece, lexicon)
    if whole is None:
        return ()
    parts = _LISTED.split(whole.text)
    if whole.known or count == 1 or len(parts) != count:
        return (whole,)
    measured = _MEASURED.search(parts[-1])
    tail = measured[0] if measured else ""
    named = [part if _MEASURED.search(part) else part + tail for part in parts]
    return tuple(name_of(part, lexicon) or Name(part, False) for part in named)


def _recent(mentions: list[Mention], count: int) -> tuple[Name, ...]:
    """The last `count` different names, in their order, for 分别 after values told one by one."""
    names: list[Name] = []
    for mention in reversed(mentions):
        name = Name(mention.indicator, mention.known)
        if name not in names:
            names.append(name)
        if len(names) == count:
            return tuple(reversed(names))
    return ()


def _pulled(placed: Placed, name: Name) -> Name:
    """拉动GDP增长0.1个百分点 speaks of what the last quantity does to another."""
    near = pieces(placed.lead)
    pull = _PULL.search(near[0]) if near and placed.figure.unit in _CHANGES else None
    if pull is None:
        return name
    who = pull.string[: pull.start()] or re.split(r"增加值|比重|占", name.text)[0]
    return Name(re.sub(r"[正负]向$", "", who) + pull[0], False)
