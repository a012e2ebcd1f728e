"""Topic sentences and topic clauses inside a point: leads that show only as a set.

No word of theirs makes them leads, only that sisters of one build stand in one point, each with
its details behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from model.values.patterns import pattern
from model.wording.finding.figures import find_figures

Span = tuple[int, int]

_SENTENCE: Final = pattern(r"[^。！？!?]*[。！？!?][”’）)》]*|[^。！？!?]+$")
CLAUSE: Final = pattern(r"[，,；;：:]")
OPENS_FRAME: Final = pattern(
    r"(?:今年|去年|上半年|下半年|全年|一年来|当前|目前|同时|此外|另外|面对|为此|总之|因此|但|过去|各位|同志|"
    r"近年|近期|我们|我县|我市|我区|这|在(?![建岗]|[^，。]{2,8}上[更再])|对(?![外内口接])|按照|根据|围绕(?![^，。]{2,8}(?:。|$))|一年|半年|\d{2,4}年|截至|截止|其中|如|例如|比如|还要|下步|下一步|通过(?=[^，。]*，))"
)
PROMISE: Final = pattern(
    r"(?:[一二两三四五六七八九十\d几]+(?:个方面|项|点|件|篇)[^。]{0,6}|以下[^。]*)[。：:]$"
)
_DEGREE: Final = (
    r"(?:持续|不断|稳步|全面|加快|深入|扎实|有序|有效|显著|明显|大幅|进一步|更加|日益|逐步|日趋|加速|纵深|蓬勃|"
    r"稳中|全力|有力|成效|再[上创添]|恢复性|实现|取得|总体|健康|平稳|协调|同步|巩固)"
)
_ENDS_STATED: Final = (
    r"(?:提质|增效|扩容|升级|提速|向好|起势|蓄势|成势|突破|见效|领跑|回升|回暖|增强|优化|壮大|提升|改善|丰富|"
    r"活跃|坚实|稳固|强劲|有力|有序|有升|有进|显著|明显|迸发|发力|焕新|见长|提档|新活力|新成效|新进展|新台阶)"
)
_STATED_TOPIC: Final = pattern(
    rf"(?![^，]{{0,2}}(?:有|为|让|使|把|将)|推动|促进)[\u4e00-\u9fff]{{2,6}}"
    rf"(?:{_DEGREE}[\u4e00-\u9fff]{{1,6}}|[\u4e00-\u9fff]{{0,3}}{_ENDS_STATED})[，,]"
)
"""What a field of work has come to (营商环境持续优化，), with what shows it behind the comma."""
_SHORT_CLAUSE: Final = pattern(r"[\u4e00-\u9fff]{6,10}[，,]")
_STATED: Final = pattern(
    rf"(?!.{{0,4}}{_DEGREE}.{{5}}).{{2,10}}?{_DEGREE}[\u4e00-\u9fff]{{2,4}}|.{{3,10}}{_ENDS_STATED}"
)
"""A sentence that says what a field has come to (就业形势总体稳定)."""
_HOW: Final = (
    r"(?:坚决|有效|不断|强力|全面|深入|持续|大力|加快|着力|积极|扎实|稳步|切实|统筹|严格|坚持|全力|奋力|聚力|"
    r"加力|精心|主动|有序|科学|精准|合力|认真|进一步|牢牢|努力|从严|稳妥|高效|坚定|始终|致力|倾力|用心|高标准|高质量|高水平|"
    r"常态化|多渠道|纵深|加速|提速|全方位|系统)"
)
_DO: Final = (
    r"(?:推进|推动|加强|强化|提升|提高|优化|完善|健全|聚焦|突出|狠抓|深化|实施|打造|培育|壮大|夯实|筑牢|守牢|守住|"
    r"兜牢|做强|做优|做大|做实|抓好|抓实|激发|释放|拓展|扩大|促进|增强|补齐|构建|建设|保障|改善|巩固|创新|发展|"
    r"落实|贯彻|应对|化解|防范|践行|紧扣|厚植|加大|维护|引导|调整|创建|开展|办好|坚守|严守|守护|织密|做深|做细|做精|唱响|树立|破解|盘活|擦亮|引育|招引|稳定|"
    r"确保|增加|整治|治理|管好|用好|建好|激活|探索|弘扬|传承|丰富|抓牢|抓紧|规范|改进|锤炼|锻造|转变|保护|修复|"
    r"攻坚|压实|紧盯|紧抓|抢抓|抓住|繁荣|助力|支持|服务|满足|降低|净化|美化|铸牢|凝聚)"
)
_DONE: Final = pattern(
    rf"(?!.*(?:(?<![进大点业好快动强抓])项目|工程|规划|方案|条例|名录|普查|大赛))(?:{_HOW}(?=[\u4e00-\u9fff]{{4}})|{_DO}).{{4,12}}"
)
"""A sentence that says what is done in a field (有效应对下行压力, 加快发展服务业)."""
_NAMED: Final = pattern(
    rf"(?!{_HOW}|{_DO}|完成|启动|推动|继续|做|抓|正在).{{3,11}}(?:建设|培育|整治|保障|管理|治理|监管|服务|改造|生产|防控)"
)
"""A sentence that only names a field (农村人居环境整治)."""
_BUILDS: Final = (_STATED, _DONE, _NAMED)
_LONGEST_TOPIC = 12
_ALIKE_CLAUSES = 3
_LONGEST_OF_BUILD = 14
_LONGER_SISTER = 4
LONGEST_OPENING = 26


class Sentence(NamedTuple):
    """A sentence with its span; the stop belongs to it."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        """The sentence without its stop."""
        return self.text.rstrip("。！？!?：:，,")


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences between two places, without the spaces before each."""
    found = []
    for piece in _SENTENCE.finditer(text, start, end):
        said = piece[0].lstrip()
        if said:
            found.append(Sentence(piece.end() - len(said), piece.end(), said))
    return found


