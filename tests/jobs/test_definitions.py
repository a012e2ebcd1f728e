"""字段和指标 as two tables: added, changed, moved, removed, each refused in words where it must."""

import pytest

from model.errors import ValueRefused
from model.jobs import definitions
from model.jobs.definitions import COLUMNS, Kind
from tests.small_project import small


def cell(kind: Kind, title: str) -> int:
    return [column.title for column in COLUMNS[kind]].index(title)


def test_a_field_is_added_and_its_name_unit_and_department_changed() -> None:
    kind = Kind.FIELDS
    project = definitions.add(small(), kind, "走访企业", "家", "integer")
    id_ = project.fields[-1].id
    for title, typed in (("名称", "走访户数"), ("单位", "户"), ("供稿单位", "县民政局")):
        project = definitions.change(project, kind, id_, cell(kind, title), typed)
    told = definitions.rows(project, kind)[-1]
    assert told.cells == ("走访户数", "整数", "户", "县民政局", "没有用到")
    assert definitions.rows(definitions.shift(project, kind, id_, -99), kind)[0].id == id_
    assert definitions.remove(project, kind, id_).fields == small().fields
    chosen = definitions.add(project, kind, "天气", "晴、雨", "choice")
    assert chosen.fields[-1].choices == ("晴", "雨")
    with pytest.raises(ValueRefused, match="选择项，没有单位"):
        definitions.change(chosen, kind, chosen.fields[-1].id, cell(kind, "单位"), "天")
    with pytest.raises(ValueRefused, match="还用在"):
        definitions.remove(project, kind, definitions.rows(small(), kind)[0].id)


def test_an_indicator_comes_from_the_bank_or_is_ones_own_and_is_told_what_it_is() -> None:
    kind = Kind.INDICATORS
    known = definitions.add(small(), kind, "快递业务量", "吨")
    assert known.indicators[-1].unit == "亿件", "as the bank has it"
    own = definitions.add(small(), kind, "赶集人数", "人次")
    id_ = own.indicators[-1].id
    for title, typed in (("性质", "数量"), ("时期", "时期累计"), ("常用动词", "达到、接待")):
        own = definitions.change(own, kind, id_, cell(kind, title), typed)
    made = own.indicators[-1]
    assert (made.measure, made.flow, made.verbs) == ("count", "flow", ("达到", "接待"))
    heads = [one.title for one in COLUMNS[kind]]
    told = dict(zip(heads, definitions.rows(own, kind)[-1].cells, strict=True))
    assert (told["性质"], told["用在"]) == ("数量", "没有用到")
    assert definitions.shift(own, kind, id_, -99).indicators[0].id == id_
    assert definitions.remove(own, kind, id_).indicators == small().indicators
    assert "快递业务量" in definitions.bank_names()
