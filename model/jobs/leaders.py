"""领导名单: the leaders of a place, kept on this PC for fields, forms of address and checks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.clock import Clock, local_date, utc_now
from model.entry.cleaning import one_line
from model.entry.dates import day as day_of
from model.errors import UsageError, ValueRefused
from model.report.leaders import Leader, Leaders, Roll, in_office, roll_of
from model.storage import leaders as kept

HEADS = ("姓名", "职务", "级别", "任职", "离任")
"""The columns of a list, as the clerk sees them."""


def read_leaders(place: str) -> tuple[Leaders, str | None]:
    """Return all leaders of a place in their order, and a note where their file was damaged."""
    lists, note = kept.load()
    return lists.places.get(place, ()), note


def leaders_of(place: str) -> Leaders:
    """Return all leaders of a place in their order, those who left too."""
    return read_leaders(place)[0]


def leaders_today(place: str, *, clock: Clock = utc_now) -> Leaders:
    """Return the leaders who hold their posts today."""
    return in_office(leaders_of(place), local_date(clock))


def roll_today(place: str, *, clock: Clock = utc_now) -> Roll:
    """Return who leads a place today, and who did."""
    return roll_of(leaders_of(place), local_date(clock))


def keep_leaders(place: str, leaders: Leaders) -> None:
    """Keep the list of a place; raises `ValueRefused` for a name twice in one post, `SaveError`."""
    seen: set[tuple[str, str]] = set()
    for one in leaders:
        if (one.name, one.post) in seen:
            raise ValueRefused(f"“{one.name}”（{one.post}）写了两次，请删去一行。")
        seen.add((one.name, one.post))
    lists = kept.load()[0]
    others = {name: list_ for name, list_ in lists.places.items() if name != place}
    kept.save(lists.changed(places=others | ({place: leaders} if leaders else {})))


def leader_of(cells: Sequence[str]) -> Leader:
    """Return a leader from what was typed under `HEADS`; raises `ValueRefused` naming the cell."""
    name, post, level, since, until = (one_line(cell) for cell in (*cells, *[""] * 5)[:5])
    name = name.replace(" ", "").replace("　", "")
    if not name or not post:
        raise ValueRefused(f"“{name or post}”这一行要写明姓名和职务。")
    first, last = _day(name, "任职", since), _day(name, "离任", until)
    if first and last and last < first:
        raise ValueRefused(f"“{name}”的离任日期早于任职日期，请改正。")
    return Leader(name=name, post=post, level=level, since=first, until=last)


def cells_of(leader: Leader) -> tuple[str, ...]:
    """Return what stands under `HEADS` for a leader."""
    days = (day.isoformat() if day else "" for day in (leader.since, leader.until))
    return (leader.name, leader.post, leader.level, *days)


def position(leaders: Leaders, name: str) -> int:
    """Return where a leader stands in a list; raises `UsageError` for one who is not in it."""
    for at, one in enumerate(leaders):
        if one.name == name:
            return at
    raise UsageError(f"名单里没有“{name}”。")


def _day(name: str, head: str, typed: str) -> date | None:
    if not typed:
        return None
    try:
        return day_of(typed)
    except ValueRefused as error:
        raise ValueRefused(f"“{name}”的{head}日期：{error}") from error
