"""三次产业结构: entered as shares, said from the shares of its parts, never a value of its own."""

from typing import Any

import pytest

from model.arrange.indicators import add_indicator, remove_indicator
from model.arrange.uses import add_use, choosable_facets, remove_use
from model.compose.compose import Composer
from model.errors import ValueRefused
from model.library.shipped import bank
from model.places.inventory import places_of
from model.report.project import Project
from model.report.tree import find
from model.table.grid import Grid
from model.values.facet import Facet
from model.values.state import State
from tests.small_project import put, small, text

NOW = ("gdp-structure@2026-H1.actual", "14.5:41.6:43.9")
BEFORE = ("gdp-structure@2025-H1.actual", "15.2：41：43.8")
BLOCK: dict[str, Any] = {"kind": "indicators", "id": "b1", "use": []}


def _stating() -> Project:
    return add_use(small([BLOCK]), "b1", bank().by_id["gdp-structure"])


def _said(project: Project) -> str:
    return text(project).splitlines()[1]


def test_a_structure_is_said_from_the_shares_of_its_parts() -> None:
    project = put(_stating(), NOW)
    assert _said(project) == "三次产业结构为14.5:41.6:43.9。"
    shares = [(one.indicator, one.facet, str(one.quantity)) for one in project.observations]
    assert shares == [
        ("primary-va", Facet.SHARE, "14.5%"),
        ("secondary-va", Facet.SHARE, "41.6%"),
        ("tertiary-va", Facet.SHARE, "43.9%"),
    ]


def test_a_structure_is_said_with_last_years_where_both_are_known() -> None:
    moved = "三次产业结构由15.2:41:43.8调整为14.5:41.6:43.9。"
    assert _said(put(_stating(), NOW, BEFORE)) == moved
    assert _said(put(_stating(), NOW, ("gdp-structure@2026-H1.prior", BEFORE[1]))) == moved
    same = put(_stating(), NOW, ("gdp-structure@2025-H1.actual", NOW[1]))
    assert _said(same) == "三次产业结构为14.5:41.6:43.9，与上年同期持平。"


def test_a_structure_is_a_blank_until_all_shares_are_known() -> None:
    assert _said(_stating()) == "三次产业结构为XX:XX:XX。"
    part = put(_stating(), ("primary-va@2026-H1.share", "14.5"))
    assert _said(part) == "三次产业结构为XX:XX:XX。"
    assert _said(put(_stating(), BEFORE)) == "三次产业结构为XX:XX:XX。"
    others = ("secondary-va@2026-H1.share", "41.6"), ("tertiary-va@2026-H1.share", "43.9")
    assert _said(put(part, *others)) == "三次产业结构为14.5:41.6:43.9。"
    assert _said(put(_stating(), NOW, (NOW[0], ""))) == "三次产业结构为XX:XX:XX。"


def test_a_structure_is_one_place_that_shows_what_was_typed() -> None:
    project = put(_stating(), NOW)
    (place,) = (one for one in places_of(project) if one.place == NOW[0])
    assert (place.value, place.state) == (NOW[1], State.FILLED)


def test_a_composer_says_a_structure_anew_when_a_share_changes() -> None:
    composer, first = Composer(), put(_stating(), NOW)
    changed = put(first, ("tertiary-va@2026-H1.share", "43.8"))
    assert "14.5:41.6:43.9" in composer.compose(first, first.reports[0]).text
    assert "14.5:41.6:43.8" in composer.compose(changed, changed.reports[0]).text


def test_a_row_of_the_table_is_changed_when_a_share_is() -> None:
    first = put(_stating(), NOW)
    grid = Grid(first, first.reports[0])
    changed = put(first, (NOW[0], "14:42:44"))
    after = Grid(changed, changed.reports[0])
    names = [after.rows[row].indicator.id for row in after.changed_rows(grid)]
    assert "gdp-structure" in names


def test_a_link_says_the_whole_structure() -> None:
    item = {"id": "i1", "text": "结构优化为{@gdp-structure.actual}，即{@gdp-structure.actual|n}。"}
    block = {"kind": "text", "id": "b1", "paragraphs": [[item]]}
    project = add_indicator(small([block]), bank().by_id["gdp-structure"])
    assert _said(project) == "结构优化为XX:XX:XX，即XX:XX:XX。"
    assert _said(put(project, NOW)) == "结构优化为14.5:41.6:43.9，即14.5:41.6:43.9。"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("14.5:41.6:33.9", "加起来是90.0，应当是100"),
        ("14.5:85.5", "不是3个数"),
        ("14.5", "不是3个数"),
        ("14.5:41.6:43.9:0", "不是3个数"),
        ("14.5::85.5", "这里要填数字"),
        ("-10:60:50", "超出了范围"),
        ("一:二:三", "不是数字"),
    ],
)
def test_what_is_no_structure_is_refused(typed: str, why: str) -> None:
    with pytest.raises(ValueRefused, match=why):
        put(_stating(), (NOW[0], typed))


@pytest.mark.parametrize("facet", ["yoy", "points", "share", "rank", "forecast", "change"])
def test_a_structure_has_nothing_but_its_shares(facet: str) -> None:
    with pytest.raises(ValueRefused, match="只填各部分的占比"):
        put(_stating(), (f"gdp-structure@2026-H1.{facet}", "3"))


def test_only_what_a_structure_has_can_be_chosen_for_it() -> None:
    project = _stating()
    (use,) = find(project, "b1").use  # type: ignore[union-attr]
    assert set(choosable_facets(project, use)) == {Facet.ACTUAL, Facet.PRIOR}


def test_the_parts_come_with_a_structure_and_stay_while_it_does() -> None:
    project = add_use(_stating(), "b1", bank().by_id["primary-va"])
    with pytest.raises(ValueRefused, match="要用“第二产业增加值”的占比"):
        remove_indicator(project, "secondary-va")
    assert remove_use(project, "b1", "primary-va").indicator("primary-va") is not None


def test_a_part_that_the_project_has_under_its_own_id_is_used() -> None:
    own = small([BLOCK]).changed(
        indicators=(bank().by_id["primary-va"].for_project().changed(id="own-1", part_of=None),)
    )
    project = put(add_use(own, "b1", bank().by_id["gdp-structure"]), NOW)
    assert project.observations[0].indicator == "own-1"
    assert _said(project) == "三次产业结构为14.5:41.6:43.9。"
