"""Spans exchanged in a text: told by the places they have before any is exchanged."""

from model.wording.spans import exchanged


def test_spans_are_told_by_the_places_they_have_now_whatever_their_order() -> None:
    assert exchanged("甲乙丙丁", [(1, 2, "二二"), (3, 4, ""), (0, 1, "一")]) == "一二二丙"
    assert exchanged("甲乙丙丁", [(0, 1, "一"), (3, 4, ""), (1, 2, "二二")]) == "一二二丙"


def test_an_empty_span_is_put_in_between() -> None:
    assert exchanged("甲丙", [(1, 1, "乙"), (2, 2, "丁")]) == "甲乙丙丁"
    assert exchanged("甲", []) == "甲"
