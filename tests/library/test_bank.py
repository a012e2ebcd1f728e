"""The indicator bank: what the shipped one keeps to, and what is told of a wrong one."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from model.errors import TemplateError
from model.library.bank import Bank, load_bank, why_not_offered
from model.report.project import Organization
from model.values.facet import Facet
from model.values.growth import Flow, Growth, Measure, Target
from model.values.period import Period

ROOT = Path(__file__).parents[2]
MENDED = {"info-services-va"}
"""Whose names the reference has without their marks (信息传输软件和…)."""
REFERENCE = ROOT.parent / "shared" / "reference"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(ROOT / "templates" / "indicators.json")


def _file(folder: Path, *entries: Any) -> Path:
    path = folder / "indicators.json"
    path.write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_name_and_its_synonyms_lead_to_one_indicator(bank: Bank) -> None:
    for name in ("地区生产总值", "GDP", "生产总值"):
        assert bank.by_name[name].id == "gdp"
    assert bank.by_name["规上工业增加值"] is bank.by_id["industrial-va-above-scale"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("财政总收入", "地方财政收入"),
        ("优良天数", "优良率"),
        ("工业增加值", "规模以上工业增加值"),
        ("实际利用外资", "招商引资到位资金"),
        ("城镇新增就业", "新增就业"),
        ("居民人均可支配收入", "城乡居民人均可支配收入"),
    ],
)
def test_what_is_easily_confused_is_kept_apart_and_named_as_related(
    bank: Bank, one: str, other: str
) -> None:
    first, second = bank.by_name[one], bank.by_name[other]
    assert first.id != second.id
    assert second.id in first.related
    assert first.id in second.related


def test_entries_stand_in_their_customary_order(bank: Bank) -> None:
    orders = [one.order for one in bank]
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)


def test_only_what_statistics_compute_from_levels_is_nominal(bank: Bank) -> None:
    assert bank.by_id["gdp"].growth is Growth.CONSTANT_PRICE
    assert bank.by_id["fixed-asset-investment"].growth is Growth.SAME_BASE
    assert bank.by_id["general-public-budget-revenue"].growth is Growth.NOMINAL
    for one in bank:
        if one.measure is Measure.RATE:
            assert one.growth in (Growth.POINTS, Growth.NONE), one.id


def test_balances_are_never_completed(bank: Bank) -> None:
    for one in bank:
        if one.flow is Flow.STOCK and one.name.endswith("余额"):
            assert "完成" not in one.verbs, one.id


def test_a_growth_target_is_a_rate_and_a_level_has_the_unit_of_its_indicator(bank: Bank) -> None:
    gdp = bank.by_id["gdp"]
    assert gdp.target is Target.GROWTH
    assert (gdp.unit_of(Facet.PLAN), gdp.unit_of(Facet.ACTUAL)) == ("%", "亿元")
    for one in bank:
        if one.measure is Measure.GROWTH_ONLY:
            assert one.unit not in ("", "%"), one.id


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference tables are not here")
@pytest.mark.parametrize("table", ["indicators.tsv", "indicators-extra.tsv"])
def test_every_quantity_of_the_reference_has_its_own_entry(bank: Bank, table: str) -> None:
    with (REFERENCE / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows
    for row in rows:
        one = bank.by_id[row["id"]]
        if one.id in MENDED:
            assert row["name"] in one.synonyms
        else:
            assert one.name == row["name"]
            assert "、".join(one.synonyms) == row["synonyms"]
        assert one.part_of == (row["part_of"] or None)


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([{"id": "a"}], ["[0].name", "缺少"]),
        ([{"id": "A b", "name": "甲"}], ["[0].id", "小写英文字母"]),
        ([{"id": "a", "name": "甲", "flow": "river"}], ["[0].flow", "stock", "river"]),
        ([{"id": "a", "name": "甲", "unitt": "亿元"}], ["[0].unitt", "拼写"]),
        ([{"id": "a", "name": "甲"}, {"id": "a", "name": "乙"}], ["[1].id", "两次"]),
        (
            [{"id": "a", "name": "甲"}, {"id": "b", "name": "乙", "synonyms": ["甲"]}],
            ["[1].synonyms", "“a”"],
        ),
        ([{"id": "a", "name": "甲", "part_of": "b"}], ["[0].part_of", "“b”"]),
        ([{"id": "a", "name": "甲", "related": ["b"]}], ["[0].related[0]", "“b”"]),
        ([{"id": "a", "name": "甲", "related": ["a"]}], ["[0].related[0]", "“a”"]),
        ([{"id": "a", "name": "甲", "complete_parts": [["b"]]}], ["complete_parts[0][0]", "“b”"]),
        ([{"id": "a", "name": "甲", "periods": ["H2"]}], ["[0].periods[0]", "Q1-3", "H2"]),
    ],
)
def test_a_wrong_bank_is_told_with_file_and_place(
    tmp_path: Path, entries: list[Any], told: list[str]
) -> None:
    with pytest.raises(TemplateError) as caught:
        load_bank(_file(tmp_path, *entries))
    for words in ("indicators.json", *told):
        assert words in str(caught.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{}", "列表"),
        (b"[{]", "第1行第3列"),
        (b"\xff\xfe[", "UTF-8"),
        (b'[{"id": "a", "id": "b", "name": "c"}]', "“id”在同一个对象里写了两次"),
    ],
)
def test_a_file_that_is_no_bank_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "indicators.json"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match="indicators.json") as caught:
        load_bank(path)
    assert told in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="读不到这个文件"):
        load_bank(tmp_path / "indicators.json")


@pytest.mark.parametrize(
    ("id_", "period", "said"),
    [
        ("gdp", "2026-H1", "2026-H1"),
        ("gdp", "2026-M1-5", None),
        ("gdp", "2026-M5", None),
        ("gdp", "2026-M6", "2026-H1"),
        ("gdp", "2026-Q2", "2026-Q2"),
        ("disposable-income-urban", "2026-M1-8", None),
        ("fixed-asset-investment", "2026-M5", "2026-M1-5"),
        ("fixed-asset-investment", "2026-M1", None),
        ("consumer-goods-retail", "2026-M5", "2026-M5"),
        ("consumer-goods-retail", "2026-M2", "2026-M1-2"),
        ("industrial-va-above-scale", "2026-M1-2", "2026-M1-2"),
        ("industrial-va-above-scale", "2026-M1", None),
        ("service-revenue-above-scale", "2026-H1", "2026-M1-5"),
        ("service-revenue-above-scale", "2026-M1-2", None),
        ("industrial-profit", "2026-Y", "2026-M1-11"),
        ("summer-grain-output", "2026-Q1", None),
        ("summer-grain-output", "2026-H1", "2026-H1"),
        ("early-rice-output", "2026-H1", None),
        ("early-rice-output", "2026-Q1-3", "2026-Q1-3"),
        ("grain-output", "2026-H1", None),
        ("rd-intensity", "2026-Y", "2026-Y"),
        ("general-public-budget-revenue", "2026-M1", "2026-M1"),
        ("poverty-rate", "2026-Y", None),
        ("poverty-rate", "2020-Y", "2020-Y"),
    ],
)
def test_a_text_says_the_value_that_there_is_by_then(
    bank: Bank, id_: str, period: str, said: str | None
) -> None:
    found = bank.by_id[id_].period_said(Period.parse(period))
    assert found == (None if said is None else Period.parse(said))


def test_an_act_stands_before_its_object_and_a_name_that_holds_it_needs_none(bank: Bank) -> None:
    for id_ in ("special-bonds-new", "stationed-teams", "cultural-events", "villages"):
        assert bank.by_id[id_].verb_first, id_
    for one in bank:
        if one.verb_first:
            assert one.verbs, one.id
            assert not any(verb in one.name for verb in one.verbs), one.id
            assert one.measure is not Measure.RATE, one.id


def test_shares_bounded_by_nature_are_marked_and_others_are_not(bank: Bank) -> None:
    assert bank.by_id["forest-rate"].bounded
    for id_ in ("debt-ratio", "loan-deposit-ratio", "sales-ratio", "preschool-gross", "cpi-rise"):
        assert not bank.by_id[id_].bounded, id_
    assert all(one.unit == "%" for one in bank if one.bounded)


def test_the_parts_of_a_whole_are_in_its_unit(bank: Bank) -> None:
    assert bank.by_id["gdp"].complete_parts == (("primary-va", "secondary-va", "tertiary-va"),)
    for one in (one for one in bank if not one.structure_parts):
        for part in (bank.by_id[id_] for parts in one.complete_parts for id_ in parts):
            assert part.unit == one.unit, (one.id, part.id)


def test_departments_are_called_as_they_are_today(bank: Bank) -> None:
    gone = {"人行", "金融办", "招商局", "政务服务局", "扶贫办", "乡村振兴局"}
    assert gone.isdisjoint(one.supplier for one in bank)
    assert bank.by_id["volunteers"].supplier == "社会工作部"


def test_what_grows_has_a_growth_where_its_goal_is_one(bank: Bank) -> None:
    for one in bank:
        if one.target is Target.GROWTH:
            assert one.growth is not Growth.NONE, one.id


@pytest.mark.parametrize(
    ("id_", "period", "why"),
    [
        ("gdp", "2026-H1", ""),
        ("gdp", "2026-M1-5", "1—5月没有这个数"),
        ("fixed-asset-investment", "2026-M5", ""),
        ("poverty-rate", "2026-H1", "2020年以后不再用"),
        ("cpi", "2026-H1", "县一级没有这个数"),
        ("surveyed-unemployment", "2026-H1", "县一级没有这个数"),
        ("total-investment", "2026-H1", "是某个项目、某家企业的数"),
        ("rd-intensity", "2026-H1", "上半年没有这个数"),
        ("rd-intensity", "2026-Y", ""),
    ],
)
def test_what_no_text_of_a_county_can_say_is_not_offered(
    bank: Bank, id_: str, period: str, why: str
) -> None:
    county, at = Organization(name="云岭县", superior="江州市"), Period.parse(period)
    assert why_not_offered(bank.by_id[id_], county, at) == why
    assert (bank.by_id[id_] in bank.offered(county, at)) == (not why)


def test_a_city_is_offered_what_no_county_has(bank: Bank) -> None:
    city = Organization(name="江州市", superior="江南省")
    assert bank.by_id["cpi"] in bank.offered(city, Period.parse("2026-H1"))
