"""Which fonts are missing and what stands in for them."""

import pytest

from model.library import shipped
from model.paging.faces import is_full_width
from model.typesetting.house_style import HouseStyle
from ui.preview.faces import Face, Faces
from ui.preview.fonts import Installed, Missing, missing


def test_nothing_is_missing_where_all_is_installed(gbt9704: HouseStyle) -> None:
    assert missing(gbt9704, Installed(list(gbt9704.fonts))) == ()


def test_a_font_is_known_by_its_english_name(gbt9704: HouseStyle) -> None:
    english = ["FZXiaoBiaoSong-B05S", "FangSong_GB2312", "KaiTi_GB2312", "SimHei", "SimSun"]
    assert missing(gbt9704, Installed([*english, "times new roman"])) == ()


def test_the_house_style_says_what_stands_in_first(gbt9704: HouseStyle) -> None:
    here = Installed(["宋体", "黑体", "FangSong", "KaiTi", "Times New Roman", "AR PL UKai CN"])
    assert missing(gbt9704, here) == (
        Missing("方正小标宋简体", "宋体"),
        Missing("楷体_GB2312", "KaiTi"),
        Missing("仿宋_GB2312", "FangSong"),
    )


def test_fonts_of_the_same_class_stand_in_where_the_house_style_has_none(
    gbt9704: HouseStyle,
) -> None:
    here = Installed(["Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL UKai CN", "Liberation Serif"])
    instead = {each.font: each.instead for each in missing(gbt9704, here)}
    assert instead == {
        "方正小标宋简体": "Noto Serif CJK SC",
        "仿宋_GB2312": "Noto Serif CJK SC",
        "楷体_GB2312": "AR PL UKai CN",
        "黑体": "Noto Sans CJK SC",
        "宋体": "Noto Serif CJK SC",
        "Times New Roman": "Liberation Serif",
    }


def test_a_pc_without_any_chinese_font_says_so(gbt9704: HouseStyle) -> None:
    found = missing(gbt9704, Installed(["DejaVu Sans"]))
    assert {each.instead for each in found} == {""}
    assert len(found) == len(gbt9704.fonts)


@pytest.fixture
def face(gbt9704: HouseStyle) -> Face:
    return Faces(gbt9704).of(gbt9704.looks.body)


@pytest.mark.parametrize("sign", "县，。“”…—（：一○·①℃")
def test_chinese_signs_are_as_wide_as_the_grid_has_them(face: Face, sign: str) -> None:
    assert is_full_width(sign)
    assert face.widths[sign] == pytest.approx(16 - 0.25)


@pytest.mark.parametrize("sign", "1a.% ")
def test_digits_and_latin_are_narrower(face: Face, sign: str) -> None:
    assert not is_full_width(sign)
    assert 0 < face.widths[sign] < 16


def test_characters_of_another_size_are_not_squeezed(gbt9704: HouseStyle) -> None:
    assert Faces(gbt9704).of(gbt9704.looks.title).widths["县"] == 22


def test_every_house_style_has_a_face_for_every_look() -> None:
    for key in ("gbt9704", "windows", "speech-large"):
        style = shipped.house_style(key)
        faces = Faces(style)
        for name in type(style.looks).model_fields:
            assert faces.of(getattr(style.looks, name)).fonts
