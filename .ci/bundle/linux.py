"""The bundle for Linux: the tree, a tar.xz of it that runs from any folder, a .deb."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from bundle import interpreter, pack, tree
from bundle.elf import is_elf, read_elf
from bundle.fetch import CACHE, apt_package, run, wheels
from bundle.recipe import (
    DESKTOP_LIBRARIES,
    LINUX,
    LINUX_EXTENSIONS_LEFT_OUT,
    NAME,
    ROOT,
    SUMMARY,
    TITLE,
)
from installer import desktop
from installer.desktop import APP_ID

_FOREIGN = "/opt/apps"
ICON = ROOT / "resources" / "icons" / "xugao.svg"


def build_tree(folder: Path) -> Path:
    """Build the tree below `folder` and return it."""
    made = folder / f"{NAME}-{tree.version()}"
    shutil.rmtree(made, ignore_errors=True)
    packages = made / "site-packages"
    fetched = wheels(LINUX)
    tree.unpack_wheels(fetched, LINUX, packages)
    tree.copy_program(made / "app")
    _lay_interpreter(made)
    copyrights = _lay_desktop_libraries(packages / "PySide6" / "Qt" / "lib")
    tree.licenses(made / "licenses", packages, copyrights)
    others = [
        tree.component(name, pin.file.split("_")[1], "pkg:deb/debian/" + name)
        for name, pin in DESKTOP_LIBRARIES.items()
    ]
    bill = tree.bill_of_materials(packages, fetched, others)
    tree.write(made / tree.SBOM, bill.encode())
    for name in ("安装.sh", "卸载.sh", "安装说明.txt"):
        text = (tree.SHIPPED / "linux" / name).read_text(encoding="utf-8")
        tree.write(made / name, text.replace("{version}", tree.version()).encode())
    tree.compile_modules(packages)
    tree.compile_modules(made / "app")
    tree.seal(made)
    tree.check_size(made, LINUX)
    return made


def _lay_interpreter(made: Path) -> None:
    python, launchers = interpreter.linux(), interpreter.linux_launchers()
    shutil.copytree(python / "lib", made / "python" / "lib")
    shutil.copytree(python / "lib-dynload", made / "python" / "lib-dynload")
    for module in (made / "python" / "lib-dynload").iterdir():
        if module.name.split(".")[0] in LINUX_EXTENSIONS_LEFT_OUT:
            module.unlink()
    shutil.copy(launchers / "xugao", made / "xugao")
    (made / "python" / "bin").mkdir()
    shutil.copy(launchers / "python3", made / "python" / "bin" / "python3")
    tree.zip_library(made / "python" / "python311.zip", python.glob("_sysconfigdata*.py"))
    ours = {path.name for path in (made / "python" / "lib").iterdir()}
    for module in (made / "python" / "lib-dynload").iterdir():
        if ours & set(read_elf(module).needed):
            run(["patchelf", "--set-rpath", "$ORIGIN/../lib", module])


def _lay_desktop_libraries(folder: Path) -> dict[str, Path]:
    """Add the libraries that a desktop may lack; returns their copyright files by name."""
    copyrights = {}
    for name, pin in DESKTOP_LIBRARIES.items():
        archive = apt_package(pin, name, "bullseye", str(LINUX.debian))
        unpacked = CACHE / "unpacked" / archive.stem
        if not unpacked.is_dir():
            unpacked.mkdir(parents=True)
            run(["dpkg-deb", "--extract", archive, unpacked])
        for link in unpacked.glob("usr/lib/*/*.so.*"):
            if link.is_symlink():
                copy = folder / link.name
                shutil.copy(link.resolve(), copy)
                run(["patchelf", "--set-rpath", "$ORIGIN", copy])
        copyrights[f"{name}.txt"] = unpacked / "usr" / "share" / "doc" / name / "copyright"
    return copyrights


def pack_all(made: Path, folder: Path) -> list[Path]:
    """Pack the tree as a tar.xz and as a .deb; returns both."""
    stem = f"{NAME}-{tree.version()}-{LINUX.key}"
    archive = pack.pack_tar(made, folder / f"{stem}.tar.xz")
    number = f"{tree.version()}.0"
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        root = Path(scratch) / "root"
        _lay_package(root, made, number)
        name = f"{APP_ID}_{number}_{LINUX.debian}.deb"
        return [archive, pack.pack_deb(root, folder / name)]


def _lay_package(root: Path, made: Path, number: str) -> None:
    """Lay the layout of UOS and Kylin: /opt/apps/<appid>/{info,entries,files}."""
    app = root / "opt" / "apps" / APP_ID
    shutil.copytree(made, app / "files")
    for script in ("安装.sh", "卸载.sh"):
        (app / "files" / script).unlink()
    info = {
        "appid": APP_ID,
        "name": TITLE,
        "version": number,
        "arch": [LINUX.debian],
        "permissions": dict.fromkeys(
            ("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth",
             "camera", "audio_record", "installed_apps"),
            False,
        ),
    }  # fmt: skip
    tree.write(app / "info", (json.dumps(info, ensure_ascii=False, indent=2) + "\n").encode())
    place = f"{_FOREIGN}/{APP_ID}"
    icon = f"entries/icons/hicolor/scalable/apps/{APP_ID}.svg"
    tree.write(app / icon, ICON.read_bytes())
    entry = desktop.entry(f"{place}/files/{NAME}", f"{place}/{icon}")
    tree.write(app / "entries" / "applications" / f"{APP_ID}.desktop", entry.encode())
    kind = f"entries/mime/packages/{APP_ID}.xml"
    tree.write(app / kind, desktop.KIND_OF_FILE.encode())
    for folder, entry_of in (
        ("applications", f"entries/applications/{APP_ID}.desktop"),
        ("mime/packages", kind),
        ("icons/hicolor/scalable/apps", icon),
    ):
        link = root / "usr" / "share" / folder / entry_of.rpartition("/")[2]
        link.parent.mkdir(parents=True)
        link.symlink_to(f"{place}/{entry_of}")
    size = sum(path.stat().st_size for path in tree.files(root)) // 1024
    tree.write(root / "DEBIAN" / "control", _control(number, size).encode())
    for path in (p for p in root.rglob("*") if p.is_dir()):
        path.chmod(0o755)


def _control(number: str, size: int) -> str:
    lines = {
        "Package": APP_ID,
        "Version": number,
        "Architecture": LINUX.debian,
        "Maintainer": "Xugao <xugao@localhost>",
        "Installed-Size": str(size),
        "Depends": "libc6 (>= 2.28)",
        "Section": "editors",
        "Priority": "optional",
        "Description": f"{TITLE}：{SUMMARY}",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def is_program(path: Path) -> bool:
    """Tell whether a file of the tree is machine code of Linux."""
    return path.is_file() and not path.is_symlink() and is_elf(path)
