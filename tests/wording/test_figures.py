"""What is a figure and what only looks like one, in sentences of our own.

In the tables the figures of a sentence stand in ⟦ ⟧; everything else in it must not be found.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.wording.finding.figures import find_figures, value_of

MARK = re.compile(r"⟦([^⟧]*)⟧")

FIGURES = """
地区生产总值完成⟦86.4⟧亿元，同比增长⟦5.1⟧%。
一般公共预算收入⟦6.82⟧亿元，占年初预算的⟦50.5⟧％，居全市第⟦3⟧位。
城镇登记失业率控制在⟦3.5⟧%以内。
优良天数⟦168⟧天，PM2.5平均浓度为⟦31⟧微克/立方米，同比下降⟦8.2⟧%。
PM10浓度⟦52⟧μg/m3，优于考核目标。
三次产业结构由⟦18.2⟧：⟦36.5⟧：⟦45.3⟧调整为⟦17.6⟧：⟦36.9⟧：⟦45.5⟧。
一三产业比重分别提高⟦0.4⟧、⟦1.2⟧个百分点。
城乡居民人均可支配收入分别达到⟦18460⟧元和⟦9127⟧元，增长⟦6.3⟧%和⟦7.8⟧%。
增速高于全市平均水平⟦1.3⟧个百分点，排位前移⟦2⟧位。
降幅比一季度收窄⟦3.1⟧个百分点。
居民消费价格指数为⟦101.2⟧，与上年基本持平。
群众满意度得分达到⟦96.4⟧，全市排名第⟦2⟧；
投诉量全市第⟦5⟧，比上月减少⟦12⟧件。
城乡居民收入比缩小到⟦2.02⟧：1。
城乡居民收入比由去年同期的⟦1.88⟧缩小到⟦1.85⟧。
城乡居民收入比⟦1.85⟧，比上年缩小⟦0.03⟧，低于全市平均⟦0.2⟧。
恩格尔系数⟦0.31⟧，空气质量综合指数⟦3.12⟧，同比下降⟦0.05⟧。
自然增长率为⟦-0.31⟧‰。
发放创业担保贷款⟦1,260⟧万元，带动就业⟦300⟧余人。
接待游客⟦42.7⟧万人次，旅游综合收入⟦3.1⟧亿元。
改造老旧小区⟦12⟧个⟦1863⟧户，惠及⟦5000⟧多名群众。
确保⟦6⟧个停工项目年内复工，力争⟦4⟧家企业入规。
建成⟦120⟧个以上充电桩，新增绿地⟦2⟧万余平方米。
债务率从⟦212⟧%下降到⟦186⟧%。
行政村由⟦118⟧个调整为⟦96⟧个。
项目储备规模保持在⟦200⟧亿元以上。
化解政府债务⟦1.2⟧亿元以上的目标已经实现。
水质达标率⟦100⟧%，出栏生猪⟦9.6⟧万头。
每公斤收购价⟦20⟧元左右，仔猪价格⟦480⟧元/头。
开展活动⟦32⟧批（次），举办培训⟦27⟧场（次）。
全年用水⟦3⟧亿立方米，用电⟦4.3⟧亿千瓦时。
审批时限由⟦15⟧个工作日压缩到⟦5⟧个工作日。
蔬菜产量增长⟦1.2⟧倍，平均亩产⟦380⟧公斤。
完成⟦54⟧栋住宅楼、⟦14⟧万平方米外墙改造。
培养实用人才⟦1⟧—⟦2⟧名。
增长⟦6⟧%-⟦8⟧%。
财政总收入⟦４.２⟧亿元，增长⟦５⟧％。
實現銷售收入⟦3.4⟧億元，種植⟦2⟧萬畝。
进入全国百强县第⟦86⟧位，比上年提升⟦3⟧位。
全县辖⟦9⟧镇⟦6⟧乡⟦3⟧街道，总人口⟦31⟧万。
合格率达百分之⟦98⟧。
""".strip().splitlines()

BLANKS = """
地区生产总值完成⟦X⟧亿元，增长⟦X.X⟧%。
实现增加值⟦xx.xx⟧亿元，分别增长⟦x.x⟧%、⟦x.x⟧%;
招商到位资金⟦*⟧亿元，完成半年任务的⟦**⟧％，居全市第⟦*⟧位。
总面积⟦*⟧平方公里，辖⟦*⟧镇⟦*⟧乡⟦*⟧街道，总人口⟦*⟧万。
新增就业⟦□⟧人，其中高校毕业生⟦□□⟧人。
大气综合指数为⟦ ⟧，全省排名第⟦  ⟧；优良天数达到⟦  ⟧天。
民生支出达⟦  ⟧亿元，查处超载车辆⟦   ⟧余辆。
全区实现GDP⟦XX⟧ 亿元，比增⟦XX⟧ %，增幅全市第⟦XX⟧；
排查隐患⟦XX⟧余处，覆盖⟦X⟧个村、⟦XX⟧个社区。
转化率提高⟦X⟧、⟦X⟧个百分点。
实现产值⟦〔填数〕⟧万元，居全市第⟦（ ）⟧位。
""".strip().splitlines()

NO_FIGURES = """
2026年6月14日，县政府召开第12次常务会议。
1—5月份各项工作平稳推进，6月底前完成整改。
截至2026年6月，“十四五”规划任务全面收官。
认真落实中央1号文件和江政发〔2026〕3号通知要求。
G580云岭段、S232线和107国道改建提速。
第四小学、县5G基站和4A级景区建设有序推进。
紧盯PM2.5、PM10、O3三项指标。
深入实施“1+3”工作体系和1+N方案。
打造“15分钟便民生活圈”，完善24小时值班制度。
500万元以上固定资产投资稳步回升。
2000万元及以上工业企业全部复工。
亿元以上项目和5000万元以上技改项目加快推进。
60岁以上老年人免费乘车。
落实《促进消费12条》和《稳增长30条措施》。
健全“双控”机制[4]，深化“531”行动[12]。
昨天下午5点，会议在县政府召开。
2026-2030年国土规划、2025/2026学年工作同步谋划。
近3年来，未来5年，12个月滚动安排。
①全面排查；②分类处置；（1）明确责任；（2）压实任务。
畅通12345热线，办好110和12345联动。
年产30万吨的饲料加工项目、52万吨尿素项目进展顺利。
日处理500吨污水处理厂项目开工，110千伏变电站建成。
350兆瓦光伏发电项目并网。
企业用地1000米范围内禁止新建。
引进世界500强企业，专精特新工作走在全市前列。
近万名群众参与，三家企业落户，两批项目开工。
升级系统2.0版，信用指数2.0上线，见附表2.1。
2.1加强管理，《中国发展指数2025》发布，城乡居民收入比2024年有所缩小。
城乡居民收入比持续缩小，2.3作了说明。
8、9号宿舍楼主体完工，2期工程启动。
坚持7×24小时服务，企业办事“零”跑腿。
XX县委、XX书记和XX市长现场调研。
X月底前完成，力争X年X月投产，x–x月运行平稳。
与*集团、*公司签约，*年以来*项目推进顺利。
20XX年，X等项目全部开工。
XX人民政府、XX位于中部，XX人大审议。
X亿元以上项目全部开工。
市场  开放有序，张 明主持会议。
""".strip().splitlines()


def plain_and_spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    plain, spans, at = "", [], 0
    for found in MARK.finditer(marked):
        plain += marked[at : found.start()]
        spans.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        at = found.end()
    return plain + marked[at:], spans


@pytest.mark.parametrize("marked", [*FIGURES, *BLANKS, *NO_FIGURES])
def test_finds_what_the_next_report_states_anew(marked: str) -> None:
    plain, spans = plain_and_spans(marked)
    figures = find_figures(plain)
    assert [(f.start, f.end) for f in figures] == spans
    assert [f.text for f in figures] == [plain[start:end] for start, end in spans]


@pytest.mark.parametrize("marked", BLANKS)
def test_a_blank_is_told_from_a_number(marked: str) -> None:
    plain, _ = plain_and_spans(marked)
    assert all(f.blank and value_of(f) is None for f in find_figures(plain))


@pytest.mark.parametrize("marked", BLANKS)
def test_a_blank_stays_the_same_figure_when_its_number_comes(marked: str) -> None:
    filled, spans = plain_and_spans(MARK.sub("⟦7⟧", marked))
    assert [(f.start, f.end) for f in find_figures(filled)] == spans


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("完成6.8亿元，增长5%，提高2个百分点", ["亿元", "%", "个百分点"]),
        ("浓度31微克/立方米，占比40％", ["微克/立方米", "％"]),
        ("接待42万人次，第3位，300余家", ["万人次", "位", "家"]),
        ("新增绿地2万余平方米、道路7 公里", ["万余平方米", "公里"]),
        ("提高0.4、1.2个百分点", ["个百分点", "个百分点"]),
        ("比例为3：7", ["", ""]),
        ("用电4.3亿千瓦时，仔猪480元/头", ["亿千瓦时", "元/头"]),
        ("開工5個項目，投資3億元", ["個", "億元"]),
    ],
)
def test_the_unit_is_the_one_written(text: str, units: list[str]) -> None:
    assert [f.unit for f in find_figures(text)] == units


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("增长5.1%", ["5.1"]),
        ("下降5.1%", ["-5.1"]),
        ("增长7.3%和9.1%", ["7.3", "9.1"]),
        ("分别下降4%、6%", ["-4", "-6"]),
        ("由12%提高到15%，下降至9%", ["12", "15", "9"]),
        ("自然增长率为-0.3‰，增长-2%", ["-0.3", "-2"]),
        ("收入1,260万元，增长4.0%", ["1260", "4.0"]),
        ("低于全市平均水平1.3个百分点", ["-1.3"]),
        ("实现2%的负增长", ["-2"]),
        ("后退2位，减少5起", ["-2", "-5"]),
        ("降幅3%，降幅扩大1个百分点", ["-3", "-1"]),
    ],
)
def test_the_value_has_the_sign_of_its_word(text: str, values: list[str]) -> None:
    found = [value_of(f) for f in find_figures(text)]
    assert [str(value) for value in found] == [str(Decimal(value)) for value in values]


def test_text_without_digits_or_blanks_has_no_figures() -> None:
    assert find_figures("") == ()
    assert find_figures("全县上下团结一心，各项工作稳步推进。") == ()


WORDS = st.sampled_from(
    [*"XxＸ*□0123456789.,．％%：:、，。；（）()〔〕[]“”《》-—",
     *"第年月日个位家人亩元亿万增长下降为达到占 　由", "个百分点",
     "亿元", "同比", "辖", "以上", "项目", "年产", "万吨", "指数为", "三次产业结构为"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map("".join))
def test_figures_never_overlap_and_are_the_source_s_own_characters(text: str) -> None:
    figures = find_figures(text)
    for figure in figures:
        assert figure.start < figure.end
        assert figure.text == text[figure.start : figure.end]
        assert figure.unit in text[figure.end :]
        if figure.direction is not None:
            word = figure.direction
            assert text[word.start : word.end] == word.text
            assert word.end <= figure.start or word.start >= figure.end
    for before, after in pairwise(figures):
        assert before.end <= after.start


def test_a_long_text_has_the_figures_of_its_sentences_where_they_stand() -> None:
    sentences = [
        "新开工项目12个，完成投资3.5亿元，同比增长5.1%、6%。",
        "《关于2026年的意见。第3号》印发后，下降至4.2%；",
        "收入比为〔缩小。〕，由1.88缩小到1.85。\n",
        "完成XX万元，占计划的__%。",
    ]
    long = "".join(sentences) * 12
    found = []
    at = 0
    for sentence in sentences * 12:
        found += [
            (figure.start + at, figure.text, figure.unit) for figure in find_figures(sentence)
        ]
        at += len(sentence)
    assert len(long) > 400
    assert [(figure.start, figure.text, figure.unit) for figure in find_figures(long)] == found
    for figure in find_figures(long):
        word = figure.direction
        assert long[figure.start : figure.end] == figure.text
        assert word is None or long[word.start : word.end] == word.text
