"""Leads that show as a set: topic clauses, views, pledges, and frames of four characters."""

import pytest

from tests.parse.shapes import shapes

DETAILS = "全县上下狠抓落实，各项任务有力有序推进。"


def body(text: str) -> str:
    """The marked form of the paragraph that stands second in a report."""
    return shapes(f"云岭县工作报告\n一、工作情况\n{text}")[2].removeprefix("body ")


def bare(marked: str) -> str:
    return marked.translate({ord(sign): None for sign in "⟪⟫⟨⟩"})


@pytest.mark.parametrize(
    "marked",
    [
        "⟨路网建设有力有序，⟩争取资金2.4亿元。⟨政务服务持续优化，⟩新建大厅2座。⟨夜间经济加快发展，⟩办活动18场。",
        "⟨产业基础更加稳固，⟩新上生产线6条。⟨创新能力稳步提升，⟩建成平台3个。⟨绿色转型全面提速，⟩改造窑炉9座。",
        f"总体向好。⟨从投资去向看，⟩{DETAILS}⟨分规模看，⟩{DETAILS}",
        f"⟨围绕产业兴旺。⟩{DETAILS}⟨围绕生态宜居。⟩{DETAILS}",
        f"⟨改革攻坚全面深化。⟩{DETAILS}⟨对外开放全面拓展。⟩{DETAILS}",
        f"⟨突出学习提高。⟩{DETAILS}⟨突出能力提升，练就干事本领。⟩{DETAILS}⟨突出纪律约束。⟩{DETAILS}",
        "总体向好。⟨市场活力持续释放，⟩办活动9场。⟨特色产业加速成势，⟩投产项目3个。⟨重大工程大干快上，⟩开工6个。",
        f"总体向好。⟨按经营地分，⟩{DETAILS}⟨按消费类型来看，⟩{DETAILS}",
        f"总体向好。⟨坚定守住耕地红线。⟩{DETAILS}⟨有效应对旱涝风险挑战。⟩{DETAILS}⟨不断加大招商力度。⟩{DETAILS}",
        f"⟨林果产业不断壮大。⟩{DETAILS}⟨特色养殖规模稳步扩大。⟩{DETAILS}",
        f"⟨社会事业全面进步。⟩{DETAILS}⟨社会治理明显提升。⟩{DETAILS}⟨就业和社会保障不断增强。⟩{DETAILS}",
        f"⟨粮食安全生产。⟩{DETAILS}⟨“土特产”培育。⟩{DETAILS}⟨强化科技赋能。⟩{DETAILS}",
        f"⟨在助农增收上更用心。⟩{DETAILS}⟨在就医惠民上更尽力。⟩{DETAILS}",
        "⟪（一）⟫⟨以项目为抓手，产业链条加快延伸。⟩⟨农业稳产增效，⟩粮食总产12万吨。⟨工业扩容升级，⟩新上产线6条。",
        f"⟨坚持执政为民，⟩办好民生实事。⟨坚持依法行政，⟩公开权责清单。⟨坚持廉洁从政，⟩严守纪律规矩。{DETAILS}",
        f"总体向好。⟨分产业看：⟩{DETAILS}",
        "⟪（四）⟫⟨开展隐患排查⟩ 紧盯重点场所，逐项整改，做到闭环管理。对重大隐患挂牌督办。",
    ],
)
def test_sisters_of_one_paragraph_are_leads(marked: str) -> None:
    assert body(bare(marked)) == marked


@pytest.mark.parametrize(
    "plain",
    [
        "营商环境持续优化，新建大厅2座。各乡镇抓紧整改问题，年底前全部销号。",
        "经济运行稳中有进，主要指标好于预期，发展质量进一步提高。",
        "从二季度看，住餐行业回暖明显，营业额由降转升。",
        "从总体看，形势向好，但基础还不牢固，仍要加力。",
        "（四）玉 米播种面积达到12万亩，亩均产量增加30公斤。农户收入也有增加。",
        "推进水库扩建。打造精品线路。全县上下狠抓落实，各项任务有力有序推进。",
        "我县有序推进老城改造，惠及群众3000人。有关部门继续加强管理，群众满意。",
    ],
)
def test_a_clause_without_sisters_is_no_lead(plain: str) -> None:
    assert "⟨" not in body(plain)


