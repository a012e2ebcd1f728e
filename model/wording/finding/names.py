"""The name of a quantity out of the words before its number.

A clause such as 上半年全市实现地区生产总值 is stripped of times, places, verbs and adverbs; what
remains is the name, given in its standard form where the lexicon has it. A longer phrase that only
contains a known name (骨干工业用电量) is another quantity and keeps its own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from model.values.patterns import pattern
from model.wording.finding.dates import period_spans
from model.wording.fold import fold

_BEFORE_NAME = pattern(
    r"(?:\d+[、.]|[①-⑳]|以[上下内]|左右|其中|同时|特别是|此外|另外|但|而|且|所以|在(?![建校园岗库职训外])|从(?!业)|由|"
    r"也|仅|全[市县区州省国旗镇乡]|我[市县区州省]|截[至止]目前|目前|当前|据统计|预计|有望|力争|确保|计划|同期|"
    r"累计|共计|共|已|又|可|将|要|需|合计|总计|实现|完成|建成|达到|达|为(?!农服务|民服务)|了(?!解)|拥有|并(?=[投建开完通])|投用|投运|成功|创建|强力推进|聚焦|谋划|向上申报|申报|上报|现(?=[已有完])|安排(?=[省市县]?[省市县]?重点|项目)|争取(?!.{0,4}资金)|获得|荣获|打造|拓展(?=打造)|整合捆绑|全年|当年|年度|年(?=出栏|存栏)|扎实|大力|有效(?!期)|按时|"
    r"高标准(?!农田)|高质量(?!发展)|[Xx*]+[省市县区州镇乡村]|[、和与及,~的\s])+"
)
_AFTER_NAME = pattern(
    r"(?:预计新增|预计|递增|递减|累计|共计|共|合计|总计|分别|两年平均|年均|[月年]?人均|均|每[月年人]|同比|环比|比增|同口径|同期|扣除价格因素|实际(?!到位|利用|使用)|完成率|完成|实现|建成|达到|达|为|是|(?<!签)约|近|"
    r"超过|超额|超|力争|争取|确保|突破|高达|控制|稳定|保持|维持|动态|在|至|到|仅|了|有|已|再|可|将|要|需|由|从|增长|增加|增幅|"
    r"增速|涨幅|降幅|减收|增收|多增|少增|增|下降|下滑|上涨|上升|提高|提升|降低|减少|收窄|扩大|前移|后移|后退|位次|排位|回升|回落|调减|调整|变化|转变|演变|压缩|压减|缩减|削减|缩小|转|正|负|"
    r"当季|年度|较大幅度|幅度|位居|位列|居|列|排名|名列|第|(?<=[核赛评])中|来看|按可比价格?|按可比口径|计算|首次|逾|净增|净减|惠及|对|升|亏损|盈利|开工建设|实施|任务目标|目标任务|任务|"
    r"[①-⑳㉑-㊿]|\[\d+\]|[的、和与及,\s])$"
)
_COMPARED = pattern(
    r"(?:较|(?<![同环可])比(?![重例率增值价])(?![由从为达是]|缩小|扩大|[降升缩][至到]|$)|与(?=[去上同一全])|占|分?居(?![民住])|分列|位列|位居|[列排](?=全[市县省州国区]|第)|(?:超|落后|滞后)于?(?=时|序|(?:任务|目标|计划|预期)进度)|[高低快慢好]于|高出).*$"
)
_SHARE = pattern(r"^(?P<who>.{2,16})占(?:全[市县区州省])?(?P<whole>.{2,16}?)的?(?P<what>比重|比例)")
_SPLIT = pattern(
    r"(?P<who>.{2,16}?)(?:实现|完成|累计)(?P<what>增加值|零售额|投资|产量|销量|总?产值|销售[收入额]+|(?:主营业务|营业)?收入|利润总额|利润|税收|[出进]口)"
)
_VERBS = pattern(
    r"(?:选派|完成|实现|新增|发放|累计|引进|征集|用好|落实|投入|拥有|争取|开展|办理|筹集|分配|交付|受理|发行|实施)$"
)
_BY_WHOM = pattern(r"经[^，。;的营济]{1,8}(?:审核|核定|审定|认定|统计|调整后)")
"""Who found a value to be so (经市重点办审核) is no part of its name."""
_THRESHOLD = pattern(r"以[上下内]的?$")
_NEW = pattern(r"(?:新增|净增|新认定|新培育)$")
_OWNER = pattern(r"(?:全|我)([镇乡县旗区市州盟省国])[^，。;]{0,4}$")
_SIZES = {
    sign: size
    for size, signs in enumerate(("镇乡", "县旗区", "市州盟", "省", "国"))
    for sign in signs
}
_NO_NAME = frozenset(
    (
        "规模",
        "金额",
        "发放金额",
        "总量",
        "增量",
        "覆盖率",
        "率",
        "其余",
        "剩余",
        "目标",
        "任务",
        "距",
        "增速",
        "增幅",
        "升幅",
        "降幅",
        "涨幅",
        "跌幅",
    )
)
_OVER_TIME = pattern(r"(?:年均|月均|平均|年)(?=浓度|气温|单价)")
_LEVEL_LAST = pattern(
    r"(?:培育|认定|新增|创建|建成|获评|发展)?+(?P<who>[^级]{2,12})(?P<level>国家级|省级|市级|县级|区级|镇级|村级)"
)
"""Things counted by level (龙头企业市级12家): the level belongs before them."""
_SHARED_NAME = pattern(r"营业收入|主营业务收入|利润总额|完成投资|税收收入|销售额|[出进]口(?:总额)?")
"""Names that many have: somebody named before the verb is part of the name."""
_SHORTENED = (("规模工业", "规模以上工业"), ("播面", "播种面积"), ("现价", ""))
_PIECES = pattern(r"[，,。;:()]")


_LONGEST = 60  # no name and its verbs are longer


class Name(NamedTuple):
    """A quantity's name, and whether the lexicon has it. `partly`: only what is new of it is
    told (新增…), or what is above or below a threshold (5千万以下…); `owner`: the sign of the place
    whose it is said to be (全市)."""

    text: str
    known: bool
    partly: bool = False
    owner: str = ""


class Lexicon:
    """Names of indicators, each synonym with its standard name, matched longest first."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = {fold(name): standard for name, standard in names.items() if name}
        self._longest = max(map(len, self._names), default=0)

    def get(self, phrase: str) -> str | None:
        """The standard name of `phrase`, which must be a name as a whole."""
        return self._names.get(phrase)

    def at_end(self, phrase: str) -> tuple[int, str] | None:
        """Where the longest known name that ends `phrase` begins, and its standard name."""
        for start in range(max(0, len(phrase) - self._longest), len(phrase)):
            standard = self._names.get(phrase[start:])
            if standard is not None:
                return start, standard
        return None


