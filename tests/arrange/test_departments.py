"""Departments are set down once, renamed everywhere, and known by every name they had."""

from datetime import date

import pytest

from model.arrange.departments import (
    Names,
    add_department,
    change_department,
    remove_department,
    rename_department,
    set_down_suppliers,
    suppliers_in,
)
from model.errors import PlaceError, ValueRefused
from model.report.departments import SentForm
from model.report.project import Project
from model.report.tree import find
from model.values.period import Period
from tests.small_project import put, small


def supplied() -> Project:
    """A project in which 财政局 supplies, leads and supports, and was sent a form."""
    form = SentForm(
        id="f1", department="财政局", period=Period.parse("2026-H1"), sent=date(2026, 7, 1)
    )
    project = put(
        small(),
        ("b2.supplier", "财政局"),
        ("leader.supplier", "政府办"),
        ("t1.support", "财政局、各乡镇"),
        ("t2.lead", "县财政局"),
    )
    return project.changed(forms=(form,))


def test_a_new_name_stands_everywhere_and_the_old_one_is_still_known() -> None:
    renamed = rename_department(supplied(), "财政局", "财政税务局")
    assert {one.supplier for one in renamed.indicators} == {"财政税务局", ""}
    block, first, second = (find(renamed, id_) for id_ in ("b2", "t1", "t2"))
    assert getattr(block, "supplier", "") == "财政税务局"
    assert getattr(first, "support", ()) == ("财政税务局", "各乡镇")
    assert getattr(second, "lead", ()) == ("县财政局",)
    assert renamed.forms[0].department == "财政税务局"
    known = renamed.organization.department("财政局")
    assert known is not None
    assert known.former == ("财政局",)
    back = rename_department(renamed, "财政税务局", "财政局")
    assert back.organization.departments[0].former == ("财政税务局",)
    assert suppliers_in(back) == suppliers_in(supplied())


def test_a_name_means_one_department_only() -> None:
    project = add_department(supplied(), Names("财政局", "财局", "财政科、税务科"))
    id_ = project.organization.departments[0].id
    for names in (Names("财局"), Names("数据局", "税务科"), Names("统计局", "", "财政局")):
        with pytest.raises(ValueRefused, match="只能指一个单位"):
            add_department(project, names)
    with pytest.raises(ValueRefused, match="请写出单位的名称"):
        change_department(project, id_, Names(" "))
    shorter = change_department(project, id_, Names("财政局", "财局"))
    assert shorter.organization.department("税务科") is None
    assert remove_department(shorter, id_).organization.departments == ()
    with pytest.raises(PlaceError):
        remove_department(shorter, "d0")


def test_all_suppliers_are_set_down_once() -> None:
    project = set_down_suppliers(supplied())
    assert [one.name for one in project.organization.departments] == ["政府办", "财政局"]
    assert set_down_suppliers(project) is project
