"""Which way Chinese is typed on this desktop (选择输入法接口)."""

from __future__ import annotations

import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication

VARIABLES = ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS")


def wants_fcitx(environment: Mapping[str, str]) -> bool:
    """Tell whether the desktop asks for fcitx and Qt here has no plugin of its own for it.

    The first variable that is set decides, as it does in Qt.
    """
    wanted = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    return sys.platform == "linux" and "fcitx" in wanted and not has_plugin()


def has_plugin() -> bool:
    """Tell whether this Qt brings a plugin for fcitx (the desktop's own Qt may)."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return any((plugins / "platforminputcontexts").glob("*fcitx*"))


def prepare(environment: MutableMapping[str, str]) -> bool:
    """Before Qt starts: tells whether fcitx is wanted, and keeps Qt's own ways out of it."""
    if not wants_fcitx(environment):
        return False
    environment.pop("QT_IM_MODULES", None)
    environment["QT_IM_MODULE"] = "compose"  # dead keys; nothing of its own beside fcitx
    return True


def connect_fcitx(app: QGuiApplication) -> None:
    """Give the keys to fcitx where a session bus is; without one, typing stays as it is."""
    from ui.input_method.fcitx_bus import FcitxBus  # noqa: PLC0415
    from ui.input_method.fcitx_keys import FcitxKeys  # noqa: PLC0415

    bus = FcitxBus.open()
    if bus is not None:
        FcitxKeys(app, bus)
