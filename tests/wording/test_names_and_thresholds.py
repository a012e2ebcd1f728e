"""Names are cut where verbs end and nothing of them is lost; what defines a thing is no figure."""

import pytest

from model.values.facet import Facet
from model.wording.finding.mentions import find_mentions
from model.wording.finding.names import Lexicon

KNOWN = (
    "地区生产总值",
    "固定资产投资",
    "城镇登记失业率",
    "营业收入",
    "城乡居民人均可支配收入",
    "城镇居民人均可支配收入",
    "农村居民人均可支配收入",
    "规模以上工业总产值",
    "粮食播种面积",
)
LEXICON = Lexicon({name: name for name in KNOWN})


def told(text: str) -> list[tuple[str, str]]:
    return [(one.figure.text, one.indicator) for one in find_mentions(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全县拥有病床3260张。", [("3260", "病床")]),
        ("全县完成了投资6亿元。", [("6", "投资")]),
        ("建成并投用充电桩320个。", [("320", "充电桩")]),
        ("成功创建示范村16个。", [("16", "示范村")]),
        ("强力推进征迁户数达到320户。", [("320", "征迁户数")]),
        ("建成为农服务中心12个。", [("12", "为农服务中心")]),
        ("有效期内科技企业达到42家。", [("42", "有效期内科技企业")]),
        ("粮食产量年均递增3.2%。", [("3.2", "粮食产量")]),
        ("地区生产总值按可比口径增长5.2%。", [("5.2", "地区生产总值")]),
        ("医保参保率继续提高，达到96.4%。", [("96.4", "医保参保率")]),
        ("自来水普及率稳步提升，为92.5%。", [("92.5", "自来水普及率")]),
        ("森林面积不断扩大，达到38万亩。", [("38", "森林面积")]),
        ("食用菌实现产量3.2万吨。", [("3.2", "食用菌产量")]),
        ("1～7月工业投资1.2亿元，同比增长5%。", [("1.2", "工业投资"), ("5", "工业投资")]),
        ("1~7月工业投资1.2亿元。", [("1.2", "工业投资")]),
        ("限额以上企业累计完成总产值7.2亿元。", [("7.2", "限额以上企业总产值")]),
        ("25个工程经县重点办审核完成投资1.7亿元。", [("25", "工程"), ("1.7", "工程投资")]),
        (
            "三次产业比调整为11︰48︰41。",
            [("11", "三次产业"), ("48", "三次产业"), ("41", "三次产业")],
        ),
        ("现已完成签约120户。", [("120", "签约")]),
        ("聚焦地区生产总值增长6%。", [("6", "地区生产总值")]),
        ("向上申报绿色食品18个，安排重点工程25个。", [("18", "绿色食品"), ("25", "重点工程")]),
        ("36个计划新开工项目全部落地。", [("36", "新开工项目")]),
        ("规模工业总产值36亿元。", [("36", "规模以上工业总产值")]),
        ("全年粮食播面36万亩。", [("36", "粮食播种面积")]),
        ("民宿实现营业收入1.2亿元。", [("1.2", "民宿营业收入")]),
        ("年出栏肉牛2.1万头。", [("2.1", "出栏肉牛")]),
        ("用能结构由12:88变化为15:85。", [(n, "用能结构") for n in ("12", "88", "15", "85")]),
    ],
)
def test_a_name_is_whole_and_without_its_verbs(text: str, names: list[tuple[str, str]]) -> None:
    assert told(text) == names


