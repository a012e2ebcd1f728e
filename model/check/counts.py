"""承诺的个数: what is promised (五个方面) against what follows, lists against their count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from model.check.passage import Passage, Setting
from model.check.problem import Problem
from model.check.rule import Family, Finding, Rule
from model.check.spots import spot_of
from model.check.subject import Subject
from model.document import Role
from model.values.patterns import pattern
from model.wording.fold import fold

_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九十")} | {"两": 2}
_N = r"[一二三四五六七八九十两]{1,3}|\d{1,2}"
_PROMISE = pattern(
    rf"(?P<n>{_N})(?:个方面|大方面|方面|项重点工作|项重点任务|项主要任务|项工作|项任务|大任务|"
    rf"项重大任务|点意见|点要求|点建议|点体会|点说明|条意见|条措施|项措施|件实事|"
    rf"个重点|件大事|个环节|个问题|大行动|大工程|项行动|项工程|项举措|大举措|个特点|个着力点|"
    rf"项硬任务|件事|项重点|项重大工程|项攻坚|个方向|个突破口|项改革|个抓手|项保障|个层面|个维度|"
    r"个聚焦|个坚持|个着力|个强化|个突出|个到位|个提升|个关键|项要求|个专项行动|个转变|大战役|场硬仗)"
    rf"(?P<tail>[^，。；：、\d一二三四五六七八九十]{{0,8}})(?P<end>[：。]|$)"
)
_OPENS = r"(?:(?<=[。;:，!”)])|^)"
_SIGN = pattern(
    rf"(?P<shi>{_OPENS}[一二三四五六七八九十]{{1,2}}(?=[是要]))"
    rf"|(?P<di>{_OPENS}第[一二三四五六七八九十]{{1,2}}(?=[，、个]))"
    r"|(?P<circle>[①-⑳])"
    rf"|(?P<bracket>{_OPENS}\([一二三四五六七八九十]{{1,2}}\))"
    r"|(?P<top>^[一二三四五六七八九十]{1,3}(?=、))"
    rf"|(?P<dot>{_OPENS}\d{{1,2}}(?=[.、](?!\d)))|(?P<paren>{_OPENS}\(\d{{1,2}}\))"
)
_FAR = 80
_LEVEL = {"top": 1, "bracket": 2, "dot": 3, "paren": 4, "shi": 5, "di": 5, "circle": 6}
_NESTED = pattern(r"[个大类项]方面$|大[\u4e00-\u9fff]{0,3}$")
_QUOTED = pattern(
    rf"(?P<list>[^，。；：“”\d]{{5,90}})(?P<also>等)?“(?P<n>{_N})(?:个|大|"
    rf"项)(?P<what>[^“”\d一二三四五六七八九十]{{2,6}})”"
)
_ALL_OF = pattern(
    r"(?:^|[，。；：]|建立|形成|构建|健全)(?P<list>[\u4e00-\u9fff]*(?P<tail>[防化联共治控保查帮包促争])(?:、[\u4e00-\u9fff]{1,4}(?P=tail)){1,7})"
    r"“(?P<n>[两三四五六七八九])(?P=tail)”"
)
_SHORT_QUOTED = pattern(
    r"(?:做到|实现|确保|落实|实行|坚持|突出|强化)(?P<list>[^，。；：“”\d]{1,10}(?:、[^，。；：“”\d、]{1,10}){2,8})"
    r"“(?P<n>[三四五六七八九])(?:到位|保障|落实|统一|同步|结合|覆盖|带头|公开)”"
)
_LIST_HEAD = pattern(
    r"^.*?(?:做到|实现|落实|坚持|推进|抓好|抓实|突出|围绕|聚焦|确保|强化|即|包括|开展|实施|健全|"
    r"深化|打好|完善|把握|统筹|持续|推动|加强|落细|坚决)(?=[^、]{1,12}、)"
)
_AFTER_QUOTE = pattern(
    rf"“(?P<n>{_N})(?:个|大|项)[^“”\d一二三四五六七八九十]{{2,6}}”(?:[^，。；："
    rf"、“”（\d]{{0,6}})(?:：|，即|（即|（|即)(?P<list>[^，。；：（）\d]{{5,90}})(?P<end>[，。；"
    rf"）]|$)"
)
_HEADED = pattern(
    rf"“(?P<n>{_N})(?:个|大|项)(?P<head>[\u4e00-\u9fff]{{2}})”[^，。；：、“”\d]{{0,6}}[：，](?:即|就是)?"
    rf"(?P<list>(?P=head)[^，。；：、]{{1,14}}(?:、(?P=head)[^，。；：、]{{1,14}})+)(?=[，。；]|$)"
)
"""What is listed each time with the promised word (“三个聚焦”：聚焦项目、聚焦产业)."""
_BRACKET = pattern(
    r"(?P<n>\d{1,2})(?P<unit>个|家|座|处|所|条|项|支|名|种|类|户|件|张|辆|台|套|场|期|"
    r"批)(?P<what>[^，。；：、（）\d]{0,14})（(?P<list>[^（）。；：\d]{3,120})）"
)
_TAIL_END = (
    rf"(?P<n>{_N})(?P<unit>类(?!似)|方(?=责任|力量|联动|共|协)|大(?!于|"
    r"力|型|气|户|面|队|学|小|众|幅|量|批|地|局|数|精|报|召|以|代|胜)|个重点|个关键|个环节|个方面|项重点|道防线|"
    r"本账|张网|支队伍|条主线|位一体)"
)
_ENDS_TAIL = pattern(_TAIL_END)
_TAIL = pattern(
    rf"(?P<list>(?:[^，。；：、“”（）《》\d]{{1,14}}、){{1,9}}[^，。；："
    rf"、“”（）《》\d]{{1,14}}?){_TAIL_END}"
)
_OTHERS_END = rf"等(?P<n>{_N})(?:个|家|座|处|所|条|项|种|类|大|名|件)"
_ENDS_OTHERS = pattern(_OTHERS_END)
_OTHERS = pattern(
    rf"(?P<list>(?:[^，。；：、“”（）《》\d]{{1,14}}、){{1,12}}[^，。；："
    rf"、“”（）《》\d]{{1,14}}?){_OTHERS_END}"
)
_AND = pattern(r"[和与及]|以及")
_ALSO = pattern(r"等$|等[^、]{0,4}$")


@lru_cache(maxsize=256)
def number_in(word: str) -> int:
    """The number that 七 or 12 or 十二 says."""
    if word.isdigit():
        return int(word)
    if "十" in word:
        tens, _, ones = word.partition("十")
        return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(word, 0)


def _readings(listed: str) -> set[int]:
    """How many things a list may name: 和 joins two of them, or two words of one."""
    count = listed.count("、") + 1
    last = listed.rsplit("、", 1)[-1]
    joins = len(_AND.findall(last))
    return set(range(count, count + joins + 1))


class _Sign(NamedTuple):
    family: str
    number: int


def _signs(text: str) -> list[tuple[int, _Sign]]:
    """The signs that open points in a text, with where they stand."""
    found = []
    for sign in _SIGN.finditer(fold(text)):
        family = sign.lastgroup or ""
        written = sign[0].strip("()第")
        number = ord(written) - ord("①") + 1 if family == "circle" else number_in(written)
        found.append((sign.start(), _Sign(family, number)))
    return found


def _promises(subject: Subject) -> Iterator[Problem]:
    """七个方面 at the end of a sentence, and how many points of one row follow."""
    for index, passage in enumerate(subject.passages):
        if passage.role not in (Role.BODY, Role.HEADING):
            continue
        for found in _PROMISE.finditer(passage.text):
            if _NESTED.search(passage.text[max(0, found.start() - 8) : found.start()]):
                continue
            is_inside = found["end"] != "：" and found.end() < len(passage.text.rstrip())
            if is_inside and not _begins_row(passage.text, found.end()):
                continue
            promised = number_in(found["n"])
            counted = _row_behind(subject.passages, index, found.end())
            if promised >= 2 and counted >= 2 and counted != promised:
                spot = spot_of(subject.paragraphs[index], found.start("n"), found.end("n"))
                if spot is not None:
                    said = f"说了{found[0].rstrip('：。')}，后面有{counted}点"
                    yield PROMISE.problem(spot.place, f"{said}：{passage.around(*found.span('n'))}")


def _begins_row(text: str, at: int) -> bool:
    return any(start - at <= 1 and sign.number == 1 for start, sign in _signs(text) if start >= at)


def _row_behind(passages: tuple[Passage, ...], index: int, at: int) -> int:
    """How far the first row of signs behind a place counts.

    What is promised at a paragraph's end opens paragraphs; else the row begins in the paragraph.
    """
    opens = not passages[index].text[at:].strip()
    row = _Row()
    for number in range(index, min(index + _FAR, len(passages))):
        text = passages[number].text
        if number == index + 1 and row.last >= 2:
            return row.last
        for start, sign in _signs(text):
            if (number == index and start < at) or (opens and text[:start].strip()):
                continue
            if not row.takes(sign):
                return row.last
        if not row.family and number > index:
            return 0
    return row.last


class _Row:
    """A row of signs as far as it has been read."""

    def __init__(self) -> None:
        self.family, self.last = "", 0

    def takes(self, sign: _Sign) -> bool:
        """Whether the row may go on behind this sign."""
        if not self.family:
            if sign.number != 1:
                return False
            self.family, self.last = sign.family, 1
        elif sign.family == self.family and sign.number == self.last + 1:
            self.last = sign.number
        elif sign.family == self.family or _LEVEL[sign.family] < _LEVEL[self.family]:
            return False
        return True


def _lists(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """A list, and the count that is said of it before or behind."""
    text = passage.text
    if "、" not in text:
        return
    for found in _QUOTED.finditer(text):
        listed = _LIST_HEAD.sub("", found["list"])
        yield from _compared(passage, found, listed, least=3)
    for found in _ALL_OF.finditer(text):
        yield from _compared(passage, found, found["list"], least=3)
    for found in _SHORT_QUOTED.finditer(text):
        yield from _compared(passage, found, found["list"], least=3)
    for found in _AFTER_QUOTE.finditer(text):
        yield from _compared(passage, found, found["list"], least=3)
    for found in _HEADED.finditer(text):
        yield from _compared(passage, found, found["list"], least=2)
    for found in _BRACKET.finditer(text):
        if "，" not in found["list"]:
            yield from _compared(passage, found, found["list"], least=2)
    for found in _TAIL.finditer(text) if _ENDS_TAIL.search(text) else ():
        yield from _compared(passage, found, found["list"], least=2)
    for found in _OTHERS.finditer(text) if _ENDS_OTHERS.search(text) else ():
        promised, counted = number_in(found["n"]), found["list"].count("、") + 1
        if counted > promised >= 2:
            yield _differs(passage, found, promised, counted)


def _compared(
    passage: Passage, found: re.Match[str], listed: str, *, least: int
) -> Iterator[Finding]:
    promised, readings = number_in(found["n"]), _readings(listed)
    if _ALSO.search(listed) or promised < 2 or max(readings) < least or promised in readings:
        return
    yield _differs(passage, found, promised, min(readings))


def _differs(passage: Passage, found: re.Match[str], promised: int, counted: int) -> Finding:
    told = f"说的是{promised}个，列出的有{counted}个"
    return Finding(*found.span(), f"{told}：{passage.around(*found.span('n'))}")


_form = partial(Rule, source="个数与列举一致")

PROMISE = _form(
    key="promise",
    title="承诺的点数不符",
    reason="说了几个方面，后面要有几点",
    fix="改个数，或补上、删去一点",
    silent="后面没有列点；“百日攻坚行动”等专名",
    wrong="重点抓好三个方面：一是抓项目。二是抓企业。",
    right="重点抓好两个方面：一是抓项目。二是抓企业。",
    in_report=_promises,
)
LISTED = _form(
    key="listed-count",
    title="列举的个数不符",
    reason="列出的与所说的个数不等",
    fix="改个数，或补上、删去一项",
    silent="“等”字后面还有的，“和”字两种读法有一种对得上的",
    wrong="做到制度落实、物资储备、健康管理、环境整治“五个到位”。",
    right="做到制度落实、物资储备、健康管理、环境整治、食品安全“五个到位”。",
    in_passage=_lists,
)
FAMILY = Family("承诺的个数", (PROMISE, LISTED))
