"""Charts: what they draw, how they are numbered, what they leave blank."""

from datetime import date
from decimal import Decimal

import pytest

from model.arrange import charts
from model.arrange.indicators import remove_indicator
from model.arrange.order import shift
from model.arrange.parts import add_block
from model.check.registry import problems
from model.compose.compose import Composer, compose
from model.document import Chart, Mark
from model.entry.apply import Assignment, set_values
from model.errors import ValueRefused
from model.library import shipped
from model.places.inventory import places_of
from model.renewal.next_period import carry, next_period
from model.report.project import Project
from model.report.section import MOST_CATEGORIES, ChartForm, ChartShows
from model.values.facet import Facet
from model.values.period import Period
from model.values.state import State
from tests.small_project import small

TODAY = date(2026, 7, 5)
LEVELS = (("2026-H1", "6.82"), ("2025-H1", "6.1"), ("2023-H1", "5.9"))


def filled(project: Project, **values: str) -> Project:
    """The project with values by their places."""
    return set_values(project, [Assignment(*pair) for pair in values.items()], TODAY)


@pytest.fixture(scope="module")
def drawn() -> tuple[Project, str]:
    """Revenue as bars, its growth as a line, over four half-years of which one is unknown."""
    project = small()
    after = project.reports[0].content[0].id
    made = add_block(project, "chart", after=after)
    id_ = next(one.id for one in made.reports[0].content if one.kind == "chart")
    revenue = made.indicator("revenue")
    assert revenue is not None
    made = charts.add_series(charts.add_series(made, id_, revenue), id_, revenue)
    values = {f"revenue@{period}.actual": value for period, value in LEVELS}
    return filled(made, **values, **{"revenue@2026-H1.yoy": "-3.2"}), id_


def chart_of(project: Project) -> Chart:
    body = compose(project, project.reports[0]).body
    return next(block for block in body if isinstance(block, Chart))


def test_sums_are_bars_and_growth_is_a_line_on_the_axis_at_the_right(
    drawn: tuple[Project, str],
) -> None:
    chart = chart_of(drawn[0])
    years = ("2023", "2024", "2025", "2026")
    assert chart.categories == tuple(f"{year}年上半年" for year in years)
    bars, line = chart.drawn
    assert (bars.mark, bars.second, line.mark, line.second) == (Mark.BARS, False, Mark.LINE, True)
    assert bars.values == (Decimal("5.9"), None, Decimal("6.1"), Decimal("6.82"))
    assert line.values[-1] == Decimal("-3.2")
    assert "2024年上半年空缺" in chart.words
    assert "2026年上半年6.82亿元" in chart.words


def test_a_gap_is_a_place_to_fill_and_is_told_by_the_check(drawn: tuple[Project, str]) -> None:
    project = drawn[0]
    empty = {one.place for one in places_of(project) if one.state is State.EMPTY}
    gaps = {span.place for span, _ in chart_of(project).gaps()}
    assert "revenue@2024-H1.actual" in gaps
    assert gaps <= empty
    told = {one.place: one.message for one in problems(project, project.reports[0])}
    assert "2024年上半年一般公共预算收入" in told["revenue@2024-H1.actual"]
    whole = filled(project, **{"revenue@2024-H1.actual": "6"})
    assert "revenue@2024-H1.actual" not in {
        one.place for one in places_of(whole) if one.state is State.EMPTY
    }


def test_charts_are_numbered_in_reading_order_and_prose_refers_to_them(
    drawn: tuple[Project, str],
) -> None:
    project, first = drawn
    item = "t2.text"
    project = filled(project, **{item: f"见{{{first}}}。"})
    composer = Composer()

    def shown(of: Project) -> list[str]:
        made = composer.compose(of, of.reports[0])
        assert made == compose(of, of.reports[0])
        return [block.text for block in made.body]

    assert any("见图1。" in text for text in shown(project))
    assert any(text.startswith("图1　一般公共预算收入") for text in shown(project))
    other = add_block(project, "chart", inside=project.reports[0].content[0].id)
    second = next(
        one.id
        for one in other.reports[0].content[0].content  # type: ignore[union-attr]
        if one.kind == "chart"
    )
    revenue = other.indicator("revenue")
    assert revenue is not None
    other = charts.add_series(other, second, revenue)
    assert any("见图2。" in text for text in shown(other))
    assert not [one for one in problems(other, other.reports[0]) if one.check == "link"]


def test_what_cannot_be_drawn_whole_is_refused(drawn: tuple[Project, str]) -> None:
    project, id_ = drawn
    with pytest.raises(ValueRefused, match="最多画12期"):
        charts.set_count(project, id_, MOST_CATEGORIES + 1)
    bank = shipped.bank()
    with pytest.raises(ValueRefused, match="和图里别的数不同"):
        charts.add_series(project, id_, bank.by_name["快递业务量"])
    with pytest.raises(ValueRefused, match="没有第4行"):
        charts.remove_series(project, id_, 3)
    with pytest.raises(ValueRefused, match="还写在"):
        remove_indicator(charts_only(project, id_), "revenue")


def charts_only(project: Project, id_: str) -> Project:
    """The project with nothing but the chart in its text."""
    report = project.reports[0]
    only = tuple(one for one in report.content if one.id == id_)
    return project.changed(reports=(report.changed(content=only),))


def test_a_chart_is_changed_row_by_row(drawn: tuple[Project, str]) -> None:
    project, id_ = drawn
    turned = charts.shift_series(project, id_, 0, 1)
    assert [one.second for one in chart_of(turned).drawn] == [False, True]
    assert chart_of(turned).drawn[0].unit == "%"
    ranks = charts.set_series(
        charts.remove_series(project, id_, 1), id_, 0, Facet.RANK, ChartForm.LINE
    )
    ranks = filled(ranks, **{"revenue@2026-H1.rank": "全市第3位"})
    assert chart_of(ranks).drawn[0].ranks
    assert "2026年上半年第3位" in chart_of(ranks).words
    few = charts.set_count(project, id_, 2)
    assert chart_of(few).categories == ("2025年上半年", "2026年上半年")
    beside = charts.set_shows(project, id_, ChartShows.INDICATORS)
    assert chart_of(beside).categories == ("一般公共预算收入",)
    gone = charts.remove_series(charts.remove_series(project, id_, 0), id_, 0)
    assert not [one for one in compose(gone, gone.reports[0]).body if isinstance(one, Chart)]
    assert shift(project, id_, -1) != project


def test_sums_since_january_are_never_drawn_one_after_the_other(
    drawn: tuple[Project, str],
) -> None:
    project, id_ = drawn
    one_by_one = charts.set_shows(project, id_, ChartShows.PERIODS)
    assert chart_of(one_by_one).categories == chart_of(project).categories
    growth = charts.remove_series(one_by_one, id_, 0)
    growth = filled(growth, **{"revenue@2026-Q1.yoy": "4.1"})
    assert chart_of(growth).categories == ("2026年一季度", "2026年上半年")


def test_the_next_period_moves_a_chart_on(drawn: tuple[Project, str]) -> None:
    project = drawn[0]
    assert next_period(project) == Period.parse("2026-Q1-3")
    later = carry(project, Period.parse("2027-H1"))
    chart = chart_of(later)
    assert chart.categories[-2:] == ("2026年上半年", "2027年上半年")
    assert chart.drawn[0].values[-2:] == (Decimal("6.82"), None)
