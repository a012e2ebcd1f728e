"""Every kind of field: what is normalized, what is refused, and what the refusal says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.entry.typed import normalize, signed
from model.errors import ValueRefused
from model.values.field_kind import FieldKind
from model.values.quantity import Quantity
from tests.small_project import put, small

NORMALIZED = [
    ("leader", " 王市长 ", "王市长"),
    ("story", " 第一句。第二句。", " 第一句。第二句。"),
    ("towns", "１２", "12"),
    ("towns", "12.0", "12"),
    ("towns", "1,200个", "1200"),
    ("area", "2316.5", "2316.5"),
    ("share", "５％", "5"),
    ("share", "80.8%", "80.8"),
    ("share", "下降3.2%", "-3.2"),
    ("share", "持平", "0"),
    ("rise", "1.2百分点", "1.2"),
    ("rise", "回落0.3个百分点", "-0.3"),
    ("money", "6.820", "6.820"),
    ("meeting-day", "2026年7月5日", "2026-07-05"),
    ("meeting-day", "２０２６/7/5", "2026-07-05"),
    ("meeting-day", "2026.7.5", "2026-07-05"),
    ("meeting-day", "2024-2-29", "2024-02-29"),
    ("since", "2026-H1", "2026-H1"),
    ("since", "2026年上半年", "2026-H1"),
    ("since", "２０２６年1-5月", "2026-M1-5"),
    ("since", "2026年5月", "2026-M5"),
    ("since", "2026年", "2026-Y"),
    ("tone", "平稳", "平稳"),
    ("place-in-city", "3", "全市第3位"),
    ("place-in-city", "增速居全省第3位", "增速全省第3位"),
    ("offices", "财政局，住建局 教育局", "财政局、住建局、教育局"),
]
REFUSED = [
    ("leader", "王\n市长", "换行"),
    ("leader", "王\x07市长", "U\\+0007"),
    ("story", "图\ufffc", "U\\+FFFC"),
    ("story", "第一段。\r\n第二段。", "换行"),
    ("towns", "12.5", "不是整数"),
    ("towns", "约12", "“约”字"),
    ("towns", "12亩", "亩.*个"),
    ("area", "12,5", "逗号"),
    ("area", "1.2.3", "小数点"),
    ("area", "1_000", "不是数字"),
    ("area", "1e5", "不是数字"),
    ("area", "٣", "不是数字"),
    ("share", "4,700%", "超出了范围"),
    ("share", "-101%", "超出了范围"),
    ("share", "下降-3%", "看不出是升是降"),
    ("rise", "120", "超出了范围"),
    ("rise", "1.2%", "%.*个百分点"),
    ("money", "6.82吨", "吨.*亿元"),
    ("money", "6.82亿", "没有写全"),
    ("meeting-day", "2026年2月30日", "没有.*这一天"),
    ("meeting-day", "2025-2-29", "没有.*这一天"),
    ("meeting-day", "2026-13-1", "没有.*这一天"),
    ("meeting-day", "0026-1-1", "没有.*这一天"),
    ("meeting-day", "7月5日", "看不懂日期"),
    ("since", "2026-H2", "看不懂报告期"),
    ("since", "上半年", "看不懂报告期"),
    ("since", "1900-H1", "年份不对"),
    ("since", "1900年上半年", "年份不对"),
    ("tone", "快", "可选：平稳、较快"),
    ("place-in-city", "0", "从1算起"),
    ("offices", "财政局、财政局", "写了两次"),
]


@pytest.mark.parametrize(("field", "typed", "kept"), NORMALIZED)
def test_what_is_beyond_doubt_is_normalized(field: str, typed: str, kept: str) -> None:
    found = put(small(), (field, typed)).field(field)
    assert found is not None
    assert found.value == kept


@pytest.mark.parametrize(("field", "typed", "why"), REFUSED)
def test_what_is_in_doubt_is_refused_by_place_and_label(field: str, typed: str, why: str) -> None:
    project = small()
    label = project.field(field).label  # type: ignore[union-attr]
    with pytest.raises(ValueRefused, match=f"(?s)^{field}：{label}：.*{why}"):
        put(project, (field, typed))


@pytest.mark.parametrize("kind", FieldKind)
def test_every_kind_is_tried_above(kind: FieldKind) -> None:
    kinds = {field.id: field.kind for field in small().fields}
    assert kind in {kinds[place] for place, *_ in NORMALIZED}
    assert kind in {kinds[place] for place, *_ in REFUSED}


def test_a_unit_that_converts_is_kept_with_the_number() -> None:
    found = put(small(), ("money", "68213万元")).field("money")
    assert found is not None
    assert (found.value, found.unit) == ("68213", "万元")


def test_nothing_typed_makes_a_field_blank_again() -> None:
    project = put(small(), ("towns", "12"))
    assert put(project, ("towns", "  ")).field("towns").value is None  # type: ignore[union-attr]


@given(st.sampled_from(FieldKind), st.text(max_size=20), st.sampled_from(["", "%", "亿元", "个"]))
def test_a_kept_value_typed_again_is_kept_as_it_is(kind: FieldKind, typed: str, unit: str) -> None:
    try:
        kept = normalize(kind, typed, unit, ("平稳", "较快"))
    except ValueRefused:
        return
    assert normalize(kind, kept.text, kept.unit, ("平稳", "较快")) == kept


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("降幅收窄2.1", "2.1"),
        ("降幅比上年同期收窄2.1个百分点", "2.1"),
        ("降幅扩大2.1个百分点", "-2.1"),
        ("增幅收窄2.1", "-2.1"),
        ("增速较1—4月提高0.4个百分点", "0.4"),
        ("增速回落0.4", "-0.4"),
        ("较一季度放缓0.9个百分点", "-0.9"),
        ("高于全市平均1.2个百分点", "1.2"),
        ("低于年度目标1.9", "-1.9"),
        ("快于全省0.3个百分点", "0.3"),
        ("与全市平均持平", "0"),
        ("与1—4月持平", "0"),
        ("−0.4", "-0.4"),
    ],
)
def test_the_sign_of_a_change_is_that_of_the_growth(typed: str, value: str) -> None:
    assert signed(typed, "个百分点") == Quantity(Decimal(value), "个百分点")


@pytest.mark.parametrize("typed", ["收窄2.1", "扩大2.1个百分点", "较上年收窄2.1"])
def test_what_narrowed_must_be_told(typed: str) -> None:
    with pytest.raises(ValueRefused, match="看不出是升是降.*降幅"):
        signed(typed, "个百分点")
