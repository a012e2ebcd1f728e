"""A pytest plugin: what the program remembers between calls is forgotten before every test.

Mutation testing forks each run from a process in which all tests have run once. A warm
`functools` cache would answer there in place of the mutated code, and hide the mutant.
"""

from __future__ import annotations

import functools
import gc

import pytest


def _caches() -> list[functools._lru_cache_wrapper[object]]:
    """The caches of functions of the program, mutated or not."""
    return [
        found
        for found in gc.get_objects()
        if isinstance(found, functools._lru_cache_wrapper)
        and str(getattr(found, "__module__", "")).partition(".")[0] == "model"
    ]


class Forgetting:
    """Empties the caches that were there when the tests were collected."""

    def __init__(self) -> None:
        self.caches: list[functools._lru_cache_wrapper[object]] = []

    def pytest_collection_finish(self) -> None:
        """Find the caches once, for looking through all objects is slow."""
        self.caches = _caches()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        """Forget, before the fixtures of the test are made."""
        for cache in self.caches:
            cache.cache_clear()


def pytest_configure(config: pytest.Config) -> None:
    """Take part in the run."""
    config.pluginmanager.register(Forgetting(), "forgetting-caches")
