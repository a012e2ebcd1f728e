"""Short random ids, unique in their project. The first letter tells what it names."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 5


class IdMaker:
    """Hands out ids that none of `taken` has and that it never gave before."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def new(self, prefix: str) -> str:
        """A new id such as `i7k2x9` for the prefix `i`; longer when the short ones run out."""
        length = _LENGTH
        while True:
            for _ in range(32):
                made = prefix + "".join(secrets.choice(_ALPHABET) for _ in range(length))
                if made not in self._taken:
                    self._taken.add(made)
                    return made
            length += 1


def project_id() -> str:
    """An id for a project, unique among all projects of an office."""
    return "p" + "".join(secrets.choice(_ALPHABET) for _ in range(15))