def has_figures(text: str) -> bool:
    return bool(find_figures(text))


def topic_sentences(said: Sequence[Sentence]) -> list[Span]:
    """The topic sentences of a point: two or more that are as long as one another or open alike,
    with their sisters; else those that are built alike and have the point to themselves."""
    able = [
        one
        for one, after in pairwise(said)
        if _may_be_topic(one, _LONGEST_TOPIC) and len(after.text) > len(one.text)
    ]
    alike = [one for one in able if any(other is not one and _alike(one, other) for other in able)]
    known = [*alike, *_sisters(said, alike)] if len(alike) >= 2 else _of_one_build(said)
    return sorted((one.start, one.end) for one in known)


def _sisters(said: Sequence[Sentence], alike: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, longer or of two clauses, that open with the words most of the set open
    with (突出…。 突出…，…。), and those that are built as all of the set are."""
    opening, often = Counter(one.words[:2] for one in alike).most_common(1)[0]
    opens = often >= 2 and often * 2 >= len(alike)
    built = all(any(build.fullmatch(one.words) for build in _BUILDS) for one in alike)
    longest = max(len(one.words) for one in alike) + _LONGER_SISTER
    known = {one.start for one in alike}
    return [
        one
        for one, after in pairwise(said)
        if one not in alike
        and after.start not in known
        and (
            (opens and _opens_with(one, after, opening))
            or any(
                _is_built(one, after, build, longest) for build in (_BUILDS if built else (_NAMED,))
            )
        )
    ]


def _opens_with(one: Sentence, after: Sentence, opening: str) -> bool:
    """Whether a sentence of one or two clauses opens with the words of its set."""
    return (
        one.words.startswith(opening)
        and len(one.words) <= LONGEST_OPENING
        and len(CLAUSE.findall(one.words)) <= 1
        and one.text.endswith("。")
        and not after.words.startswith(opening)
        and not has_figures(one.text)
    )


def _is_built(one: Sentence, after: Sentence, build: re.Pattern[str], longest: int) -> bool:
    """Whether a sentence is built so and goes on with its details."""
    fits = _may_be_topic(one, longest) and build.fullmatch(one.words) is not None
    return fits and len(after.text) > len(one.text)


def _of_one_build(said: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that all say what a field has come to, or all what is done in it, each with
    its details: three, or two where the first opens the point or stands behind its frame."""
    for build in _BUILDS:
        found = [
            place
            for place, (one, after) in enumerate(pairwise(said))
            if _is_built(one, after, build, _LONGEST_OF_BUILD)
            and len(after.text) > len(one.text) + _LONGER_SISTER
        ]
        lengths = [len(said[place].words) for place in found]
        apart = all(later - place > 1 for place, later in pairwise(found))
        close = bool(lengths) and max(lengths) - min(lengths) <= _LONGER_SISTER
        if apart and close and len(found) >= 2 and found[0] <= 1:
            return [said[place] for place in found]
    return []


def is_built(one: Sentence) -> bool:
    """Whether a sentence is built as topic sentences are."""
    fits = _may_be_topic(one, _LONGEST_OF_BUILD)
    return fits and any(build.fullmatch(one.words) for build in _BUILDS)


def stated_topics(said: Sequence[Sentence], *, led: bool) -> list[Span]:
    """The topic clauses of a point, of what a field has come to or three equally long ones: three
    that are most of its sentences, or two that are all of them; behind a lead (`led`) also two of
    which one opens what follows it."""
    found = [span for one in said if (span := _clause_of(one, _STATED_TOPIC))]
    short = [span for one in said if (span := _clause_of(one, _SHORT_CLAUSE))]
    often = Counter(end - start for start, end in short)
    lengths = {length for length, count in often.items() if count >= _ALIKE_CLAUSES}
    lengths |= {end - start for start, end in found} if len(found) > 1 else set()
    found += [span for span in short if span not in found and span[1] - span[0] in lengths]
    found.sort()
    opens = led and len(found) == 2 and found[0][0] == said[0].start
    enough = len(found) >= 3 or (len(found) == 2 and len(said) == 2) or opens
    return found if enough and len(found) * 2 > len(said) else []


def short_clause(one: Sentence) -> Span | None:
    """The short clause that opens a sentence, with its values behind the comma."""
    return _clause_of(one, _SHORT_CLAUSE)


def _clause_of(one: Sentence, rule: re.Pattern[str]) -> Span | None:
    """The topic clause that opens a sentence, with what shows it behind the comma."""
    topic = rule.match(one.text)
    if topic is None or OPENS_FRAME.match(one.text) or len(one.text) - topic.end() <= 4:
        return None
    return one.start, one.start + topic.end()


def _may_be_topic(one: Sentence, longest: int) -> bool:
    words = one.words
    if not 4 <= len(words) <= longest or not one.text.endswith("。"):
        return False
    plain = not CLAUSE.search(words) and not OPENS_FRAME.match(words) and "、" not in words
    return plain and not PROMISE.search(one.text) and not has_figures(one.text)


def _alike(one: Sentence, other: Sentence) -> bool:
    """Whether two topic sentences are parallel: equally long, or nearly so and opening alike."""
    difference = abs(len(one.words) - len(other.words))
    return difference == 0 or (difference <= 2 and one.words[0] == other.words[0])
