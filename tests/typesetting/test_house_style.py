"""House styles are data, and a wrong value is told with file and place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.errors import TemplateError
from model.library.house_styles import house_styles, load_house_style, load_terms
from tests.word.samples import STYLES


def changed(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """A copy of the standard's file with one change."""
    data = json.loads((STYLES / "gbt9704.json").read_text(encoding="utf-8"))
    change(data)
    path = tmp_path / "gbt9704.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def test_three_styles_come_with_the_program() -> None:
    styles = house_styles(STYLES)
    assert set(styles) == {"gbt9704", "windows", "speech-large"}
    assert all(style.key == key and style.about for key, style in styles.items())


def test_standard_and_its_variants() -> None:
    styles = house_styles(STYLES)
    assert styles["gbt9704"].grid.pitch_pt == 28.95
    assert styles["windows"].grid.pitch_pt == 28
    assert {"仿宋", "楷体", "黑体"} <= set(styles["windows"].fonts)
    assert styles["speech-large"].looks.body.size_pt == 18
    assert styles["gbt9704"].fonts == (
        "方正小标宋简体",
        "楷体_GB2312",
        "仿宋_GB2312",
        "黑体",
        "宋体",
        "Times New Roman",
    )


WRONG: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("text for a size", lambda d: d["looks"]["title"].update(size_pt="22"), "looks.title.size_pt"),
    ("size out of range", lambda d: d["looks"]["body"].update(size_pt=160), "looks.body.size_pt"),
    ("quarter points", lambda d: d["looks"]["note"].update(size_pt=12.25), "looks.note.size_pt"),
    ("margin in cm", lambda d: d["margins_mm"].update(top=3.7), "margins_mm.top"),
    ("unknown alignment", lambda d: d["looks"]["body"].update(align="middle"), "looks.body.align"),
    ("unknown key", lambda d: d["looks"]["body"].update(colour="red"), "looks.body.colour"),
    ("missing role", lambda d: d["looks"].pop("note"), "looks.note"),
    ("markup in a font", lambda d: d["looks"]["body"].update(font='a"/>'), "looks.body.font"),
    ("23 lines", lambda d: d["grid"].update(lines=23), "grid.lines"),
    ("29 pt for 22 lines", lambda d: d["grid"].update(pitch_pt=29), "grid.lines"),
    (
        "28 characters unsqueezed",
        lambda d: d["grid"].update(spacing_twentieths=-4),
        "grid.characters",
    ),
    ("another key", lambda d: d.update(key="other"), "key"),
    ("truth for a number", lambda d: d["page_number"].update(inset=True), "page_number.inset"),
    (
        "number below the paper",
        lambda d: d["page_number"].update(below_mm=30),
        "page_number.below_mm",
    ),
]


@pytest.mark.parametrize(
    ("change", "place"), [each[1:] for each in WRONG], ids=[w[0] for w in WRONG]
)
def test_wrong_value_names_file_and_place(
    change: Callable[[dict[str, Any]], object], place: str, tmp_path: Path
) -> None:
    path = changed(tmp_path, change)
    with pytest.raises(TemplateError) as refused:
        load_house_style(path)
    assert str(path) in str(refused.value)
    assert place in str(refused.value)


def test_file_that_is_no_json_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{\n"key": "bad",,\n}', encoding="utf-8")
    with pytest.raises(TemplateError, match=r"bad\.json.*第 2 行"):
        load_house_style(path)


def test_one_wrong_file_is_told_for_the_folder(tmp_path: Path) -> None:
    changed(tmp_path, lambda data: data.pop("grid"))
    with pytest.raises(TemplateError, match="grid"):
        house_styles(tmp_path)


def test_terms_that_are_no_patterns_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "title_terms.json"
    path.write_text('{"words": ["乡村振兴"], "patterns": ["[GS"]}', encoding="utf-8")
    with pytest.raises(TemplateError, match="正则表达式"):
        load_terms(path)


def test_a_setting_that_did_nothing_may_still_stand_in_an_offices_file(tmp_path: Path) -> None:
    path = changed(tmp_path, lambda data: data.update(glue_numbers=True))
    assert load_house_style(path).key == "gbt9704"
