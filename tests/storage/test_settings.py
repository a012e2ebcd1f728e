"""Settings come back, and a damaged file never keeps the program from starting."""

from pathlib import Path

import pytest

from model.errors import SaveError
from model.storage import paths, settings
from model.storage.settings import Settings
from tests.storage.conftest import SetClock


def test_without_a_file_the_defaults_hold_without_a_word() -> None:
    assert settings.load() == (Settings(), None)
    assert not paths.settings_file().exists()


def test_settings_come_back() -> None:
    chosen = Settings(zoom=150, place="云岭县", superior="江州市")
    settings.save(chosen)
    assert settings.load() == (chosen, None)


def test_settings_of_a_newer_version_are_kept() -> None:
    paths.home().mkdir()
    paths.settings_file().write_text('{"zoom": 120, "theme": "dark"}')
    found, note = settings.load()
    assert note is None
    settings.save(found.changed(zoom=90))
    assert '"theme": "dark"' in paths.settings_file().read_text()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"zoom": 900}', '{"zoom": NaN}', "\x00"])
def test_a_damaged_file_is_set_aside_and_told(damage: str, clock: SetClock) -> None:
    paths.home().mkdir()
    paths.settings_file().write_text(damage)
    found, note = settings.load(clock=clock)
    assert found == Settings()
    assert note
    assert "默认" in note
    (aside,) = paths.home().glob("settings.damaged-*.json")
    assert aside.read_text() == damage
    assert aside.name in note
    assert settings.load(clock=clock) == (Settings(), None)


def test_a_folder_in_the_place_of_the_file_is_not_fatal(clock: SetClock) -> None:
    paths.settings_file().mkdir(parents=True)
    found, note = settings.load(clock=clock)
    assert found == Settings()
    assert note


def test_a_home_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "file" / "home"))
    with pytest.raises(SaveError, match="不是文件夹"):
        settings.save(Settings())
