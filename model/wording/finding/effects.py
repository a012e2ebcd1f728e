"""What one quantity does to another: 拉动地区生产总值增长0.3个百分点, 对经济增长的贡献率为35%.

The figure is one of the quantity that acts; what it acts on is told beside. All texts are folded.
"""

from __future__ import annotations

from typing import NamedTuple

from model.values.patterns import pattern
from model.wording.finding.names import Lexicon, Name, core, is_wider, name_of

_PULLS = pattern(
    r"(?P<who>.*?)(?:[正负]向)?(?P<pull>(?:拉动|下拉|拉低)(?P<whole>.+?)?(?:增长|增速|$))"
)
_CONTRIBUTES = pattern(r"(?P<who>.*?)(?:对(?P<whole>[^，。;:]*?))?的?贡献率[为是达到约近]*\s?$")
_GROWS = pattern(r"(?:的?(?:增长|增速))+的?$")
_OUTPUT_ENDS = pattern(r"增加值|比重|占")
_ECONOMY = pattern(r"(?:全[县市区州]|县域|我[县市区])?(?:的)?(?:国民)?经济(?:社会发展)?")
_OWNER = pattern(r"[全我]([镇乡县旗区市州盟省国])")
_GDP = "地区生产总值"


class Effect(NamedTuple):
    """The words for what acts ('' for what was spoken of last) and for what it acts on ('' where
    they do not say), and the words that name the whole statement."""

    who: str
    whole: str
    words: str
    pulls: bool


def pulls(clause: str) -> bool:
    """Whether the words before points say what a quantity does to another (拉动…增长)."""
    return _PULLS.search(clause) is not None


def contributes(clause: str) -> bool:
    """Whether the words before a percentage make it a share in another's growth (贡献率)."""
    return _CONTRIBUTES.match(clause) is not None


def effect_in(clause: str, unit: str) -> Effect | None:
    """What the clause before a figure in `unit` says that one quantity does to another."""
    if unit.endswith(("百分点", "%", "％")):
        found = _PULLS.match(clause)
        if found is not None:
            return Effect(found["who"], found["whole"] or "", found["pull"], True)
    found = _CONTRIBUTES.match(clause) if unit in ("%", "％") else None
    if found is None:
        return None
    return Effect(core(found["who"]), found["whole"] or "", core(clause), False)


def acting(effect: Effect, last: Name, lexicon: Lexicon) -> tuple[Name, str]:
    """The quantity that acts (`last` where the words name none), and the statement's whole name."""
    name = _of_output(effect.who, lexicon) if core(effect.who) else last
    if not effect.pulls:
        return name, effect.words
    return name, (effect.who or _OUTPUT_ENDS.split(last.text)[0]) + effect.words


def acted_on(effect: Effect, lexicon: Lexicon, place: str) -> str:
    """The standard name of what is acted on; the words themselves where it is nothing known, or of
    more than the `place` of the report (全市经济 in that of a 县)."""
    owner = _OWNER.match(effect.whole)
    if owner is not None and is_wider(owner[1], place):
        return effect.whole
    words = core(_GROWS.sub("", effect.whole))
    if _ECONOMY.fullmatch(words):
        return _GDP
    found = name_of(words, lexicon) if words else None
    return found.text if found else words


def _of_output(who: str, lexicon: Lexicon) -> Name:
    """The quantity behind its short name (第三产业 for its 增加值)."""
    words = core(who)
    standard = lexicon.get(words) or lexicon.get(words + "增加值")
    return Name(standard or words, standard is not None)
