"""What only looks like a figure: names, slogans, definitions, ordinals.

Two questions are answered. `set_aside` marks the places in which no slot is a figure whatever
follows it (dates, titles, quoted slogans, footnote marks). `is_definition` looks at a number and
its unit and says whether they define a thing (500万元以上项目, 年产30万吨的生产线) instead of
stating how much of it there is.
"""

from __future__ import annotations

from model.values.patterns import pattern
from model.wording.finding.dates import other_times, period_spans
from model.wording.finding.units import AREA, LENGTH, MASS, MONEY, POWER, TIME, VOLUME, Unit

_NAMED = pattern(
    r"《[^《》]*》"  # a title of a book, law or document
    r"|[“\"‘][^“”\"‘’，。;:,]{1,16}[”\"’]"  # a quotation without a stop is a name or slogan
    r"|\[[^\[\]]{0,4}\]"  # a footnote mark
    r"|(?<![\dXxN*])[\dXxN*]++(?:[+×][\dXxN*]+)+"  # 1+3, 5+X, 7×24
)
_SIZED = frozenset((*MONEY, *AREA, *MASS, *VOLUME, *POWER, *LENGTH, "岁", "年"))
_AMOUNT = r"目标|任务|规模|水平|要求|增长|增速|增幅|速度|左右|产值|收入|高位|区间"
_THRESHOLD = pattern(
    rf"(?:\(不?含\))?(?:及?以[上下](?=[\u4e00-\u9fff“])(?!的?(?:{_AMOUNT}))|范围|高程)"
)
_SIZE = r"[\u4e00-\u9fff](?<![的以左右和与及为])"
_WORK = r"项目|工程|生产线|厂房|电站|电厂|机组|装置|发电|锅炉|航道|泵站|变电|露天矿|煤矿"
_OF_WORK = pattern(
    rf"(?={_SIZE})[^，。;:、()\d]{{0,16}}?(?:{_WORK})"  # 30万吨尿素二期项目
    rf"|(?={_SIZE})[^，。;:]{{0,40}}?等(?:[\d.,Xx*]+[个项])?[^，。;:、\d]{{0,6}}项目"  # …等9个项目
)
_OF_PLANT = pattern(r"[日年](?:处理|产|加工|供|发|屠宰)[\u4e00-\u9fff]{0,2}$|单机$|装机$")
_AMOUNT_BEFORE = pattern(r"(?:完成了?|新增|累计|共|计|约|达|近|超|到|[量积额模])$")
_ABOVE = pattern(r"(?<!总投资)(?<!总投资额)(?:超过?|过|逾|突破)$")
_THING = pattern(r"的?(?:工业|重大|产业|龙头|规上)?(?:企业|项目|集群|园区|单品|平台)")
"""What is counted by its size (营收过100亿元企业, 投资超5亿元的项目)."""
_TITLED = pattern(r"(?:支持|服务|纾困|惠企|稳增长)$")
_OF_TITLE = pattern(r"(?:政策)?措施")
_STANDARD = pattern(r"国家$")
_MARK = pattern(r"的?(?:大关|关口|台阶)")
"""What is passed on the way up (突破600亿元大关): the value itself stands beside."""
_POWERED = frozenset((*POWER, "千伏"))
_BULK = frozenset((*POWER, *MASS, *VOLUME, "平方米"))
_BULK_COUNTERS = frozenset("只辆头台套羽")
_MOMENT_ENDS = pattern(r"$|[，。;:、)]|以[上内下]|左右")


def set_aside(folded: str) -> bytearray:
    """One byte a character of folded text: 1 where no slot is a figure."""
    mask = bytearray(len(folded))
    spans = [found.span() for found in _NAMED.finditer(folded)]
    for start, end in (*spans, *period_spans(folded), *other_times(folded)):
        mask[start:end] = b"\x01" * (end - start)
    return mask


def is_definition(folded: str, start: int, unit: Unit) -> bool:
    """Whether the number that begins at `start` and its unit belong to the name or the
    definition of a thing: a threshold, the capacity of a plant, a length of time in a name."""
    if unit.base in _SIZED and _THRESHOLD.match(folded, unit.end):
        return True
    before = folded[max(0, start - 8) : start]
    if unit.base in MONEY and _ABOVE.search(before) and _THING.match(folded, unit.end):
        return True
    if unit.base in MONEY and _MARK.match(folded, unit.end):
        return True
    if unit.text == "条" and _TITLED.search(before) and _OF_TITLE.match(folded, unit.end):
        return True
    if unit.text == "项" and _STANDARD.search(before) and folded.startswith("标准", unit.end):
        return True
    if unit.base in TIME and not unit.scale:
        return _MOMENT_ENDS.match(folded, unit.end) is None
    of_plant = _OF_PLANT.search(folded, max(0, start - 8), start) is not None
    bulk_counter = unit.base in _BULK_COUNTERS and (unit.scale != "" or of_plant)
    if unit.base not in _BULK and not bulk_counter:
        return False
    goes_on = unit.end + (of_plant and folded.startswith("的", unit.end))
    if not _OF_WORK.match(folded, goes_on):
        return False
    return (
        of_plant
        or unit.base in _POWERED
        or not _AMOUNT_BEFORE.search(folded, max(0, start - 4), start)
    )
