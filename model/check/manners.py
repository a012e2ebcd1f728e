"""行文: requests in a report, sensitive matters with numbers, words that are last period's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from model.check.passage import Passage, Setting
from model.check.problem import Problem, Severity
from model.check.rule import Family, Finding, Rule
from model.check.subject import Subject
from model.library.shipped import bank
from model.report.carried import formers, words_of
from model.report.item import Item
from model.report.section import Section
from model.report.tree import walk
from model.values.patterns import pattern
from model.values.state import State

_REQUEST = pattern(
    r"妥否，?请(?:予)?(?:批示|批复|审批|审定)|恳请(?:予以)?(?:批准|批复|审批)|"
    r"请予?(?:批准|批复)(?!后|的)|请予(?:以)?支持解决|当否，?请"
)
_SENSITIVE = pattern(
    r"(?:隐性债务|化债|债务率|本科上线率|升学率|一本上线|信访(?:总量|件|事项|批次|人次)|越级访|"
    r"刑事(?:案件|发案)|治安案件|命案|非正常死亡|群体性事件|上访)"
    r"[^，。；]{0,14}\d"
)
_NAMED = pattern(
    r"(?P<paper>《[^《》]{3,40}》)|(?P<meeting>(?:党的(?:二十|十[一二三四五六七八九])届[一二三四五六七"
    r"八九]中|中央|省委|市委|县委|区委|州委|[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次)"
    r"[^，。；、：“”《》的和在\d]{0,10}?(?:全会|全体会议|工作会议|专题会议))"
)
_STANDING = pattern(r"(?:法|条例|宪法|章程|党章|准则|民法典|法典)》$")
_LEAST_SAME = 20
_WORTH_TELLING = 200
_SHARE = 0.5
_DIGITS = pattern(r"\d+(?:\.\d+)?")


def _requests(passage: Passage, setting: Setting) -> Iterator[Finding]:
    if setting.is_report:
        for found in _REQUEST.finditer(passage.text):
            yield Finding(*found.span(), f"报告里不夹带请示：{passage.around(*found.span())}")


def _sensitive(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Numbers of what no text leaves the office with unapproved: by words, and by the bank."""
    if not setting.is_final:
        return
    told = -1
    for found in (*_SENSITIVE.finditer(passage.text), *_of_bank().finditer(passage.text)):
        if found.end() != told:
            told = found.end()
            yield Finding(*found.span(), f"有敏感的数：{passage.around(*found.span())}")


@lru_cache(maxsize=1)
def _of_bank() -> re.Pattern[str]:
    """The names of indicators that are marked sensitive, each before its number."""
    marked = (one for one in bank() if one.sensitive)
    names = {name for one in marked for name in (one.name, *one.synonyms)}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})[^，。；]{{0,14}}\d"
    )


def _unchanged(subject: Subject) -> Iterator[Problem]:
    """How much of a part is last period's word for word, or with other numbers alone."""
    for section in walk(subject.report):
        if not isinstance(section, Section) or section.heading is None:
            continue
        total = same = renumbered = 0
        for item in walk(section):
            if not isinstance(item, Item) or item.dropped or len(item.text) < _LEAST_SAME:
                continue
            total += len(item.text)
            former = formers(item).get("text")
            if former is None or words_of(item, "text") is State.CARRIED:
                continue
            if former.text == item.text:
                same += len(item.text)
            elif _DIGITS.sub("0", former.text) == _DIGITS.sub("0", item.text):
                renumbered += len(item.text)
        if total >= _WORTH_TELLING and same + renumbered >= total * _SHARE:
            only = f"，另有{renumbered * 100 // total}%只改了数" if renumbered else ""
            said = f"“{section.heading.text[:16]}”{same * 100 // total}%与上期一字不差{only}"
            yield UNCHANGED.problem(f"{section.id}.heading", said)


def _carried_names(subject: Subject) -> Iterator[Problem]:
    """The papers and meetings that stood in last period's words too, listed once."""
    names: dict[str, str] = {}
    for item in walk(subject.report):
        if not isinstance(item, Item) or item.dropped:
            continue
        former = formers(item).get("text")
        if former is None or words_of(item, "text") is State.CARRIED:
            continue
        for found in _NAMED.finditer(item.text):
            name = found["paper"] or found["meeting"]
            if name in former.text and not _STANDING.search(name):
                names.setdefault(name, f"{item.id}.text")
    if names:
        listed = "、".join(names)
        said = f"上期就有的文件、会议，这一期是不是还这样说：{listed}"
        yield CARRIED_NAMES.problem(next(iter(names.values())), said)


REQUEST = Rule(
    key="request-in-report",
    title="报告夹带请示",
    reason="报告不得夹带请示事项",
    source="《党政机关公文处理工作条例》第十五条",
    fix="另写请示，或改为汇报",
    silent="汇报材料、讲话；“请审阅”“请批评指正”",
    in_passage=_requests,
)
SENSITIVE = Rule(
    key="sensitive",
    title="敏感的数",
    severity=Severity.INFO,
    reason="隐性债务、上线率、信访、案件等数字，指标库里标了敏感的指标，对外前要核准",
    source="本单位的保密和发布规定",
    fix="问清能不能写",
    silent="不是定稿；只提工作、没有数",
    in_passage=_sensitive,
)
UNCHANGED = Rule(
    key="unchanged",
    title="与上期相同",
    severity=Severity.INFO,
    reason="已核过的话大半与上期相同",
    source="与上期内容逐句比较",
    fix="看看有没有新的进展可写",
    silent="还没核的内容，20字以内的短句，变了一半以上的部分",
    in_report=_unchanged,
)
CARRIED_NAMES = Rule(
    key="carried-names",
    title="上期就有的文件和会议",
    severity=Severity.INFO,
    reason="文件会有新的，会议每期不同，接着上期写最容易漏改",
    source="与上期内容逐句比较",
    fix="逐个看一眼，没有变的不用改",
    silent="法律、条例、章程等长期不变的；上期没有的；还没核的内容",
    in_report=_carried_names,
)
FAMILY = Family("行文", (REQUEST, SENSITIVE, UNCHANGED, CARRIED_NAMES))
