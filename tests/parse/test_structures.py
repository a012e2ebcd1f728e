"""三次产业结构 in a manuscript: taken in as the shares of its parts, where it was reached."""

import pytest

from model.library import shipped
from model.parse.intake import intake
from model.parse.understand import lexicon_of, understand
from model.reading.text_file import read_pasted
from model.report.project import Organization, Project
from model.values.period import Period
from tests.small_project import put

LEXICON = lexicon_of(shipped.bank())
PARTS = ["primary-va", "secondary-va", "tertiary-va"]


def _taken(sentence: str) -> Project:
    source = read_pasted(f"云岭县2026年上半年工作总结\n上半年，全县稳中求进。{sentence}")
    organization = Organization(name="云岭县", superior="江州市")
    half = Period.parse("2026-H1")
    return intake(source, understand(source, LEXICON), shipped.bank(), organization, half).project


def _shares(project: Project) -> list[tuple[str, str, str]]:
    return [
        (str(one.period), one.indicator, str(one.quantity))
        for one in project.observations
        if one.facet == "share"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "三次产业结构为14.5:41.6:43.9。",
        "三次产业结构比为14.5：41.6：43.9。",
        "三次产业结构由15.2∶41∶43.8调整为14.5∶41.6∶43.9。",
    ],
)
def test_a_structure_that_was_reached_is_taken_in(sentence: str) -> None:
    values = ["14.5%", "41.6%", "43.9%"]
    wanted = [("2026-H1", part, value) for part, value in zip(PARTS, values, strict=True)]
    assert _shares(_taken(sentence)) == wanted


def test_a_structure_of_another_period_is_of_that_period() -> None:
    (first, *_) = _shares(_taken("一季度，三次产业结构为14.5:41.6:43.9。"))
    assert first == ("2026-Q1", "primary-va", "14.5%")


@pytest.mark.parametrize(
    "sentence",
    [
        "力争三次产业结构调整为14:42:44。",
        "三次产业结构为14.5:41.6:33.9。",
        "三次产业结构为14.5:XX:43.9。",
        "三次产业结构为41.6:58.4。",
    ],
)
def test_what_is_no_structure_that_was_reached_is_left_to_the_text(sentence: str) -> None:
    project = _taken(sentence)
    assert _shares(project) == []
    assert {one.id for one in project.indicators} >= {"gdp-structure", *PARTS}


def test_a_structure_can_be_typed_in_a_project_that_began_with_an_old_text() -> None:
    project = put(
        _taken("三次产业结构为14.5:41.6:43.9。"), ("gdp-structure@2026-H1.actual", "14:42:44")
    )
    assert [value for _, _, value in _shares(project)] == ["14%", "42%", "44%"]
