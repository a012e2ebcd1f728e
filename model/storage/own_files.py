"""Reads and writes the small JSON files that the program keeps for itself, one record a file."""

from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from model.errors import ProjectFileError, SaveError
from model.report.record import Record
from model.storage import atomic, json_gate
from model.storage.atomic import Digest
from model.storage.validation import explained

R = TypeVar("R", bound=Record)


def load(path: Path, kind: type[R]) -> R:
    """The record in `path`; raises ProjectFileError where it is missing or damaged."""
    data = json_gate.parse(json_gate.read_bytes(path), path)
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise json_gate.refused(path, explained(error, data)) from error


def load_or_set_aside(path: Path, kind: type[R], *, now: datetime) -> tuple[R | None, str | None]:
    """The record, or None where there is none; a damaged file is renamed and told in a note."""
    if not path.exists():
        return None, None
    try:
        return load(path, kind), None
    except ProjectFileError as error:
        try:
            aside = atomic.set_aside(path, now=now)
        except SaveError:
            return None, str(error)
        return None, f"{error}它已改名为“{aside.name}”，程序使用默认内容继续。"


def text_of(record: Record, indent: int | None = 1) -> str:
    """The record as it stands in its file, in lines or (`indent` None) in one; raises SaveError."""
    try:
        return record.model_dump_json(indent=indent) + "\n"
    except (PydanticSerializationError, UnicodeError) as error:
        raise SaveError("无法记下：内容里有不完整的字符（半个字符）。") from error


def store(path: Path, record: Record, *, expect: Digest | None, indent: int | None = 1) -> Digest:
    """Write the record in one piece, in a folder of ours; raises SaveError as `atomic` does."""
    atomic.make_folder(path.parent)
    return atomic.write_text(path, text_of(record, indent), expect=expect)
