"""HOW FAR A LONG PIECE OF WORK IS, told from inside it to whoever waits for it and may stop it.

What works tells its share now and then; it need not know whether anybody listens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Listener = Callable[[float], None]
"""Hears a share from 0 to 1; raises `Stopped` where the work is wanted no more."""


class Stopped(Exception):
    """The work is wanted no more (已取消)."""


_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Have `listener` told of the work that is done inside, in this thread."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def counted(things: Sequence[T]) -> Iterator[T]:
    """The things one after the other, telling how many are done; raises `Stopped`."""
    listener = _listener.get()
    for number, thing in enumerate(things):
        if listener is not None:
            listener(number / len(things))
        yield thing
