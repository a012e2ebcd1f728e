"""Last period's words, figure by figure: what waits, what was renewed, what was looked at."""

import pytest

from model.renewal.next_period import carry
from model.report.project import Project
from model.values.state import State
from tests.carried_project import on_the_page, places, text_block, waiting
from tests.small_project import put, small

WORDS = "新建项目36个，完成投资41.2亿元，同比增长5.1%。"


def carried(text: str = WORDS, lead: str | None = "项目推进有力。") -> Project:
    point = {"id": "i1", "lead": lead, "text": text}
    return carry(small([text_block("b1", point)], fields=[]))


def states(project: Project) -> list[State]:
    """The words first, then each figure."""
    seen = places(project)
    figures = [one.state for place, one in seen.items() if place.startswith("i1.figures.")]
    return [seen["i1.text"].state, *figures]


def lasts(project: Project) -> list[str | None]:
    return [one.last for place, one in places(project).items() if place.startswith("i1.figures.")]


WAITS, DONE, NEW = State.CARRIED, State.CONFIRMED, State.UPDATED


def test_all_of_it_waits_at_first() -> None:
    assert states(carried()) == [WAITS] * 4
    assert lasts(carried()) == ["36", "41.2", "5.1"]


def test_a_figure_renewed_or_typed_again_is_looked_at_and_the_rest_waits() -> None:
    assert states(put(carried(), ("i1.figures.1", "52.3"))) == [WAITS, WAITS, NEW, WAITS]
    assert states(put(carried(), ("i1.figures.1", "41.2"))) == [WAITS, WAITS, DONE, WAITS]
    both = put(carried(), ("i1.figures.0", "36"), ("i1.figures.2", "5.1"))
    assert states(both) == [WAITS, DONE, WAITS, DONE]


def test_a_figure_that_turned_is_renewed_though_its_number_is_the_same() -> None:
    turned = put(carried(), ("i1.figures.2", "-5.1"))
    assert states(turned)[3] is NEW
    assert "同比下降5.1%" in (places(turned)["i1.text"].value or "")
    assert lasts(turned)[2] == "5.1"


def test_a_figure_emptied_is_a_blank() -> None:
    assert states(put(carried(), ("i1.figures.0", "")))[1] is State.EMPTY


def test_confirming_the_point_looks_at_its_words_and_all_its_figures() -> None:
    confirmed = put(carried(), ("i1.checked", "是"))
    assert states(confirmed) == [DONE] * 4
    assert not {place for place in waiting(confirmed) if place.startswith("i1")}
    assert states(put(confirmed, ("i1.checked", "否"))) == [WAITS] * 4


def test_words_written_anew_are_renewed_and_their_figures_inherit_what_they_renew() -> None:
    anew = put(carried(), ("i1.text", "新开工项目36个，投资41.2亿元，群众满意的有98户人家"))
    assert states(anew)[0] is NEW
    assert states(anew)[1] is WAITS
    assert states(anew)[3] is State.FILLED
    assert lasts(anew)[0] == "36"
    assert lasts(anew)[2] is None


def test_a_lead_written_anew_renews_itself_and_nothing_else() -> None:
    assert places(carried())["i1.lead"].state is WAITS
    anew = put(carried(), ("i1.lead", "项目势头很好。"))
    assert (places(anew)["i1.lead"].state, places(anew)["i1.lead"].last) == (NEW, "项目推进有力。")
    assert states(anew) == [WAITS] * 4


def test_a_point_of_a_lead_alone_waits_and_can_be_confirmed() -> None:
    alone = carried("", "项目推进有力。")
    assert State.CARRIED in on_the_page(alone, "i1.lead")
    assert places(alone)["i1.lead"].state is WAITS
    assert places(alone)["i1.text"].state is State.OPTIONAL
    assert places(put(alone, ("i1.checked", "是")))["i1.lead"].state is DONE


def test_a_point_emptied_is_a_blank_and_a_new_one_is_this_periods() -> None:
    emptied = put(carried(lead=None), ("i1.text", ""))
    assert places(emptied)["i1.text"].state is State.EMPTY
    fresh = small([text_block("b1", {"id": "i1", "text": WORDS})], fields=[])
    assert states(fresh) == [State.FILLED] * 4
    assert lasts(fresh) == [None] * 3


@pytest.mark.parametrize(("former", "last"), [("同比下降3.2%", "-3.2"), ("同比增长XX%", None)])
def test_what_a_figure_was_is_said_as_it_is_typed(former: str, last: str | None) -> None:
    assert lasts(carried(f"收入{former}。")) == [last]