@pytest.mark.parametrize(
    "firsts",
    [
        ("这是产业升级提速的一年。", "这是城乡面貌更新的一年。"),
        ("我们将锚定目标，下好先手棋。", "我们将守住底线，打好主动仗。"),
        (
            "一年来，我们同心协力、攻坚克难，防汛救灾取得胜利。",
            "一年来，我们开足马力、多点发力，经济发展稳中有进。",
        ),
        (
            "一年来，我们同心协力，坚决打赢防汛救灾硬仗，为经济社会稳定发展筑牢安全屏障。",
            "一年来，我们开足马力、多点发力，推动特色产业提质升级，经济发展稳中有进。",
        ),
        ("要厉行法治、依法行政。", "要勤勉尽责、真抓实干。", "要清正廉洁、永葆本色。"),
    ],
)
def test_paragraphs_that_open_alike_have_leads(firsts: tuple[str, ...]) -> None:
    text = "\n".join(first + DETAILS for first in firsts)
    found = shapes(f"云岭县工作报告\n一、工作情况\n{text}")[2:]
    assert found == [f"body ⟨{first}⟩{DETAILS}" for first in firsts]


def test_a_clause_opens_a_paragraph_only_beside_sentences_that_do() -> None:
    clause, values = "夏粮生产再获丰收，", "总产12.6万吨。"
    sentences = ("工业运行稳中向好。", "消费市场持续回暖。")
    lines = [clause + values, *(one + DETAILS for one in sentences)]
    head = "云岭县工作报告\n一、工作情况\n"
    found = shapes(head + "\n".join(lines))[2:]
    assert found == [f"body ⟨{clause}⟩{values}", *(f"body ⟨{one}⟩{DETAILS}" for one in sentences)]
    alone = shapes(head + "\n".join([lines[0], "全县粮食播种面积35万亩。", "油料总产1.2万吨。"]))
    assert not any("⟨" in line for line in alone)


def test_paragraphs_side_by_side_need_not_open_equally_long() -> None:
    built = ("外贸出口恢复性增长。", "利用外资再创佳绩。", "外派劳务规模稳步扩大。")
    lines = [
        "今年上半年，各项工作取得新的进展，主要指标好于预期。",
        *(one + DETAILS for one in built),
        DETAILS,
    ]
    found = shapes(
        "云岭县工作报告\n一、工作情况\n" + "\n".join([*lines, DETAILS, DETAILS, DETAILS])
    )
    assert found[3:6] == [f"body ⟨{one}⟩{DETAILS}" for one in built]
    assert sum("⟨" in line for line in found) == len(built)


def test_one_pledge_alone_is_no_lead() -> None:
    text = f"我们将锚定目标，下好先手棋。{DETAILS}\n{DETAILS}"
    assert not any("⟨" in line for line in shapes(f"云岭县工作报告\n一、工作情况\n{text}"))


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("（一）工业投资突破36亿。", "h2 "),
        ("（二）粮食产量超过9万吨", "h2 "),
        ("站在新起点：2025年工作回顾", "h1 "),
        ("乘势再出发：2026年工作安排", "h1 "),
        ("（一）新建学校3所，改造校舍9处，新增学位1200个。", "body "),
        ("责任单位：教育局", "body "),
    ],
)
def test_a_heading_may_hold_a_value_or_a_motto(line: str, role: str) -> None:
    text = f"云岭县工作报告\n{DETAILS}\n{line}\n{DETAILS * 2}\n{DETAILS}"
    assert shapes(text)[2].startswith(role)
