"""`leaders`: the leaders of a place, as the clerk keeps them on this PC."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any, Protocol

from model.arrange.order import shifted
from model.cli.arguments import add_json, whole_number
from model.cli.output import print_json, print_lines
from model.errors import UsageError
from model.jobs.leaders import HEADS, keep_leaders, leader_of, position, read_leaders
from model.report.leaders import Leader, Leaders


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    place: str
    add: list[str] | None
    left: list[str] | None
    remove: str | None
    move: str | None
    by: int


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument("place", metavar="地方", help="哪个地方的名单，如 云岭县")
    parser.add_argument(
        "--add", nargs="+", metavar="项", help=f"加一个人：{' '.join(HEADS)}（后三项可不写）"
    )
    parser.add_argument("--left", nargs=2, metavar=("姓名", "日期"), help="写明离任日期")
    parser.add_argument("--remove", metavar="姓名", help="从名单里删去")
    parser.add_argument("--move", metavar="姓名", help="在名单里移动，与 --by 连用")
    parser.add_argument("--by", type=whole_number, default=-1, metavar="个", help="-1 上移，1 下移")


def run(options: Options) -> int:
    former, note = read_leaders(options.place)
    leaders = _changed(former, options)
    if leaders != former:
        keep_leaders(options.place, leaders)
    if options.json:
        print_json([_as_json(one) for one in leaders])
        return 0
    print_lines([*([note] if note else []), *_lines(options.place, leaders)])
    return 0


def _changed(leaders: Leaders, options: Options) -> Leaders:
    if options.add:
        if len(options.add) > len(HEADS):
            raise UsageError(f"--add 最多写{len(HEADS)}项：{'、'.join(HEADS)}。")
        leaders = (*leaders, leader_of(options.add))
    if options.left:
        name, day = options.left
        at = position(leaders, name)
        was = leaders[at]
        since = was.since.isoformat() if was.since else ""
        left = leader_of((was.name, was.post, was.level, since, day))
        leaders = (*leaders[:at], left, *leaders[at + 1 :])
    if options.remove:
        at = position(leaders, options.remove)
        leaders = (*leaders[:at], *leaders[at + 1 :])
    if options.move:
        leaders = tuple(shifted(list(leaders), position(leaders, options.move), options.by))
    return leaders


def _lines(place: str, leaders: Leaders) -> Iterator[str]:
    if not leaders:
        yield f"{place}还没有领导名单。加一个人：leaders {place} --add 姓名 职务"
    for one in leaders:
        days = "".join(
            f"，{day.isoformat()}{word}"
            for day, word in ((one.since, "任职"), (one.until, "离任"))
            if day
        )
        level = f"（{one.level}）" if one.level else ""
        yield f"{one.name}\t{one.post}{level}\t{one.address}{days}"


def _as_json(one: Leader) -> dict[str, Any]:
    return one.model_dump(mode="json") | {"address": one.address}
