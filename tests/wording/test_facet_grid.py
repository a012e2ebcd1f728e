"""A sample of the grid of all that can be said; `make grid` says all of it."""

from __future__ import annotations

import pytest

from tests.wording.facet_grid import Case, anomalies, sample, sentence

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", range(4))
def test_nothing_in_a_sample_of_the_grid_is_said_badly(seed: int) -> None:
    cases = sample(12, seed)
    assert len(cases) > 1000
    found = [
        (what, str(case), said)
        for case in cases
        for said in [sentence(case)]
        for what in anomalies(case, said)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("甲增长-3%", "a sign behind a direction"),
        ("甲同比增长3%，同比增加2亿元", "同比 twice"),
        ("甲，，增长3%", "a doubled mark"),
        ("甲完成3，增长2%", "a number without a unit"),
        ("甲与持平", "a base without words"),
        ("", "nothing said"),
    ],
)
def test_what_is_said_badly_is_seen(said: str, what: str) -> None:
    case: Case = sample(1, 0)[0]
    case = case._replace(indicator=case.indicator.changed(name="甲", unit="亿元"))
    assert what in anomalies(case, said)
