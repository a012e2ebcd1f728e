"""Of what the figures of a paragraph speak: the indicator of each, and what is said of it.

Reports say the name once and go on (完成…，同比增长…，占…，居…), say two names and then two values
(分别), or name one that means two (城乡居民, 存贷款). Names come from a lexicon by longest match;
a quantity that is not in it is named by the words that stand for it in the text.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from model.values.facet import Facet
from model.values.patterns import pattern
from model.values.period import Period
from model.wording.finding.bases import LAST_YEAR
from model.wording.finding.effects import acted_on, acting, effect_in
from model.wording.finding.facets import COUNT, of_plan
from model.wording.finding.figures import Figure
from model.wording.finding.listed import names_at_length, names_listed
from model.wording.finding.names import Lexicon, Name, core, is_wider, name_of, pieces
from model.wording.finding.owners import moved, owned, ranked
from model.wording.finding.plans import is_attribute
from model.wording.finding.surroundings import Placed, placed_groups
from model.wording.finding.telling import Telling
from model.wording.finding.times import Setting, Time

_DOING = (
    r"完成|全部|全面|全覆盖|实现|列入|纳入|获|拟|建成|(?<!新)开工(?!项目)|正在|均|已|仍|被|实施|稳定|覆盖|上榜|投入|投产|"
    r"通过|竣工|加快|得到|用于"
)
_NOUN_AFTER = pattern(
    rf"(?:以上|左右)?(?!以|的|左右|和|与|及|多|余|{_DOING})"
    rf"[\u4e00-\u9fffA-Za-z“”]{{2,16}}?(?=$|{_DOING}|[^\u4e00-\u9fffA-Za-z“”])"
)
_OF_PLAN = pattern(r"占|完成|达")
_RELATIVE_UNITS = frozenset("%％‰点位")


_PARTLY = pattern(r"其中|包括|累计")
_AMONG = pattern(r"其中")
_THINGS = pattern(r"[家户个项件处座所]")
_TOLD = frozenset((Facet.ACTUAL, COUNT))
_GOAL = pattern(r"(?:年初|年度|全年|预期|既定|上述)?(?:目标|任务|计划)+")
_ADDED = pattern(r"新增|净增|新(?:认定|培育|获评)")
_OWNS = pattern(r"(?P<who>[^，,。;\d]{2,20}?)(?:共有|拥有|设有|现有)")
_JOINED = pattern(r"[、和及](?![^，。;]*(?:总数|累计|达到|共有))[^，。;:]*$")
_HAS = pattern(r"(?:有|[达到至为共超近约逾计]|完成|实现|建成|突破|稳定在|保持在|新增|发展)了?$")
_ANYWHERE = Setting()


class Scope(StrEnum):
    """What a figure covers of the quantity it names: the whole, a part (其中, 新增), or one
    project's or enterprise's own size."""

    WHOLE = "whole"
    PART = "part"
    ATTRIBUTE = "attribute"


class Mention(NamedTuple):
    """A figure with the indicator it speaks of and the facet that is said of it. `known` tells
    whether the indicator is in the lexicon; else the name is that of the quantity in the text.
    `against` is the base of a change, `is_change` a change in the quantity's own unit. Where one
    quantity acts on another (拉动, 贡献率), `indicator` is the one that acts, `whole` the other,
    and `written` the name of the statement. `at` is the period that the head of a table's column
    names, where it is not the report's own; `within` is what was spoken of before 其中."""

    figure: Figure
    indicator: str
    known: bool
    scope: Scope
    facet: str
    time: Time = Time.RESULT
    against: str = LAST_YEAR
    is_change: bool = False
    written: str = ""
    whole: str = ""
    at: Period | None = None
    within: str = ""


def find_mentions(text: str, lexicon: Lexicon, setting: Setting = _ANYWHERE) -> tuple[Mention, ...]:
    """All figures of a paragraph with indicator and facet; `setting` is what surrounds it."""
    mentions: list[Mention] = []
    subjects: tuple[Name, ...] = ()
    outside: tuple[Name, ...] = ()  # what was spoken of before a bracket opened
    is_new, counted, within = False, "", ""
    telling = Telling(text, setting)
    for group in placed_groups(text):
        lead = group[0].lead
        if ")" in lead:
            subjects = outside
        if "(" in lead:
            before = pieces(lead.rsplit("(", 1)[0])
            head = name_of(before[0], lexicon) if before else None
            outside = subjects = (head,) if head else subjects
        named = ranked(pieces(lead), lexicon) or _names(group, counted, lexicon)
        last = mentions[-1].indicator if mentions and group[0].goes_on else ""
        named = owned(named, pieces(lead), last, lexicon)
        counted = _noun_counted(group[-1], named)
        told = tuple(telling.of_group(group))
        if not named and told[0].facet == Facet.PLAN and _turns_away(group[0]):
            subjects = ()
        subjects = _subjects(group, named, subjects, mentions)
        is_new = _is_new(group[0], is_new)
        within = _within(group[0], within, mentions)
        for i, (placed, said) in enumerate(zip(group, told, strict=True)):
            name = subjects[min(i, len(subjects) - 1)] if subjects else Name("", False)
            near = pieces(placed.lead)
            effect = effect_in(near[0], placed.figure.unit) if near else None
            written = ""
            if effect:
                name, written = acting(effect, name, lexicon)
                subjects = (name,) if name.known and not subjects else subjects
            if is_new and named:
                name = _new_of(name, lexicon)
            known = name.known and not is_wider(name.owner, setting.place)
            mention = Mention(placed.figure, name.text, known, Scope.WHOLE, *said)
            partly = len(group) > len(subjects) == 1 or name.partly or _has_owner(placed.before)
            partly = partly or _is_part(placed, mention, mentions[-1:], is_named=bool(named))
            scope = Scope.PART if partly else Scope.WHOLE
            scope = Scope.ATTRIBUTE if is_attribute(placed) else scope
            whole = acted_on(effect, lexicon, setting.place) if effect else ""
            mentions.append(
                mention._replace(scope=scope, written=written, whole=whole, within=within)
            )
    return tuple(mentions)


