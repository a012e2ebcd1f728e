"""Signs and leads: points of every style, inside a paragraph and at its start."""

import pytest

from tests.parse.shapes import shapes

DETAILS = "全县上下狠抓落实，各项任务有力有序推进。"


def body(text: str) -> str:
    """The marked form of one paragraph that stands in a report."""
    return shapes(f"报告\n一、工作情况\n{text}\n{DETAILS}")[2].removeprefix("body ")


@pytest.mark.parametrize(
    "marked",
    [
        f"⟪一是⟫⟨抓项目。⟩{DETAILS}⟪二是⟫⟨抓招商。⟩{DETAILS}",
        f"⟪一要⟫⟨抓项目。⟩{DETAILS}⟪二要⟫⟨抓招商。⟩{DETAILS}",
        f"⟪第一，⟫{DETAILS}⟪第二，⟫{DETAILS}",
        f"⟪其一，⟫{DETAILS}⟪其二，⟫{DETAILS}",
        f"⟪①⟫⟨抓项目。⟩{DETAILS}⟪②⟫⟨抓招商。⟩{DETAILS}",
        f"⟪（1）⟫⟨抓项目。⟩{DETAILS}⟪（2）⟫⟨抓招商。⟩{DETAILS}",
        f"⟪首先，⟫⟨抓项目。⟩{DETAILS}⟪其次，⟫⟨抓招商。⟩{DETAILS}⟪最后，⟫⟨抓服务。⟩{DETAILS}",
        f"⟪一方面，⟫{DETAILS}⟪另一方面，⟫{DETAILS}",
        f"⟪——⟫⟨经济稳中有进。⟩{DETAILS}",
        f"⟪（一）⟫⟨抓项目，扩投资。⟩{DETAILS}⟪一是⟫⟨快开工。⟩{DETAILS}⟪二是⟫⟨快投产。⟩{DETAILS}",
        f"主要有三点：⟪一是⟫项目偏少；⟪二是⟫财力偏紧；⟪三是⟫人才短缺。{DETAILS}",
        f"做到⟪一是⟫起步快，⟪二是⟫落地快。{DETAILS}".replace("做到⟪", "做到两点，⟪"),
        f"⟪一是⟫⟨强保障。⟩⟪①⟫⟨保用地。⟩{DETAILS}⟪②⟫⟨保资金。⟩{DETAILS}",
        f"{DETAILS}⟪六是⟫⟨抓好服务。⟩{DETAILS}",
    ],
)
def test_points_of_every_style(marked: str) -> None:
    plain = marked.translate({ord(sign): None for sign in "⟪⟫⟨⟩"})
    assert body(plain) == marked


@pytest.mark.parametrize(
    "plain",
    [
        "我县坚持一是一、二是二，实事求是报数据。",
        "一、二、三产业增加值分别增长3%、4%、5%。",
        "打通服务群众最后一公里，最后实现全覆盖。",
        "全县生产总值②达到86.4亿元，比上年增长5.1%。",
        "第一时间启动应急响应，第一书记全部到岗。",
        "1.2万亩高标准农田建成，3.5公里道路贯通。",
        "这一方面的工作要加强。",
    ],
)
def test_ordinary_words_are_no_signs(plain: str) -> None:
    assert "⟪" not in body(plain)


def test_a_row_of_spread_signs_runs_over_paragraphs() -> None:
    text = (
        f"报告\n一、工作\n首先，抓项目。{DETAILS}\n其次，抓招商。{DETAILS}\n最后，抓服务。{DETAILS}"
    )
    assert [line.split(" ")[1][:4] for line in shapes(text)[2:]] == [
        "⟪首先，",
        "⟪其次，",
        "⟪最后，",
    ]


