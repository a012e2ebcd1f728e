"""Every test here has a home of its own for the program's files, and a clock that it sets."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from model.storage.paths import HOME_VARIABLE


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 7, 8, 4, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **units: float) -> None:
        self.now += timedelta(**units)


@pytest.fixture(autouse=True)
def home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the program's own files, inside the empty home directory of every test."""
    folder = home / "xugao"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def clock() -> SetClock:
    return SetClock()
