"""The measure words and units that may follow a number in such reports.

Two kinds: *measures* (money, area, mass, percent …), which are continuous, and *counters*
(个, 家, 项 …), which count things. A counter of one character may also begin an ordinary word
(家 in 家庭, 项 in 项目); the table says which words it must not be taken out of.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from model.values.patterns import pattern

MONEY = ("美元", "欧元", "港元", "日元", "英镑", "元人民币", "元")
AREA = ("平方公里", "平方千米", "平方米", "亩次", "亩", "公顷", "平米", "㎡", "km²", "m²")
MASS = (
    "吨标准煤", "吨标煤", "吨公里", "吨", "公斤", "千克", "毫克", "微克", "μg", "ug", "mg",
    "kg", "蒸吨", "斤", "克",
)  # fmt: skip
LENGTH = ("公里", "千米", "厘米", "毫米", "米", "km")
VOLUME = ("立方米", "毫升", "升", "m³")
POWER = ("兆瓦时", "千瓦时", "千瓦", "兆瓦", "千伏安", "MW", "GW", "KW", "kW", "kWh")
TIME = ("小时", "分钟", "秒")
SHARES = ("个百分点", "百分点", "个千分点", "千分点", "摄氏度", "℃", "%", "‰", "倍")

# Each counter with the characters that, when they follow, make it the beginning of a word.
_NOT_BEFORE = {
    "人": "员民大才们均口类事文工体生心", "家": "庭属长具园乡电", "户": "籍外均口型", "项": "目",
    "件": "", "条": "例件文", "处": "理于级置罚分长在", "所": "有属在得长谓", "座": "谈落位",
    "台": "湾账风阶", "套": "餐路取利", "辆": "", "部": "门分署委队长级位落", "只": "要有能是为",
    "头": "部脑雁", "羽": "毛", "尾": "水气矿", "匹": "配", "株": "洲", "棵": "", "盏": "",
    "眼": "科光", "起": "草来步点伏到", "例": "如会行外", "案": "件例", "宗": "教旨",
    "批": "评示准复发零改判", "期": "间限末货待望工建项", "届": "", "名": "称单录牌优特词誉",
    "位": "于列居置次", "份": "额", "本": "地级市县区年月科次届村", "册": "", "幅": "度",
    "篇": "章", "间": "接隔", "栋": "", "幢": "", "张": "家贴某", "枚": "",
    "支": "持撑部付出委行", "队": "伍员", "组": "织建长成", "块": "", "片": "区面",
    "根": "据本源", "杆": "", "艘": "", "架": "构", "门": "诊户类", "笔": "", "单": "位元一独",
    "票": "", "节": "能约点", "颗": "", "盘": "活", "班": "子组列", "场": "所馆地景面",
    "款": "项", "种": "植子业养", "轮": "换训", "天": "然气津河空", "次": "序要日年生", "岁": "",
    "床": "", "孔": "", "列": "入为车", "桶": "", "箱": "", "袋": "", "瓶": "",
    "包": "括装联村保", "樘": "", "趟": "", "遍": "布及", "副": "书县市", "字": "号", "页": "",
    "首": "个批次先创", "手": "续", "卷": "", "层": "级面", "口": "岸径碑镇村乡",
    "个": "人别体性",
}  # fmt: skip
_LONGER = (
    "批次", "场次", "场(次)", "批(次)", "人次", "户次", "件次", "台次", "台套", "台(套)",
    "家次", "车次", "架次", "航次", "班次", "头次", "课时", "人份", "份次", "艘次", "条次",
    "个月", "个工作日", "名次", "大项", "小项", "大类", "小类", "标箱", "人公里", "TEU",
    "床位", "学位", "席位", "位次", "辆次", "只次", "羽次", "次/车", "人/次", "批/次",
)  # fmt: skip
_BEFORE_A_STOP = ("分", "道", "对", "类", "面", "环", "点", "成", "方", "担")
_PER = (
    r"(?:/[元头吨亩人户年月日天公斤千克立方平米升瓦时小标煤万亿m³²3]{1,5}"
    r"|每(?:立方米|平方米|平方公里|吨|亩|人|年))?"
)
_STOP = r"(?=$|[，,。;:、)\]\s]|左右|以[上内下])"


def _longest_first(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _counter(word: str, forbidden: str) -> str:
    return re.escape(word) + (f"(?![{forbidden}])" if forbidden else "")


_MEASURES = _longest_first((*MONEY, *AREA, *MASS, *LENGTH, *VOLUME, *POWER, *TIME, *SHARES))
_COUNTERS = "|".join(_counter(word, not_before) for word, not_before in _NOT_BEFORE.items())
_UNIT = pattern(
    rf"(?:余|多|几)?(?P<unit>(?P<scale>[十百千万亿]{{0,3}})(?:余|多)?(?:"
    rf"(?P<measure>(?:{_MEASURES}){_PER})(?!级)"
    rf"|(?:{_longest_first(_LONGER)}|{_COUNTERS}|(?:{'|'.join(_BEFORE_A_STOP)}){_STOP})"
    rf"|(?:(?<=[万亿])度|(?<=[万亿]))(?![级元])"
    r"))"
)


class Unit(NamedTuple):
    """A unit found after a number: its span, and whether it measures (or counts)."""

    start: int
    end: int
    text: str
    measures: bool
    scale: str

    @property
    def base(self) -> str:
        """The unit without its scale word: 亩 of 万亩, 元 of 亿元."""
        return self.text[len(self.scale) :].lstrip("余多")


def unit_at(folded: str, at: int) -> Unit | None:
    """The unit that begins at `at` of folded text, 余 and 多 before it passed over, or None."""
    found = _UNIT.match(folded, at)
    if found is None:
        return None
    return Unit(
        found.start("unit"),
        found.end("unit"),
        found["unit"],
        found["measure"] is not None,
        found["scale"],
    )
