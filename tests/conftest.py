"""What holds for every test: a home of its own, and the same examples in every run."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.source import ROOT

# Before Qt is asked for a window: tests never open one on the screen unless told to.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}

# How fast a machine is says nothing about whether the program is right.
_STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _STEADY, derandomize=True, max_examples=60)
settings.register_profile("mutants", _STEADY, derandomize=True, max_examples=8)
settings.register_profile("deep", _STEADY, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home directory, so that no test sees or touches the user's own settings."""
    path = tmp_path_factory.mktemp("home")
    for variable, below in HOME_VARIABLES.items():
        monkeypatch.setenv(variable, str(path / below))
    return path


@pytest.fixture
def shared() -> Path:
    """The reference data beside the checkout; the test skips where it is absent."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("the reference data are not beside this checkout")
    return path
