"""Names are found by their signs and by the first letters of their pinyin."""

from pathlib import Path

import pytest

from model.errors import TemplateError
from model.library import shipped
from model.library.initials import load_initials


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ggys", "一般公共预算收入"),
        ("YBGGYSSR", "一般公共预算收入"),
        ("预算sr", "一般公共预算收入"),
        ("ｇｇ", "一般公共预算收入"),
        ("公共 预算", "一般公共预算收入"),
        ("zzl", "增值率"),
        ("zzs", "增值率"),
        ("yhdk", "银行贷款"),
        ("rdjf", "R&D经费支出"),
        ("5gjz", "5G基站"),
        ("", "粮食产量"),
    ],
)
def test_a_name_is_found_by_signs_and_first_letters(typed: str, name: str) -> None:
    assert shipped.initials().finds(typed, name)


@pytest.mark.parametrize("typed", ["ygys", "ysggx", "一公", "&", "ybggyssrz"])
def test_a_name_is_not_found_by_what_does_not_stand_in_it_in_one_run(typed: str) -> None:
    assert not shipped.initials().finds(typed, "一般公共预算收入")


def test_every_character_of_the_bank_has_a_first_letter() -> None:
    names = {name for one in shipped.bank() for name in (one.name, *one.synonyms)}
    characters = {sign for name in names for sign in name if "一" <= sign <= "鿿"}
    letters = "abcdefghjklmnopqrstwxyz"
    finds = shipped.initials().finds
    assert [one for one in characters if not any(finds(letter, one) for letter in letters)] == []


@pytest.mark.parametrize("text", ["[]", '{"a": 1}'])
def test_a_wrong_table_of_letters_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "initials.json"
    path.write_text(text, "utf-8")
    with pytest.raises(TemplateError):
        load_initials(path)
