"""Remarks (批注) as choices that are read and never taken: a list of what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from model.choices.choice import Choice, ChoiceKind
from model.reading.returned import Remark, Returned, ReturnedLine
from model.redpen.change import Change

_LONGEST = 24


def remarks_of(returned: Returned, source: str) -> Iterator[Change]:
    """Yield every remark at the record it stands on, with what was answered to it."""
    for number, remark in enumerate(returned.remarks, 1):
        block = returned.blocks[remark.block]
        ids = block.ids if isinstance(block, ReturnedLine) else ()
        words = remark.words or (block.text if isinstance(block, ReturnedLine) else "表格")
        about = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        yield Change(
            Choice(
                f"remark:{number}",
                ids[0] if ids else "",
                ChoiceKind.COMMENT,
                f"批注“{about}”",
                None,
                None,
                _said(remark),
                source,
                remark.who,
                remark.when,
                ways=(),
                note="已标为解决" if remark.done else "",
            )
        )


def _said(remark: Remark) -> str:
    """The words of a remark and of all answers, a line each."""
    answers = [f"{reply.who or '有人'}答：{reply.text}" for reply in remark.replies]
    return "\n".join([remark.text, *answers])
