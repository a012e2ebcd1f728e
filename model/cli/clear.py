"""`clear`: what the program keeps of a project beside its file, listed or removed."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli.arguments import add_json
from model.cli.output import print_json, print_lines
from model.desk import Desk
from model.errors import ConflictError, UsageError
from model.jobs import traces
from model.storage import project_file


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str | None
    all: bool
    yes: bool
    with_unsaved: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument("project", nargs="?", metavar="材料", help="材料文件（.json）")
    parser.add_argument("--all", action="store_true", help="全部材料的留底，不只这一份")
    parser.add_argument("--yes", action="store_true", help="真的清除；不写只列出有什么")
    parser.add_argument(
        "--with-unsaved", action="store_true", help="意外退出时没有保存的内容也清除"
    )


def run(options: Options) -> int:
    if (options.project is None) is not options.all:
        raise UsageError("请写明清除哪一份材料的留底，或者用 --all 清除全部的（两样只写一样）。")
    found = (
        traces.find_all()
        if options.project is None
        else traces.find(project_file.load(Path(options.project)).project)
    )
    if options.yes:
        _refuse_unsaved(found, options)
        traces.clear(found)
        if options.all:
            Desk().forget_all_projects()
    if options.json:
        counts = {name: len(getattr(found, name)) for name in found._fields}
        print_json({"cleared": options.yes, **counts, "bytes": found.size})
    else:
        print_lines(_told(found, is_cleared=options.yes))
    return 0


def _refuse_unsaved(found: traces.Traces, options: Options) -> None:
    if found.unsaved and not options.with_unsaved:
        raise ConflictError(
            f"没有清除：还有{len(found.unsaved)}份没有保存的内容，请先在窗口里找回；"
            "确实不要了，再加上 --with-unsaved。"
        )


def _told(found: traces.Traces, *, is_cleared: bool) -> list[str]:
    if not found.files:
        return ["没有留底。"]
    head = "已清除：" if is_cleared else "有这些留底，加上 --yes 就清除："
    return [head, *(f"  {line}" for line in traces.tell(found))]
