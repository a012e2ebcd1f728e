"""Which parts speak of what is to be done."""

from model.parse.planning import planned
from model.parse.structure import structure
from model.reading.text_file import read_pasted

BODY = "全县上下攻坚克难，完成投资20亿元，新开工项目12个，各项工作取得新的成效。"


def plans(text: str) -> list[bool]:
    return planned(structure(read_pasted(text).lines()))


def test_a_heading_says_that_plans_follow_until_another_looks_back() -> None:
    text = f"""报告
一、上半年工作情况
{BODY}
二、下半年工作安排
（一）工业
{BODY}
三、工作成效
{BODY}"""
    assert plans(text) == [False, False, False, False, False, True, False, False]


def test_a_sentence_turns_the_text_to_plans() -> None:
    text = f"讲话\n{BODY}\n下半年，各部门要把各项任务完成好。\n一、抓项目\n{BODY}"
    assert plans(text) == [False, False, True, False, True]


def test_a_paragraph_of_aims_is_a_plan_on_its_own() -> None:
    text = f"报告\n今年的主要预期目标是：生产总值增长6%。\n{BODY}"
    assert plans(text) == [False, True, False]
