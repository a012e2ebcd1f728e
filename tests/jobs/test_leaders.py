"""领导名单: kept for a place, in its order, with who is in office; used by fields and 核对."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from model.check.registry import problems
from model.cli.command_line import main
from model.errors import UsageError, ValueRefused
from model.jobs.leaders import (
    cells_of,
    keep_leaders,
    leader_of,
    leaders_of,
    position,
    read_leaders,
)
from model.report.leaders import Leader, in_office, roll_of, words_for
from model.storage import paths
from tests.small_project import small

TODAY = date(2026, 7, 3)
SECRETARY = Leader(name="李卫东", post="县委书记", level="正处级")
HEAD = Leader(name="王建国", post="县长", since=date(2025, 3, 1))
DEPUTY = Leader(name="欧阳敏", post="副县长")
GONE = Leader(name="赵志强", post="县长", until=date(2025, 2, 28))
ALL = (SECRETARY, HEAD, DEPUTY, GONE)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))


def test_a_list_is_kept_for_its_place_in_its_order() -> None:
    keep_leaders("云岭县", ALL)
    keep_leaders("江州市", (HEAD,))
    assert leaders_of("云岭县") == ALL
    assert leaders_of("江州市") == (HEAD,)
    keep_leaders("云岭县", ())
    assert leaders_of("云岭县") == ()
    assert leaders_of("江州市") == (HEAD,)


def test_a_damaged_list_is_set_aside_and_told() -> None:
    keep_leaders("云岭县", ALL)
    paths.leaders_file().write_text("{", encoding="utf-8")
    leaders, note = read_leaders("云岭县")
    assert leaders == ()
    assert note is not None
    assert "已改名" in note


@pytest.mark.parametrize(
    ("leader", "address"),
    [
        (SECRETARY, "李书记"),
        (HEAD, "王县长"),
        (DEPUTY, "欧阳副县长"),
        (Leader(name="周宁", post="县政协主席"), "周主席"),
        (Leader(name="吴桐", post="总工程师"), "吴桐总工程师"),
    ],
)
def test_a_leader_is_addressed_by_surname_and_post(leader: Leader, address: str) -> None:
    assert leader.address == address


def test_who_left_is_not_in_office_and_who_came_back_did_not_leave() -> None:
    assert in_office(ALL, TODAY) == (SECRETARY, HEAD, DEPUTY)
    back = Leader(name="赵志强", post="县委书记", since=date(2026, 1, 1))
    assert roll_of((*ALL, back), TODAY).left_office == ()
    assert roll_of(ALL, TODAY).left_office == (GONE,)


def test_a_field_is_offered_what_it_asks_for() -> None:
    now = in_office(ALL, TODAY)
    assert words_for("汇报人姓名", now) == ("李卫东", "王建国", "欧阳敏")
    assert words_for("汇报人职务", now) == ("县委书记", "县长", "副县长")
    assert words_for("听取汇报的领导", now)[:2] == ("李书记", "县委书记李卫东")


def test_what_is_typed_makes_a_leader_and_is_shown_again() -> None:
    typed = ("王 建国", "县长", "正处级", "2025年3月1日", "")
    assert cells_of(leader_of(typed)) == ("王建国", "县长", "正处级", "2025-03-01", "")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("王建国", ""), "姓名和职务"),
        (("", "县长"), "姓名和职务"),
        (("王建国", "县长", "", "去年"), "任职日期"),
        (("王建国", "县长", "", "2026-7-1", "2026-6-1"), "离任日期早于任职"),
    ],
)
def test_what_is_wrong_is_told_with_the_name(cells: tuple[str, ...], told: str) -> None:
    with pytest.raises(ValueRefused, match=told):
        leader_of(cells)


def test_one_post_is_not_held_twice_by_one_name_and_nobody_else_is_found() -> None:
    with pytest.raises(ValueRefused, match="写了两次"):
        keep_leaders("云岭县", (HEAD, HEAD))
    with pytest.raises(UsageError, match="没有“钱进”"):
        position(ALL, "钱进")


def _told(words: str) -> list[str]:
    block: dict[str, Any] = {
        "kind": "text", "id": "b1", "paragraphs": [[{"id": "i1", "text": words}]]
    }  # fmt: skip
    found = problems(small([block]), roll=roll_of(ALL, TODAY))
    return [one.message for one in found if one.check == "leaders"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("王县长到会讲话。", None),
        ("县长王建国、副县长欧阳敏参加。", None),
        ("县委书记李卫东主持。", None),
        ("张县长到会讲话。", "县长是王建国"),
        ("张副县长到会讲话。", "副县长是欧阳敏"),
        ("赵县长到会讲话。", "2025年2月不再任县长"),
        ("县长赵志强到会讲话。", "不再任县长"),
        ("原任赵志强同志。", None),
        ("县委书记王建国主持。", "王建国现任县长"),
        ("副县长王建国主持。", "王建国现任县长"),
        ("全县县长信箱办理信件。", None),
        ("江州市张市长到会讲话。", None),
    ],
)
def test_a_text_calls_leaders_as_the_list_does(words: str, told: str | None) -> None:
    found = _told(words)
    if told is None:
        assert found == []
    else:
        assert any(told in message for message in found), found


def test_without_a_list_nothing_is_said() -> None:
    block: dict[str, Any] = {
        "kind": "text", "id": "b1", "paragraphs": [[{"id": "i1", "text": "张县长讲话。"}]]
    }  # fmt: skip
    assert "leaders" not in {one.check for one in problems(small([block]))}


def test_the_command_line_keeps_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["leaders", "云岭县"]) == 0
    assert "还没有领导名单" in capsys.readouterr().out
    assert main(["leaders", "云岭县", "--add", "李卫东", "县委书记", "正处级"]) == 0
    assert main(["leaders", "云岭县", "--add", "王建国", "县长"]) == 0
    assert main(["leaders", "云岭县", "--move", "王建国"]) == 0
    assert main(["leaders", "云岭县", "--left", "李卫东", "2026-6-30"]) == 0
    capsys.readouterr()
    assert main(["leaders", "云岭县"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "王建国\t县长\t王县长",
        "李卫东\t县委书记（正处级）\t李书记，2026-06-30离任",
    ]
    assert main(["leaders", "云岭县", "--remove", "李卫东", "--json"]) == 0
    assert '"address": "王县长"' in capsys.readouterr().out
    assert main(["leaders", "云岭县", "--add", "王建国"]) == 2
    assert "姓名和职务" in capsys.readouterr().err
    assert main(["leaders", "云岭县", "--remove", "钱进"]) == 2
