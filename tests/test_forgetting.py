"""What mutation testing needs: no test is answered by a cache that another one filled."""

from __future__ import annotations

import functools

from forgetting import Forgetting


def test_caches_of_the_program_are_empty_before_a_test_and_others_are_kept() -> None:
    ours = functools.lru_cache(object)
    ours.__module__ = "model.values.something"
    foreign = functools.lru_cache(object)
    answers = ours(), foreign()
    plugin = Forgetting()
    plugin.pytest_collection_finish()
    plugin.pytest_runtest_setup()
    assert ours() is not answers[0]
    assert foreign() is answers[1]