def test_a_sign_that_lost_its_dot_is_known_by_its_neighbours() -> None:
    text = f"报告\n1抗旱保收。{DETAILS}\n2.抢种补种。{DETAILS}\n3抢修水渠。{DETAILS}"
    found = shapes(text)
    assert found[1].startswith("body ⟪1⟫⟨抗旱保收。⟩")
    assert found[3].startswith("body ⟪3⟫⟨抢修水渠。⟩")
    assert "⟪" not in shapes(f"报告\n3家企业投产。{DETAILS}")[1]


def test_half_width_signs_are_signs() -> None:
    assert body("推进三项工作:一是抓项目;二是抓招商;三是抓服务。").count("⟪") == 3


@pytest.mark.parametrize(
    "marked",
    [
        f"⟨新型工业化方面。⟩{DETAILS}⟨农业现代化方面。⟩{DETAILS}",
        f"⟨项目建设方面，⟩{DETAILS}",
        f"⟨城区层面，⟩{DETAILS}⟨乡村层面，⟩{DETAILS}",
        f"⟨排查整治上，⟩{DETAILS}⟨应急处置上，⟩{DETAILS}",
        "⟨从产业看，三次产业齐头并进：⟩第一产业增长3%，第二产业增长6%。",
        "⟨CPI：⟩全县居民消费价格上涨0.6%。",
    ],
)
def test_a_topic_is_named_by_its_form(marked: str) -> None:
    plain = marked.translate({ord(sign): None for sign in "⟨⟩"})
    assert body(plain) == marked


@pytest.mark.parametrize(
    "plain",
    [
        "在总结经验的基础上，我们继续前进。",
        "事实上，全县经济保持了稳定增长。",
        "在全县经济工作会议上，作了专题部署。",
        "主要目标是：生产总值增长6%。",
        "重点做好以下工作：加快项目建设，扩大招商。",
        "固定资产投资，1-4月份增长8%，居全市第2位。",
        "近年来，我县坚持绿色发展。" + DETAILS,
    ],
)
def test_ordinary_openings_are_no_leads(plain: str) -> None:
    assert "⟨" not in body(plain)


def test_a_point_that_is_one_sentence_has_no_lead() -> None:
    assert "⟨" not in body("一是规范管理，二是提高效率。")


def test_whoever_is_told_to_do_it_opens_no_lead() -> None:
    assert "⟨" not in body(f"一是发改部门牵头抓好项目。{DETAILS}二是住建部门要加快进度。{DETAILS}")


def test_a_point_built_like_the_others_of_its_row_has_a_lead_too() -> None:
    text = (
        f"一是抓项目。{DETAILS}二是抓招商。{DETAILS}三是强化服务保障，健全工作机制，提高办事效率。"
    )
    assert "⟪三是⟫⟨强化服务保障，⟩" in body(text)


def test_topic_sentences_inside_a_paragraph_are_parallel() -> None:
    text = f"坚持城乡统筹，{DETAILS}城市品质不断提升。{DETAILS}乡村面貌持续改善。{DETAILS}"
    assert body(text).count("⟨") == 2
    assert "⟨" not in body(f"坚持城乡统筹，{DETAILS}城市品质不断提升。{DETAILS}")


def test_leads_without_a_sign_stand_side_by_side() -> None:
    text = (
        f"报告\n一、工作\n加强规划引导。{DETAILS}\n规范集贸市场。{DETAILS}\n开拓农村市场。{DETAILS}"
    )
    assert all(line.startswith("body ⟨") for line in shapes(text)[2:])
    assert "⟨" not in shapes(f"报告\n一、工作\n加强规划引导。{DETAILS}\n{DETAILS}")[2]


def test_the_points_tell_where_they_stand() -> None:
    from model.parse.structure import structure
    from model.reading.source import Line

    text = f"工作有序推进。一是抓项目。{DETAILS}二是抓招商。{DETAILS}"
    points = structure([Line("报告"), Line(text)])[1].points
    assert [text[point.start : point.end][:3] for point in points] == ["一是抓", "二是抓"]
    assert points[-1].end == len(text)
