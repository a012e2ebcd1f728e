"""Who is told to do what, with whom, and by when."""

import pytest

from model.parse.structure import structure
from model.parse.tasks import Task, find_tasks, organs
from model.reading.source import Line


def tasks(*paragraphs: str) -> list[Task]:
    return list(find_tasks(structure([Line("在全会上的讲话"), *map(Line, paragraphs)])))


def told(*paragraphs: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str | None]]:
    return [(task.lead, task.support, task.deadline) for task in tasks(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "lead", "support", "deadline"),
    [
        ("发改局牵头，抓好重点项目建设。", ("发改局",), (), None),
        (
            "住建、交通等部门要加快路网建设，年底前全部完工。",
            ("住建部门", "交通部门"),
            (),
            "年底前",
        ),
        (
            "农科部门牵头，各乡镇、各部门配合，抓好春耕备耕。",
            ("农科部门",),
            ("各乡镇", "各部门"),
            None,
        ),
        ("教育部门会同职教中心做好人才培养。", ("教育部门",), ("职教中心",), None),
        ("水利、民委等部门及各乡镇要加快资金拨付。", ("水利部门", "民委", "各乡镇"), (), None),
        ("人社、就业部门要力争9月完成培训任务。", ("人社部门", "就业部门"), (), "9月"),
        ("待方案下发后，工信、财政等责任部门要严格执行。", ("工信部门", "财政部门"), (), None),
        ("县防控指挥部要在10月底前完成演练。", ("县防控指挥部",), (), "10月底前"),
    ],
)
def test_one_sentence_tells_lead_support_and_deadline(
    text: str, lead: tuple[str, ...], support: tuple[str, ...], deadline: str | None
) -> None:
    assert told(text) == [(lead, support, deadline)]


def test_a_list_inherits_who_leads_it() -> None:
    text = (
        "生态保护方面，林草部门牵头抓好以下工作：一是加快造林，优化树种结构，提高成活率。"
        "二是加强森林防火。健全制度。年内建成专业队伍。"
    )
    assert told(text) == [
        (("林草部门",), (), None),
        (("林草部门",), (), None),
        (("林草部门",), (), "年内"),
    ]


def test_who_is_told_holds_within_the_point_only() -> None:
    text = "一是财政部门要盘活资金。压减一般性支出。二是大力压缩行政成本。"
    assert [task.lead for task in tasks(text)] == [("财政部门",), ("财政部门",)]


def test_what_everybody_is_told_is_no_task_and_ends_what_was_told_before() -> None:
    text = "农科部门牵头，抓好改厕。各乡镇、各部门要再开展一次整治。建立长效机制。"
    assert told(text) == [(("农科部门",), (), None)]


def test_parts_with_times_of_their_own_are_tasks_of_their_own() -> None:
    text = "教育部门要抓好建设，力争今年投用；9月底完成校舍改造；10月底完成食堂改造。"
    assert [task.deadline for task in tasks(text)] == ["今年", "9月底", "10月底"]


def test_parts_that_tell_somebody_else_are_tasks_of_their_own() -> None:
    text = "教育局、卫健局要加快进度；人社局要在年底前新增就业2000人。"
    assert told(text) == [(("教育局", "卫健局"), (), None), (("人社局",), (), "年底前")]


def test_a_task_tells_where_it_stands() -> None:
    text = "一要加强监管。市场监管部门要加大检查力度。"
    found = tasks(text)[0]
    assert found.paragraph == 1
    assert text[found.start : found.end] == "市场监管部门要加大检查力度。"


@pytest.mark.parametrize(
    "text",
    [
        "上半年，全县各部门攻坚克难，成效明显。",
        "领导干部要带头落实。",
        "全部要按时完成。",
        "我们要增强信心，真抓实干。",
        "重点任务要抓实，主要问题要抓准。",
    ],
)
def test_nobody_in_particular_is_no_task(text: str) -> None:
    assert tasks(text) == []


def test_a_list_of_departments_gives_each_its_full_name() -> None:
    assert organs("应急管理、公安等部门") == ("应急管理部门", "公安部门")
    assert organs("工业园区、工信等部门") == ("工业园区", "工信部门")
    assert organs("财政局和发改局") == ("财政局", "发改局")
    assert organs("重点工作") == ()


def test_who_is_told_is_named_without_the_word_before_it() -> None:
    text = "由发改局牵头，财政局、自然资源局配合，9月底前新开工项目10个。"
    assert told(text) == [(("发改局",), ("财政局", "自然资源局"), "9月底前")]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("县医院要加快二期建设。推进设备采购。", []),
        ("县大剧院要办好演出。", []),
        ("县图书馆要延长开放时间。", []),
        ("县医院负责改造门诊楼。", [("县医院",)]),
        ("县大剧院牵头办好演出季。", [("县大剧院",)]),
        ("县法院要加快案件执行。", [("县法院",)]),
        ("年内县住建局要完成管网改造。", [("县住建局",)]),
        ("县教育局要改造校舍。全县群众普遍满意。", [("县教育局",)]),
        ("一是县教育局要改造校舍。更新设备。", [("县教育局",), ("县教育局",)]),
    ],
)
def test_departments_are_told_and_only_a_signed_point_hands_on(
    text: str, leads: list[tuple[str, ...]]
) -> None:
    assert [task.lead for task in tasks(text)] == leads
