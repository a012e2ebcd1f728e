"""The leaders of a place (领导名单): who holds which post, in their customary order, since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pydantic import Field as Constraint

from model.report.record import Record

_TWO_SIGNS = ("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯")
_CALLED = (
    *("副秘书长", "秘书长", "副书记", "书记", "副县长", "县长", "副市长", "市长", "副区长", "区长"),
    *("副旗长", "旗长", "副州长", "州长", "副省长", "省长", "副主任", "主任", "副主席", "主席"),
    *("副部长", "部长", "副局长", "局长", "检察长", "副院长", "院长", "政委"),
)
"""What a leader is called by behind the surname, the longer word first."""


class Leader(Record):
    """One leader. The order of leaders is that of their list; `until` is the last day in office."""

    name: str = Constraint(min_length=1)
    post: str = Constraint(min_length=1)
    level: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def surname(self) -> str:
        return self.name[:2] if self.name[:2] in _TWO_SIGNS else self.name[:1]

    @property
    def called(self) -> str:
        """The word of the post that stands behind a surname: 县委书记 is 书记."""
        return next((word for word in _CALLED if self.post.endswith(word)), "")

    @property
    def address(self) -> str:
        """How the leader is addressed: 王县长; a post without a short word has the whole name."""
        return self.surname + self.called if self.called else self.name + self.post

    def is_in_office(self, day: date) -> bool:
        """Whether the leader holds the post on a day."""
        since, until = self.since or date.min, self.until or date.max
        return since <= day <= until


Leaders = tuple[Leader, ...]


def in_office(leaders: Iterable[Leader], day: date) -> Leaders:
    """Those who hold their posts on a day, in their order."""
    return tuple(one for one in leaders if one.is_in_office(day))


class Roll(NamedTuple):
    """Who leads a place, and who did."""

    in_office: Leaders = ()
    left_office: Leaders = ()


NO_ROLL = Roll()


def roll_of(leaders: Leaders, day: date) -> Roll:
    """The list of a place on a day; who came back is in office."""
    now = in_office(leaders, day)
    names = {one.name for one in now}
    left = (one for one in leaders if one.until is not None and one.until < day)
    return Roll(now, tuple(one for one in left if one.name not in names))


def words_for(label: str, leaders: Iterable[Leader]) -> tuple[str, ...]:
    """What of the leaders fits a field of this label, in their order: names, posts, or both."""
    if "姓名" in label:
        return tuple(one.name for one in leaders)
    if "职务" in label and "姓" not in label:
        return tuple(one.post for one in leaders)
    return tuple(word for one in leaders for word in (one.address, one.post + one.name))