@pytest.mark.parametrize("verb", ["列全市第2位", "排全市第2位", "居全市第2位", "位列全市第2位"])
def test_a_verb_of_rank_names_nothing(verb: str) -> None:
    text = f"地区生产总值增长5.8%，{verb}。"
    assert told(text) == [("5.8", "地区生产总值"), ("2", "地区生产总值")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全县稳步前行，位居全国百强县投资潜力第3。", "投资潜力"),
        ("在全省创新百强县名单中，云岭县位列第79位。", "全省创新百强县"),
        ("地区生产总值增长6%，分居全市第4、第3位。", "地区生产总值"),
        ("矿山投资稳中有升，全年完成投资2.6亿元。", "矿山投资"),
        ("露地蔬菜种植面积8万亩，年产量20万吨。", "露地蔬菜产量"),
        ("城乡收入比持续缩小，由上年同期的2.05:1下降为2.02:1。", "城乡收入比"),
    ],
)
def test_a_value_belongs_to_what_the_words_before_it_name(text: str, name: str) -> None:
    assert told(text)[-1][1] == name


@pytest.mark.parametrize(
    "pair", ["城镇和农村居民", "城镇、农村常住居民", "城镇居民和农村居民", "城乡居民"]
)
def test_a_pair_is_two_however_it_is_written(pair: str) -> None:
    names = [name for _, name in told(f"{pair}人均可支配收入分别增长5%、6%。")]
    assert names == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "粮油和副食品类、日用品类、服装类分别增长6%、3%和9%。",
            ["粮油和副食品类", "日用品类", "服装类"],
        ),
        (
            (
                "全县地区生产总值、规上工业用电量、固定资产投资、社会消费品网上零售额、高新技术产业增加值、"
                "城镇新增就业人数、规模以上服务业营业收入和城镇登记失业率，预计分别增长6%、5%、4%、3%、2%、1%、7%和8%。"
            ),
            [
                "地区生产总值",
                "规上工业用电量",
                "固定资产投资",
                "社会消费品网上零售额",
                "高新技术产业增加值",
                "城镇新增就业人数",
                "规模以上服务业营业收入",
                "城镇登记失业率",
            ],
        ),
        ("稻谷、小麦和玉米产量分别增长6%、3%和9%。", ["稻谷产量", "小麦产量", "玉米产量"]),
    ],
)
def test_a_listed_name_may_hold_an_and(text: str, names: list[str]) -> None:
    assert [name for _, name in told(text)] == names


def test_a_clause_that_tells_something_else_names_nothing() -> None:
    assert told("群众满意，达到96.4%。") == [("96.4", "")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("营收过100亿元企业达到6家。", ["6"]),
        ("投资超5亿元的项目有12个。", ["12"]),
        ("超100亿元的产业集群达到2个。", ["2"]),
        ("年产3000辆电动车项目开工。", []),
        ("出台支持30条措施。", []),
        ("对标国家106项标准。", []),
        ("营业收入超100亿元。", ["100"]),
        ("总量突破600亿元大关，达到602亿元。", ["602"]),
        ("城乡收入比为2.05：1。", ["2.05"]),
        ("完成投资超过5亿元。", ["5"]),
        ("推出便民30条措施。", ["30"]),
        ("参与制定106项国家标准。", ["106"]),
        ("年产轿车3000辆。", ["3000"]),
        ("粮食总产3～4亿斤。", ["3", "4"]),
        ("平均气温10至12摄氏度。", ["10", "12"]),
        ("志愿服务30万小时。", ["30"]),
        ("营业时间延长2小时服务。", []),
    ],
)
def test_what_defines_a_thing_is_no_figure(text: str, values: list[str]) -> None:
    assert [value for value, _ in told(text)] == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("城镇登记失业率下降0.4个千分点。", "个千分点"),
        ("地区生产总值提高0.4个百分点。", "个百分点"),
        ("客运量320万次/车。", "万次/车"),
    ],
)
def test_a_composite_unit_is_whole(text: str, unit: str) -> None:
    assert [one.figure.unit for one in find_mentions(text, LEXICON)] == [unit]


def test_a_change_in_thousandths_is_told_in_points() -> None:
    [mention] = find_mentions("城镇登记失业率下降0.4个千分点。", LEXICON)
    assert mention.facet == Facet.POINTS
    assert mention.figure.direction is not None and mention.figure.direction.sign < 0