def _within(placed: Placed, before: str, mentions: list[Mention]) -> str:
    """What a sentence that opens with 其中 goes on with: the quantity of the sentence before it."""
    if not placed.opens:
        return before
    goes_on = _AMONG.match(placed.before) is not None and bool(mentions)
    return mentions[-1].indicator if goes_on else ""


def _turns_away(placed: Placed) -> bool:
    """Whether a sentence that opens with a figure speaks of something else than the one before:
    other words than verbs and times lead to the figure (聚焦项目建设，力争全年增长6%)."""
    return placed.opens and any(core(_GOAL.sub("", piece)) != "" for piece in pieces(placed.before))


def _is_new(placed: Placed, before: bool) -> bool:
    """Whether a figure tells what is new (新增A8家、B11家): said of itself, or of its list."""
    return _ADDED.search(placed.gap) is not None or (
        before and _JOINED.match(placed.gap) is not None
    )


def _new_of(name: Name, lexicon: Lexicon) -> Name:
    """The name of what is new of a quantity, where there is one; else only a part of it is told."""
    if not name.known or _ADDED.search(name.text):
        return name
    standard = lexicon.get("新增" + name.text)
    return Name(standard, True) if standard else name._replace(partly=True)


def _has_owner(before: str) -> bool:
    """Whether a sentence lists what somebody else than the place has (开发区现有企业45家，…)."""
    found = _OWNS.match(before)
    return found is not None and core(found["who"]) != ""


def _is_part(placed: Placed, mention: Mention, before: list[Mention], *, is_named: bool) -> bool:
    """Whether a figure tells a part of what the figure before it told: it names nothing (20件民生
    实事，已完成16件), or counts the same kind of things among them (其中规上企业49家)."""
    among = _PARTLY.search(placed.gap) is not None
    if among and not is_named:
        return True
    if not before or mention.is_change or before[0].is_change or not placed.goes_on:
        return False
    same = before[0].figure.unit == mention.figure.unit
    if is_named:
        return same and among and _THINGS.fullmatch(mention.figure.unit) is not None
    return same and mention.facet in _TOLD and before[0].facet in _TOLD


def _subjects(
    group: list[Placed],
    names: tuple[Name, ...],
    subjects: tuple[Name, ...],
    mentions: list[Mention],
) -> tuple[Name, ...]:
    """What a group of figures speaks of: what is named before it, or what was spoken of last."""
    if not names:
        if len(group) > 1 and len(subjects) == 1 and not _is_twofold(group, mentions):
            sentence = group[0].figure.start - len(group[0].before)
            told = [mention for mention in mentions[-12:] if mention.figure.start >= sentence]
            return _recent(told, len(group)) or subjects
        return subjects
    short = len(names) == 1 and not names[0].known and subjects
    if short and names[0].text in subjects[0].text:
        return tuple(name._replace(partly=names[0].partly) for name in subjects)
    return names


def _is_twofold(group: list[Placed], mentions: list[Mention]) -> bool:
    """Whether ranks are those of the amount and the growth told last (增长6%，分居第4、第3位)."""
    last = mentions[-len(group) :]
    return group[0].clause.endswith("第") and len({mention.indicator for mention in last}) == 1


def _names(group: list[Placed], counted: str, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names that the words around a group of figures give; none where they go on with the
    last one (同比增长5%). `counted` is the noun behind the figure before, which is its own."""
    first = group[0]
    if first.figure.unit[-1:] in _RELATIVE_UNITS and of_plan(first.clause):
        of_task = name_of(_OF_PLAN.split(first.clause, maxsplit=1)[0], lexicon)
        return (of_task,) if of_task and of_task.known else ()
    near = pieces(first.lead)
    if near and effect_in(near[0], first.figure.unit):
        near = []
    count = 1 if first.ratio else len(group)
    near = [piece for piece in near if not counted or piece.rstrip("、和与及 ") != counted]
    given = names_listed(near[0], count, lexicon) if near else ()
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
    if near and count > 2 and core(near[0]) == "":
        listed = names_at_length(first.lead, near[0], count, lexicon)
        if listed:
            return listed
    for piece in near[1:]:
        names = names_listed(piece, count, lexicon)
        if names and all(name.known for name in names):
            return names
    return moved(near, lexicon)


def _noun_counted(placed: Placed, named: tuple[Name, ...]) -> str:
    """The noun behind a figure that is named by it (68件人大代表建议); '' for any other."""
    noun = _NOUN_AFTER.match(placed.after)
    name = named[0].text if len(named) == 1 else ""
    return noun[0] if noun and name and name in noun[0] else ""


def _counted(piece: str, noun: str, lexicon: Lexicon) -> Name | None:
    """The name behind a number (12万亩高标准农田建设), with 新增 where the lexicon has it so."""
    noun = re.sub(r"^以上|^左右", "", noun)
    standard = lexicon.get("新增" + noun) if piece.endswith("新增") else None
    if standard:
        return Name(standard, True)
    name = name_of(noun, lexicon)
    partly = piece.endswith(("新增", "净增")) or _HAS.search(piece) is None
    return name._replace(partly=True) if name and partly else name


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
