"""断语: 同步增长, 保持增长, 尚未实现正增长 against the growth that the same sentences say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from model.check.passage import Passage, sentences
from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.spots import spot_of
from model.check.subject import Subject
from model.document import Paragraph
from model.errors import XugaoError
from model.report.address import ObservationPlace, parse_place
from model.values.facet import Facet
from model.values.growth import Better, Measure
from model.values.patterns import pattern
from model.wording.finding.figures import value_of

_RISES = pattern(
    r"同步增长|同步提升|同步上升|保持(?:了)?(?:较快|平稳|稳定|稳步|正|两位数|持续)?增长|(?:均|"
    r"全部|全面)实现(?:了)?(?:正)?增长|"
    r"普遍增长|全面增长|双增长|双提升|双双增长|稳中有升|稳步增长|持续增长|较快增长|稳步回升|"
    r"持续回升|稳步上升|[全齐][面线]飘红|不降反增|逆势增长|(?:双双|均|都|全部|全面)(?:实现)?(?:正增长|上升|提升|增长)|"
    r"(?<!未)(?<!未能)实现(?:了)?(?:较快|稳步|平稳|正|两位数|大幅)增长|增势(?:良好|强劲|平稳|较好)|高速增长|大幅(?:增长|提升|上升)|"
    r"再创新高|创(?:历史)?新高|喜获丰收|实现增[产收]|增产增收|再获丰收|(?:稳步|持续|加快|快速|不断)(?:扩大|攀升|走高|升温)|刚性增长|恢复性增长|由降转[增升]|由负转正|止跌回升|扭负为正|保持增长(?:态势|势头)"
)
_BRISK = pattern(
    r"稳中向好|持续向好|稳步向好|(?:持续|明显|加快|稳步|不断|全面)回暖|(?:持续|明显|加快|稳步|全面)恢复|势头(?:良好|强劲)|形势(?:喜人|向好|良好)|"
    r"(?:持续|不断)活跃|逐步回暖|日趋活跃|繁荣活跃|(?:持续|不断)增强"
)
"""Claims of a good course: a smaller fall than before may be one."""
_EASED = pattern(r"收窄|回升|好转|改善|转正|恢复|加快|缩小|提高|高于|结构|主要(?:是|因)|受")
_BOTH = frozenset(("双增长", "双提升", "双双增长"))
"""What is claimed of the two growths said last, where it stands behind them."""
_FALLS = pattern(
    r"(?:持续|大幅|明显|同步|全面|双双|继续)(?:下滑|下行|走低|下降|回落|减少|下跌|萎缩)|尚未实现正增长|未能?实现正增长|出现(?:了)?(?:下降|下滑|负增长)|均(?:有所)?下降|双下降|"
    r"同步下降|持续下降|由正转负|由[增升]转降|降幅收窄|仍为负增长"
)
_SPARED = pattern(r"除|以外|之外|个别|部分(?!指标尚未)|大部分|多数|降幅收窄|除外")
_EXCEPTED = pattern(r"除[^，。；]{1,16}外|以外|之外")
_COVERS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (pattern(r"财政收支|收支"), pattern(r"公共预算|财政|税收")),
    (pattern(r"财政|财税|税收"), pattern(r"公共预算收入|财政总收入|税收")),
    (
        pattern(r"(?:群众|居民|城乡|农民|农村|城镇)[^，。]{0,6}收入|增收"),
        pattern(r"可支配收入|纯收入"),
    ),
    (pattern(r"投资"), pattern(r"投资")),
    (pattern(r"消费|商贸|零售"), pattern(r"零售|消费")),
    (pattern(r"工业"), pattern(r"工业")),
    (pattern(r"农业"), pattern(r"农林牧渔|第一产业|粮食|农业")),
    (pattern(r"外贸|进出口|出口"), pattern(r"进出口|出口|外资")),
    (pattern(r"存贷款|存款|贷款|金融"), pattern(r"存款|贷款")),
    (pattern(r"三次产业|一二三产|各产业"), pattern(r"第[一二三]产业")),
    (pattern(r"用电"), pattern(r"用电")),
    (pattern(r"旅游|游客|文旅"), pattern(r"游客|旅游")),
    (pattern(r"粮食|夏粮|秋粮|玉米|小麦"), pattern(r"粮|玉米|小麦|产量")),
    (pattern(r"房地产|楼市|商品房"), pattern(r"商品房|房地产")),
    (pattern(r"服务业|三产"), pattern(r"服务业|第三产业")),
    (pattern(r"制造业"), pattern(r"制造业")),
    (pattern(r"建筑业"), pattern(r"建筑业")),
    (pattern(r"利用外资|外资"), pattern(r"外资")),
    (pattern(r"利润|效益"), pattern(r"利润|利税")),
    (pattern(r"物流|货运|运输"), pattern(r"货运|周转|运输|快递")),
    (pattern(r"生产总值|GDP|经济总量"), pattern(r"生产总值|GDP")),
)
_ALL = pattern(r"(?:主要|各项|全部|多项)?(?:经济)?指标|经济运行|经济")
_GOES_ON = pattern(
    r"^(?:同比|环比|比|较|增长|下降|其中|达到?|\s)*(?:上年|去年|同期|[\u4e00-\u9fff]{0,2})$"
)
_RIGHT_BEHIND = pattern(
    r"[”’]?，?(?:同比|比上年|较上年同期|比年初|较年初)?(?:分别)?(?:同比)?(?:(?:增长|下降|上升|减少|增加)\d+(?:\.\d+)?[%％][、和，])?"
    r"(?:增长|下降|上升|减少|增加)"
)
_NAME_REACH = 40


class _Growth(NamedTuple):
    """A growth said in a passage: where, of what, and how much."""

    start: int
    end: int
    name: str
    value: Decimal


def _claims(subject: Subject) -> Iterator[Problem]:
    for paragraph, passage in subject.prose():
        found = [
            *_RISES.finditer(passage.text),
            *_FALLS.finditer(passage.text),
            *_brisk(passage.text),
        ]
        if not found:
            continue
        growths = list(_growths(subject, paragraph, passage))
        for claim in found:
            rises = _FALLS.fullmatch(claim[0]) is None
            yield from _against(paragraph, passage, claim, rises, growths)
            if claim[0] in _BOTH:
                yield from _against_both(paragraph, passage, claim, growths)


def _against(
    paragraph: Paragraph,
    passage: Passage,
    claim: re.Match[str],
    rises: bool,
    growths: list[_Growth],
) -> Iterator[Problem]:
    """The growths that the claim's own clause names, with the other sign."""
    start, end = next(
        (span for span in sentences(passage.text) if span[0] <= claim.start() < span[1]),
        (0, len(passage.text)),
    )
    sentence = passage.text[start : claim.start()]
    clause = re.split(r"[，。；：]", sentence)[-1]
    spared = _SPARED if rises else _EXCEPTED
    if _EXCEPTED.search(sentence) or spared.search(clause):
        return
    covered = [names for words, names in _COVERS if words.search(clause)]
    if not covered and not _ALL.search(clause):
        return
    for growth in growths:
        if not claim.end() <= growth.start < end:
            continue
        between = passage.text[claim.end() : growth.start]
        if claim[0] == "降幅收窄" and not _RIGHT_BEHIND.fullmatch(between):
            continue
        if covered and not _is_covered(growth, covered, between):
            continue
        if (growth.value < 0) if rises else (growth.value > 0):
            spot = spot_of(paragraph, growth.start, growth.end)
            if spot is not None:
                said = passage.text[growth.start : growth.end]
                message = (
                    f"“{clause[-8:]}{claim[0]}”，可是{growth.name}是{_way(growth.value)}（{said}）"
                )
                yield CLAIM.problem(spot.place, message)
            return


