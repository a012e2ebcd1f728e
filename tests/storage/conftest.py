"""Every test here has a home of its own for the program's files, and a clock that it sets."""

from collections.abc import Iterator
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
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "home-of-xugao"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    yield folder


@pytest.fixture
def clock() -> SetClock:
    return SetClock()