def core(phrase: str) -> str:
    """The words of a folded phrase that name something: no times, places, verbs around them."""
    phrase = timeless(_COMPARED.sub("", _BY_WHOM.sub("", phrase)))
    before = None
    while before != phrase:
        before = phrase
        found = _BEFORE_NAME.match(phrase)
        phrase = _AFTER_NAME.sub("", phrase[found.end() :] if found else phrase)
    return phrase


def timeless(phrase: str) -> str:
    """A folded phrase without the periods it names."""
    for start, end in reversed(period_spans(phrase)):
        phrase = phrase[:start] + phrase[end:]
    return phrase


def name_of(phrase: str, lexicon: Lexicon) -> Name | None:
    """The name in one folded clause before a number, or None where it names nothing."""
    share = _SHARE.match(timeless(phrase))
    if share:
        named = f"{core(share['who'])}占{share['whole']}{share['what']}"
        return Name(lexicon.get(named) or named, lexicon.get(named) is not None)
    phrase = rest = timeless(_COMPARED.sub("", _BY_WHOM.sub("", phrase)))
    while True:
        known = lexicon.at_end(rest)
        if known is not None and _introduces(rest[: known[0]]):
            before = rest[: known[0]]
            if _SHARED_NAME.fullmatch(known[1]) and core(_VERBS.sub("", before)) != "":
                break
            owner = _OWNER.search(before)
            partly = _NEW.search(before) or _THRESHOLD.search(before)
            return Name(known[1], True, partly is not None, owner[1] if owner else "")
        shorter = _AFTER_NAME.sub("", rest)
        if shorter == rest:
            break
        rest = shorter
    named = core(phrase)
    levelled = _LEVEL_LAST.fullmatch(named)
    if levelled:
        named = levelled["level"] + levelled["who"]
    split = _SPLIT.fullmatch(named)
    if split:
        named = core(split["who"]) + split["what"]
    standard = lexicon.get(named) or lexicon.get(_OVER_TIME.sub("", _in_full(named)))
    if not named or named in _NO_NAME:
        return None
    return Name(standard or named, standard is not None)


def _in_full(named: str) -> str:
    """A name with the words for which offices write shorter ones (规模工业, 播面)."""
    for short, full in _SHORTENED:
        named = named.replace(short, full)
    return named


def _introduces(words: str) -> bool:
    """Whether the words before a known name only lead to it and do not make it another one."""
    return core(words) == "" or _VERBS.search(words) is not None


def is_wider(owner: str, place: str) -> bool:
    """Whether a quantity said to be of 全市 is of more than the place of the report (县)."""
    return _SIZES.get(owner, 0) > _SIZES.get(place, len(_SIZES))


def pieces(gap: str) -> list[str]:
    """The clauses of a folded gap between two figures, the nearest to the second one first."""
    return [piece[-_LONGEST:] for piece in reversed(_PIECES.split(gap)) if piece]