def _brisk(text: str) -> Iterator[re.Match[str]]:
    """The claims of a good course in sentences that tell of no turn for the better."""
    for claim in _BRISK.finditer(text):
        rest = next(
            (
                text[claim.end() : end]
                for start, end in sentences(text)
                if start <= claim.start() < end
            ),
            "",
        )
        if not _EASED.search(rest):
            yield claim


def _is_covered(growth: _Growth, covered: list[re.Pattern[str]], between: str) -> bool:
    """Whether the claim speaks of a growth: it names it, or says it right behind for what it
    named: 同步增长，分别增长6.2%、3.1%."""
    if any(names.search(growth.name) for names in covered):
        return True
    return _RIGHT_BEHIND.fullmatch(between) is not None


def _against_both(
    paragraph: Paragraph, passage: Passage, claim: re.Match[str], growths: list[_Growth]
) -> Iterator[Problem]:
    """One of the two growths said in the sentence before 双增长 is a fall."""
    start = next(begin for begin, end in sentences(passage.text) if begin <= claim.start() < end)
    before = [growth for growth in growths if start <= growth.start < claim.start()]
    if len(before) < 2 or _EXCEPTED.search(passage.text[start : claim.start()]):
        return
    for growth in (one for one in before[-2:] if one.value < 0):
        spot = spot_of(paragraph, growth.start, growth.end)
        if spot is not None:
            said = passage.text[growth.start : growth.end]
            yield CLAIM.problem(
                spot.place, f"“{claim[0]}”，可是{growth.name}是{_way(growth.value)}（{said}）"
            )
        return


