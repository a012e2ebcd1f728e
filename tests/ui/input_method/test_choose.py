"""Where the desktop uses fcitx, keys go there; anywhere else Qt chooses as it always does."""

from __future__ import annotations

import sys

import pytest

from ui.input_method import choose

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="input methods of Linux desktops")


@pytest.mark.parametrize(
    ("environment", "is_wanted"),
    [
        ({"QT_IM_MODULE": "fcitx"}, True),
        ({"QT_IM_MODULE": "fcitx5"}, True),
        ({"XMODIFIERS": "@im=fcitx"}, True),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus"}, True),
        ({"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "wayland;ibus"}, False),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, False),
        ({"QT_IM_MODULE": "ibus"}, False),
        ({}, False),
    ],
)
def test_fcitx_serves_the_desktops_that_name_it(
    environment: dict[str, str], is_wanted: bool
) -> None:
    before = dict(environment)
    assert choose.prepare(environment) is is_wanted
    if is_wanted:
        assert environment["QT_IM_MODULE"] == "compose"
        assert "QT_IM_MODULES" not in environment
    else:
        assert environment == before


def test_a_plugin_of_the_desktops_own_qt_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "has_plugin", lambda: True)
    assert not choose.wants_fcitx({"QT_IM_MODULE": "fcitx"})
