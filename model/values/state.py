"""How far a place is filled in."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """The state of a fillable place, as its chip on the screen says it."""

    EMPTY = "empty"
    OPTIONAL = "optional"
    FILLED = "filled"
    COMPUTED = "computed"
    CARRIED = "carried"
    UPDATED = "updated"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return {
            "empty": "未填",
            "optional": "可不填",
            "filled": "已填",
            "computed": "自动算出",
            "carried": "上期内容·待核",
            "updated": "已改",
            "confirmed": "已核",
            "dropped": "本期不写",
        }[self.value]