def _way(value: Decimal) -> str:
    return "下降的" if value < 0 else "增长的"


def _growths(subject: Subject, paragraph: Paragraph, passage: Passage) -> Iterator[_Growth]:
    """What the program says of growth, by its place; and what is typed, by the words before it."""
    at = 0
    for span in paragraph.spans:
        begins, at = at, at + len(span.text)
        place = _place(span.place) if span.at is None else None
        if place is None or place.facet not in (Facet.YOY, Facet.FORECAST_YOY, Facet.POINTS):
            continue
        indicator = subject.project.indicator(place.indicator)
        observed = subject.ledger.best(place.indicator, place.period, place.facet, place.basis)
        if indicator is None or observed is None or indicator.better is Better.DOWN:
            continue
        if indicator.measure not in (Measure.CONCENTRATION, Measure.DAYS):
            yield _Growth(begins, at, indicator.name, observed.value)
    for figure in passage.figures:
        if figure.blank or figure.direction is None or passage.is_made(figure.start):
            continue
        value = value_of(figure)
        if value is None or figure.unit not in ("%", "％"):
            continue
        before = passage.text[max(0, figure.start - _NAME_REACH) : figure.start]
        end = figure.end + len(figure.unit)
        yield _Growth(figure.start, end, _named(before), value)


def _named(before: str) -> str:
    """The clause that names a figure; one that only compares (，同比) goes on with the last."""
    said = re.split(r"[。；：，、]", before)
    while len(said) > 1 and _GOES_ON.match(said[-1]):
        said.pop()
    return said[-1]


def _place(text: str | None) -> ObservationPlace | None:
    if text is None or "@" not in text:
        return None
    try:
        place = parse_place(text)
    except XugaoError:
        return None
    return place if isinstance(place, ObservationPlace) else None


CLAIM = Rule(
    key="claim",
    title="与升降相反的断语",
    reason="话说增长，数却是下降（或相反）",
    source="断语与同一句里所说指标的正负一致",
    fix="改断语，或核对数",
    silent="除…外、降幅收窄；断语没有说到的指标；越低越好的指标",
    wrong="财政收支同步增长，一般公共预算收入下降5.1%。",
    right="财政收支同步增长，一般公共预算收入增长5.1%。",
    in_report=_claims,
)
FAMILY = Family("断语", (CLAIM,))
