"""Loads and saves a project: the one place that knows how a `.json` becomes a `Project`.

What is read is trusted in nothing; what is written is readable, in a stable order, one value
a line, so that two versions can be compared in any tool. Unknown keys and unknown kinds of
blocks, which a newer program may have added, survive.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from model.errors import NewerVersionError, ReadOnlyError, SaveError
from model.report.project import Project
from model.storage import atomic, file_records, json_gate, migrations
from model.storage.atomic import Digest
from model.storage.validation import explained
from model.version import VERSION


class Loaded(NamedTuple):
    """A project as it came from disk.

    `digest` is what the next `save` must expect. `data` are the file's bytes, for a backup
    before the first save. `notes` are for the clerk to see.
    """

    project: Project
    digest: Digest
    data: bytes
    read_only: bool
    notes: tuple[str, ...]


def load(path: Path) -> Loaded:
    """Read and check the file, lifting a former version.

    A newer version opens read-only with a note. Raises ProjectFileError naming file and
    place; NewerVersionError where a newer version cannot be understood at all.
    """
    return loads(json_gate.read_bytes(path), path)


def loads(raw: bytes, path: Path) -> Loaded:
    """`load` for bytes already read: of a backup or the journal. `path` is named in errors."""
    data = json_gate.parse_project(raw, path)
    version = _version(data, path)
    newer = version > migrations.CURRENT
    notes: tuple[str, ...] = ()
    if newer:
        notes = (f"这份材料由更新的程序（{_saved_by(data)}）保存，只能查看。请升级程序后再修改。",)
    elif version < migrations.CURRENT:
        data = migrations.lifted(data, migrations.CURRENT)
        notes = ("这份材料由旧版程序保存，下次保存时转为新格式。",)
    try:
        project = Project.model_validate(file_records.with_own_ids(data))
    except ValidationError as error:
        if newer:
            raise NewerVersionError(
                f"无法读取“{path}”：它由更新的程序（{_saved_by(data)}）保存。请升级程序后再打开。"
            ) from error
        raise json_gate.refused(path, explained(error, data)) from error
    if not project.reports:
        raise json_gate.refused(path, "reports 里一份文稿也没有，没有内容可以打开")
    return Loaded(project, atomic.digest(raw), raw, newer, notes)


def save(project: Project, path: Path, *, expect: Digest | None) -> Digest:
    """Write the project in place of the file at `path`; return the digest to expect next.

    `expect` as for `atomic.write_bytes`. Raises ReadOnlyError for a project of a newer
    version, ConflictError, UnconfirmedError or SaveError as the writer does.
    """
    if project.version > migrations.CURRENT:
        raise ReadOnlyError(
            f"没有保存“{path}”：这份材料由更新的程序保存，只能查看。请升级程序后再修改。"
        )
    data = dumps(project).encode("utf-8")
    if len(data) > json_gate.MAX_BYTES:  # it could be written, but never opened again
        raise SaveError(
            f"没有保存“{path}”：内容有 {len(data) / 1e6:.0f} MB，"
            f"超过 {json_gate.MAX_BYTES / 1e6:.0f} MB 的上限。请把部分文稿移到另一份材料。"
        )
    return atomic.write_bytes(path, data, expect=expect)


def dumps(project: Project) -> str:
    """The text of the project file. What equals its default is left out; the head never is.

    Raises SaveError for text with half a character in it, which no file can hold.
    """
    head = {"format": json_gate.FORMAT, "version": migrations.CURRENT, "id": project.id}
    head["saved_by"] = VERSION
    try:
        top = json.dumps(head, ensure_ascii=False, indent=1)
        rest = project.model_dump_json(
            indent=1, by_alias=True, exclude_defaults=True, exclude=set(head)
        )
        top.encode("utf-8")
    except (PydanticSerializationError, UnicodeEncodeError) as error:
        raise SaveError(
            "无法保存：材料里有不完整的字符（半个字符），可能来自粘贴的内容。"
            "已有的文件没有改动。请删去刚粘贴的文字再保存。"
        ) from error
    return f"{top[:-2]},{rest[1:]}\n"  # one object: both open with a brace on its own line


def _version(data: dict[str, Any], path: Path) -> int:
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise json_gate.refused(path, "version 应当是从 1 起的整数")
    return version


def _saved_by(data: dict[str, Any]) -> str:
    name = data.get("saved_by")
    return f"{name[:20]} 版" if isinstance(name, str) and name.isprintable() else "版本不明"
