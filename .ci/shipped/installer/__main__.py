"""Installs the program for the signed-in user, or removes it.

    python -m installer install|uninstall [/S]

Runs in the interpreter of the tree that is installed. Exit codes: 0 done, 1 refused.
"""

from __future__ import annotations

import sys
from pathlib import Path

from installer.tree import InstallRefused

if sys.platform == "win32":
    from installer import windows as system
else:
    from installer import linux as system

HERE = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    action, silent = arguments[0], "/S" in arguments[1:]
    try:
        if action == "install":
            place = system.install(HERE)
            told = f"续稿已经装好，在 {place}。\n从开始菜单（应用列表）或桌面打开它。"
        else:
            system.uninstall(HERE)
            told = "续稿已经卸载。您写的材料、设置和安全副本都还在。"
    except InstallRefused as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"没有成功：{error.filename or ''} {error.strerror}。", file=sys.stderr)
        return 1
    if not silent:
        print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
