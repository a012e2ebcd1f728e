"""The entry of the menu of programs on Linux, and the kind of file that it opens."""

from __future__ import annotations

APP_ID = "org.xugao.xugao"
KIND = "application/x-xugao"
KIND_OF_FILE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{KIND}">
    <comment>Xugao report</comment>
    <comment xml:lang="zh_CN">续稿材料</comment>
    <sub-class-of type="application/json"/>
    <glob pattern="*.xugao"/>
    <icon name="{APP_ID}"/>
  </mime-type>
</mime-info>
"""
ENTRY = """\
[Desktop Entry]
Type=Application
Name=续稿
GenericName=工作材料编写
Comment=政府机关月度、季度、半年工作材料的离线编写程序
Exec={program} %f
Icon={icon}
Terminal=false
MimeType={kind};
Categories=Office;WordProcessor;
StartupWMClass=xugao
"""


def entry(program: str, icon: str) -> str:
    """Return the text of the .desktop file; a blank or a quote in the path is told to the shell."""
    return ENTRY.format(program=quoted(program), icon=icon, kind=KIND)


def quoted(path: str) -> str:
    """Return `path` as an argument of Exec (the rules of the desktop entry specification)."""
    escaped = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in path)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
