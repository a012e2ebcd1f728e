"""Installs on Linux for the signed-in user: the tree, an entry in the menu, one on the desktop,
and the kind of file that a double-click opens.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from installer import desktop, tree

ICON = Path("app") / "resources" / "icons" / "xugao.svg"


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def target() -> Path:
    """The folder that the program is installed to."""
    return Path.home() / ".local" / "opt" / "xugao"


def menu_entry() -> Path:
    return _data_home() / "applications" / f"{desktop.APP_ID}.desktop"


def desktop_entry() -> Path | None:
    """The entry on the desktop; None where there is no such folder."""
    try:
        said = subprocess.run(
            ["xdg-user-dir", "DESKTOP"], capture_output=True, text=True, check=False
        ).stdout.strip()
    except OSError:
        said = ""
    folder = Path(said) if said else Path.home() / "桌面"
    return (
        folder / f"{desktop.APP_ID}.desktop" if folder.is_dir() and folder != Path.home() else None
    )


def _kind_of_file() -> tuple[Path, Path]:
    """Where the desktop looks for the kind of our files, and for their picture."""
    icons = _data_home() / "icons" / "hicolor" / "scalable" / "apps"
    return (
        _data_home() / "mime" / "packages" / f"{desktop.APP_ID}.xml",
        icons / f"{desktop.APP_ID}.svg",
    )


def install(source: Path) -> Path:
    """Install the tree `source`; returns where it is now."""
    place = target()
    if source.resolve() != place.resolve():
        place.parent.mkdir(parents=True, exist_ok=True)
        tree.install(source, place)
    text = desktop.entry(str(place / "xugao"), str(place / ICON))
    for path in (menu_entry(), desktop_entry()):
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755)
    kind, icon = _kind_of_file()
    for path, data in (
        (kind, desktop.KIND_OF_FILE.encode()),
        (icon, (place / ICON).read_bytes()),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    _tell_the_menu()
    return place


def uninstall(place: Path) -> None:
    """Remove the program; reports, settings and safety copies stay."""
    tree.refuse_elsewhere(place, target())
    tree.remove(place)
    for path in (menu_entry(), desktop_entry(), *_kind_of_file()):
        if path is not None:
            path.unlink(missing_ok=True)
    _tell_the_menu()


def _tell_the_menu() -> None:
    for command, folder in (
        ("update-desktop-database", menu_entry().parent),
        ("update-mime-database", _data_home() / "mime"),
    ):
        if shutil.which(command) and folder.is_dir():
            subprocess.run([command, str(folder)], check=False)
