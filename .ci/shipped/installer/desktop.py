"""The entry of the menu of programs on Linux."""

from __future__ import annotations

APP_ID = "org.xugao.xugao"
ENTRY = """\
[Desktop Entry]
Type=Application
Name=续稿
GenericName=工作材料编写
Comment=政府机关月度、季度、半年工作材料的离线编写程序
Exec={program} %f
Icon={icon}
Terminal=false
Categories=Office;WordProcessor;
StartupWMClass=xugao
"""


def entry(program: str, icon: str) -> str:
    """Return the text of the .desktop file; a blank or a quote in the path is told to the shell."""
    return ENTRY.format(program=quoted(program), icon=icon)


def quoted(path: str) -> str:
    """Return `path` as an argument of Exec (the rules of the desktop entry specification)."""
    escaped = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in path)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
