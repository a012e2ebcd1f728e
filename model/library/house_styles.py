"""House styles as files: `templates/house_styles/<key>.json`, refused with file and place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from model.errors import ProjectFileError, TemplateError
from model.storage.json_gate import parse, place, read_bytes
from model.storage.validation import explained
from model.typesetting.house_style import HouseStyle
from model.typesetting.terms import NO_TERMS, Terms

Loaded = TypeVar("Loaded", HouseStyle, Terms)


def load_house_style(path: Path, terms: Terms = NO_TERMS) -> HouseStyle:
    """Read one file; raises `TemplateError` that names the file and the place in it.

    `terms` are those of all house styles, beside its own.
    """
    style = _loaded(path, HouseStyle)
    if style.key != path.stem:
        raise TemplateError(
            f"版式文件“{path}”有误：key 是“{style.key}”，应当与文件名“{path.stem}”相同。"
        )
    return style.model_copy(update={"title_terms": style.title_terms.joined(terms)})


def load_terms(path: Path) -> Terms:
    """Read the terms that no title tears apart; raises `TemplateError` as for a house style."""
    return _loaded(path, Terms)


def house_styles(folder: Path) -> Mapping[str, HouseStyle]:
    """All house styles of a folder by key; raises `TemplateError` for the first wrong one."""
    return {path.stem: load_house_style(path) for path in sorted(folder.glob("*.json"))}


def _loaded(path: Path, kind: type[Loaded]) -> Loaded:
    try:
        data = parse(read_bytes(path), path)
    except ProjectFileError as error:
        raise TemplateError(str(error)) from error
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise TemplateError(f"版式文件“{path}”有误：{_reasons(error, data)}。") from error


def _reasons(error: ValidationError, data: dict[str, Any]) -> str:
    """What is wrong in which places; our own checks across settings name theirs themselves."""
    said = []
    for detail in error.errors(include_url=False):
        where = place(list(detail["loc"]))
        if detail["type"] == "extra_forbidden":
            said.append(f"没有叫 {where} 的设置，请检查是否写错")
        elif detail["type"] == "multiple_of":
            said.append(f"{where} 应当是 {detail['ctx']['multiple_of']} 的倍数")
        elif not detail["loc"]:
            said.append(str(detail["ctx"]["error"]))
    return "；".join(said) or explained(error, data)
