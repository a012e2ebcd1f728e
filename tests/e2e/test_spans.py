"""All five kinds of text in all six spans of a year read right: kept as they were read aloud.

What differs on purpose is read, and written by `python -m tests.spans_of_texts`.
"""

import re
from functools import cache

import pytest

from tests.spans_of_texts import CODES, FOLDER, KINDS, KNOWN, fresh, text_of, texts, with_values

pytestmark = pytest.mark.slow

each_text = pytest.mark.parametrize("name", sorted(file.stem for file in FOLDER.glob("*.txt")))


@cache
def made() -> dict[str, str]:
    """Every text as it is made today, by the name of its file."""
    return dict(texts())


def test_every_kind_is_kept_in_every_span_and_the_year_as_of_december_and_as_known() -> None:
    names = {file.stem for file in FOLDER.glob("*.txt")}
    assert names == set(made())
    assert names >= {f"{kind}.{code}" for kind in KINDS for code in CODES}
    assert f"county-head-briefing.2026-Y.{KNOWN}" in names


@each_text
def test_a_text_says_what_was_read_aloud(name: str) -> None:
    assert made()[name] == (FOLDER / f"{name}.txt").read_text("utf-8")


WRONG = (
    (r"年年|。。|，，|，。|；。|：。|“”|XX个XX个", "marks or words doubled"),
    (r"2026年全年", "a whole year named twice"),
    (r"12月底|12月末", "the year's end by its month"),
    (r"明年", "the next year without its number"),
    (r"十[一二三四五六七八九]是", "a series too long to be read aloud"),
    (r"\{|\}", "a link left open"),
    (r"增长-|下降-", "a sign"),
)


@each_text
@pytest.mark.parametrize(("pattern", "what"), WRONG)
def test_no_text_has_what_nobody_reads_aloud(name: str, pattern: str, what: str) -> None:
    assert re.findall(pattern, made()[name]) == [], what


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2026-M5", ("地区生产总值完成", "居民人均可支配收入达到", "开门红", "全年的")),
        ("2026-M1-5", ("地区生产总值完成", "居民人均可支配收入达到", "开门红")),
        ("2026-Q1", ("双过半", "秋季", "防汛救灾", "正值汛期")),
        ("2026-H1", ("开门红",)),
        ("2026-Q1-3", ("双过半", "开门红", "正值汛期")),
        (
            "2026-Y",
            ("双过半", "开门红", "今年以来", "上年同期", "正值汛期", "锚定全年", "圆满收官"),
        ),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_span_has_no_words_of_another(kind: str, code: str, words: tuple[str, ...]) -> None:
    text = made()[f"{kind}.{code}"]
    if kind == "county-head-briefing":  # it says the last quarter that is known, named
        words = tuple(word for word in words if not word.startswith(("地区", "居民")))
    assert [word for word in words if word in text] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_year_speaks_of_the_next_one_with_its_number(kind: str) -> None:
    assert "2027年" in made()[f"{kind}.2026-Y"]
    assert "2027年" not in made()[f"{kind}.2026-H1"]


def test_nothing_is_expected_any_more_once_it_is_known() -> None:
    for kind in ("county-head-briefing", "half-year-summary"):
        december = fresh(kind, "2026-Y")
        assert "预计" in text_of(december)
        assert "预计" not in text_of(with_values(december))
