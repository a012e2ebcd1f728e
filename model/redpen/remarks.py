"""Remarks (批注) of a returned file as choices: taken, they are things to do at their places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.choices.choice import Choice, ChoiceKind, Way
from model.reading.returned import Remark as ReadRemark
from model.reading.returned import Returned, ReturnedLine
from model.redpen.change import Change
from model.report.remark import Remark
from model.report.report import Report

_LONGEST = 24


def remarks_of(report: Report, returned: Returned, source: str) -> Iterator[Change]:
    """Yield every remark at the record it stands on, with what was answered to it."""
    known = {remark.key for remark in report.remarks}
    for number, remark in enumerate(returned.remarks, 1):
        at, words = _record_of(returned, remark.block), _words(returned, remark)
        about = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        text = _said(remark)
        kept = Remark(at=at, words=words, text=text, who=remark.who, day=day_of(remark.when))
        yield Change(
            Choice(
                f"remark:{number}",
                at,
                ChoiceKind.COMMENT,
                f"批注“{about}”",
                None,
                text if kept.key in known else None,
                text,
                source,
                remark.who,
                remark.when,
                ways=() if remark.done else (Way.NOTE,),
                note="已标为解决，不列为待办"
                if remark.done
                else "不进文字；接受就列进核对，办完了勾掉。",
            ),
            remark=kept,
        )


def day_of(when: str) -> date | None:
    """The day of a time as Word writes it (2026-07-06T09:00:00Z)."""
    try:
        return date.fromisoformat(when[:10])
    except ValueError:
        return None


def _record_of(returned: Returned, number: int) -> str:
    """The record a remark stands on; on a new paragraph or a table, the next before it."""
    for block in reversed(returned.blocks[: number + 1]):
        if isinstance(block, ReturnedLine):
            if block.ids:
                return block.ids[0]
        else:
            ids = [id_ for row in block.row_ids for id_ in row]
            if ids:
                return ids[0]
    return ""


def _words(returned: Returned, remark: ReadRemark) -> str:
    """The words it stands on; of a whole paragraph its text."""
    block = returned.blocks[remark.block]
    return remark.words or (block.text if isinstance(block, ReturnedLine) else "表格")


def _said(remark: ReadRemark) -> str:
    """The words of a remark and of all answers, a line each."""
    answers = [f"{reply.who or '有人'}答：{reply.text}" for reply in remark.replies]
    return "\n".join([remark.text, *answers])
