"""Finding a name by its signs or by the first letters of its pinyin (拼音首字母).

`ggys` finds 一般公共预算收入. A character with several readings has the first letter of each.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from model.library.data_files import fault, read_json
from model.wording.fold import fold


class Initials:
    """The first letters of the readings of each character."""

    def __init__(self, letters: dict[str, frozenset[str]]) -> None:
        self._letters = letters
        self._signs = cache(self._signs_of)

    def finds(self, typed: str, name: str) -> bool:
        """Whether a name holds what was typed, sign by sign as it is or by its first letter."""
        return self._at(typed, name) is not None

    def opens(self, typed: str, name: str) -> bool:
        """Whether a name begins with what was typed."""
        return self._at(typed, name) == 0

    def _at(self, typed: str, name: str) -> int | None:
        """Where in a name what was typed begins, punctuation not counted; None for nowhere."""
        wanted, signs = _plain(typed), self._signs(name)
        if not wanted and typed.strip():
            return None
        for start in range(len(signs) - len(wanted) + 1):
            if all(sign in signs[start + at] for at, sign in enumerate(wanted)):
                return start
        return None

    def _signs_of(self, name: str) -> tuple[frozenset[str], ...]:
        """What each sign of a name may be typed as."""
        return tuple(self._letters.get(sign, frozenset()) | {sign} for sign in _plain(name))


def load_initials(path: Path) -> Initials:
    """Read the lists of characters by first letter; raises `TemplateError`."""
    data = read_json(path)
    if not isinstance(data, dict):
        raise fault(path, (), "最外层应当是对象{…}")
    found: dict[str, set[str]] = {}
    for letter, characters in data.items():
        if not isinstance(characters, str):
            raise fault(path, (letter,), "应当是文字")
        for character in characters:
            found.setdefault(character, set()).add(str(letter))
    return Initials({character: frozenset(letters) for character, letters in found.items()})


def _plain(text: str) -> str:
    """Letters, digits and characters only, wide and large ones told in one way."""
    return "".join(sign for sign in fold(text).casefold() if sign.isalnum())
