"""What links show, what they are called, and which can be put in."""

import pytest

from model.report.project import Project
from tests.samples import example
from ui.forms.editors.link_book import LinkBook, LinkBooks, alone


@pytest.fixture(scope="module")
def project() -> Project:
    return example("county-head-briefing")


@pytest.fixture(scope="module")
def book(project: Project) -> LinkBook:
    return LinkBook(project)


def test_a_field_shows_its_value_and_is_called_by_its_label(book: LinkBook) -> None:
    assert book.value("{leader}") == ("王市长", False)
    assert book.name("{leader}") == "听取汇报的领导"


def test_a_date_is_said_in_words(book: LinkBook) -> None:
    assert book.value("{meeting-date}").text == "2026年6月30日"


def test_a_value_that_is_missing_is_a_blank(book: LinkBook, project: Project) -> None:
    first = project.indicators[0]
    value = book.value(f"{{@{first.id}@2019-H1.actual}}")
    assert value.is_blank
    assert "XX" in value.text


def test_an_indicator_is_offered_by_name_with_what_is_said_of_it(
    book: LinkBook, project: Project
) -> None:
    names = [one.name for one in book.offers("地区生产总值")]
    assert "地区生产总值 整句" in names
    assert all("地区生产总值" in name for name in names)


def test_every_word_of_the_query_narrows_the_offers(book: LinkBook) -> None:
    assert [one.raw for one in book.offers("领导 听取")] == ["{leader}"]
    assert book.offers("没有这样的名称") == ()


def test_what_is_offered_is_a_link_that_is_understood(book: LinkBook) -> None:
    offers = book.offers("")
    assert offers
    assert all(book.name(one.raw) != one.raw for one in offers)


def test_a_link_can_be_to_the_number_alone(book: LinkBook) -> None:
    assert alone("{@gdp.yoy}") == "{@gdp.yoy|n}"
    assert alone("{@gdp.yoy|n}") == "{@gdp.yoy|n}"


def test_a_root_keeps_its_book_until_there_is_another(project: Project) -> None:
    books = LinkBooks()
    assert books.of(project) is books.of(project)
    renewed = project.changed(fields=())
    assert books.of(renewed).name("{leader}") == "{leader}"
