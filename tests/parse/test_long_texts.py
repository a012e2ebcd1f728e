"""A manuscript longer than any report is refused; what is taken costs no more than its length."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cleaning.registry import propose
from model.compose.rows import marker_text, numbers_of
from model.errors import ReadRefused
from model.library import shipped
from model.parse import content
from model.parse.content import fitting
from model.parse.understand import lexicon_of, understand
from model.reading import limits
from model.reading.source import Source
from model.reading.text_file import read_pasted
from model.report.item import Marker
from tests import manuscripts

LEXICON = lexicon_of(shipped.bank())


def lines(count: int) -> Source:
    return read_pasted("字\n\n" * count)


def test_more_paragraphs_than_any_report_has_are_refused() -> None:
    most = limits.UNDERSTOOD_PARAGRAPHS
    with pytest.raises(ReadRefused, match=f"{most + 1}段，超过{most}段的上限.*再来读"):
        understand(lines(most + 1), LEXICON)
    assert len(understand(lines(most), LEXICON).shapes) == most


def test_more_characters_than_any_report_has_are_refused() -> None:
    most = limits.UNDERSTOOD_CHARACTERS
    with pytest.raises(ReadRefused, match=f"{most + 1}字，超过{most}字的上限"):
        understand(read_pasted("字" * (most + 1)), LEXICON)


def test_the_window_is_told_in_the_same_words() -> None:
    with pytest.raises(ReadRefused, match="不像一份报告"):
        manuscripts.pasted("字\n" * (limits.UNDERSTOOD_PARAGRAPHS + 1))


SIGNS = st.sampled_from(
    ["一是", "二是", "三是", "四是", "（一）", "（二）", "1.", "2.", "3.", "※", None]
)
BLOCKS = st.lists(st.lists(SIGNS, max_size=4), max_size=8)


@given(BLOCKS)
def test_the_first_sign_that_does_not_fit_is_literal_and_then_the_next(
    signs: list[list[str | None]],
) -> None:
    rows = [[Marker(literal=sign) if sign else None for sign in row] for row in signs]
    assert fitting(rows) == _tried_one_after_the_other(rows)


def _tried_one_after_the_other(rows: list[list[Marker | None]]) -> list[list[Marker | None]]:
    """What is meant, told plainly: begin anew after every sign that does not fit."""
    tried = [
        [content._styled(marker.literal if marker else None) for marker in row] for row in rows
    ]
    while True:
        places = numbers_of(tried)
        wrong = [
            (nth, at)
            for nth, row in enumerate(tried)
            for at, marker in enumerate(row)
            if marker and marker.style
            and marker_text(marker, places[nth][at]) != (rows[nth][at] or Marker()).literal
        ]  # fmt: skip
        if not wrong:
            return tried
        nth, at = wrong[0]
        tried[nth][at] = rows[nth][at]


@given(st.lists(st.sampled_from(["首先，", "其次，", "再次，", "最后，", "一是"]), max_size=8))
def test_signs_that_hang_on_the_length_of_their_row_come_out_as_written(signs: list[str]) -> None:
    (fitted,) = fitting([[Marker(literal=sign) for sign in signs]])
    (places,) = numbers_of([fitted])
    assert [marker_text(*pair) for pair in zip(fitted, places, strict=True)] == signs


@pytest.mark.parametrize("sign", ["一是", "二是", "首先，", "最后，"])
def test_a_long_row_of_signs_that_do_not_fit_is_gone_through_a_few_times(
    sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(rows: list[list[Marker | None]]) -> object:
        asked.append(len(rows))
        return numbers_of(rows)

    monkeypatch.setattr(content, "numbers_of", counted)
    fitting([[Marker(literal=sign)] for _ in range(300)])
    assert len(asked) <= 30


RUNS = {
    "digits": "1234567890",
    "signs": "一是二是（一）",
    "brackets": "（【〔《",
    "blanks": "完成 　 \u3000",
    "lists": "5%、6%和",
    "lines": "全县完成投资12.6亿元，增长5.8%。\n",
    "rows": "投资\t亿元\t12.6\t5.8\n",
}


@pytest.mark.parametrize("run", RUNS)
def test_twice_the_text_takes_at_most_twice_the_steps(run: str) -> None:
    _steps(RUNS[run], 200)  # what is made once and kept is no part of it
    once, twice = _steps(RUNS[run], 600), _steps(RUNS[run], 1200)
    assert twice <= once * 2.2 + 1000


def _steps(piece: str, length: int) -> int:
    """How many calls it takes to clean and understand a text of so many characters."""
    source = read_pasted("云岭县工作总结\n" + (piece * length)[:length] + "\n")
    count = 0

    def hear(_frame: FrameType, event: str, _told: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(hear)
    try:
        propose(source)
        understand(source, LEXICON)
    finally:
        sys.setprofile(before)
    return count
