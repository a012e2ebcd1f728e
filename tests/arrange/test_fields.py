"""Fields of a project: added with a kind, renamed, moved, and kept while a text names them."""

import pytest

from model.arrange.fields import add_field, remove_field, rename_field, shift_field
from model.errors import PlaceError, ValueRefused
from model.values.field_kind import FieldKind
from tests.small_project import put, small, text


def test_a_new_field_is_typed_and_can_be_named_in_a_text() -> None:
    project = add_field(small(), "乡镇个数", FieldKind.INTEGER, unit="个")
    field = project.fields[-1]
    with pytest.raises(ValueRefused, match="不是整数"):
        put(project, (field.id, "1.5"))
    said = put(project, (field.id, "12"), ("i3.text", f"全县{{{field.id}}}乡镇。"))
    assert "全县12个乡镇。" in text(said)


def test_a_label_is_there_once() -> None:
    for label, message in (("领导", "已经有“领导”"), ("", "写出这一项的名称")):
        with pytest.raises(ValueRefused, match=message):
            add_field(small(), label)
        with pytest.raises(ValueRefused, match=message):
            rename_field(small(), "towns", label)


def test_a_choice_needs_something_to_choose_from() -> None:
    project = add_field(small(), "走势", FieldKind.CHOICE, choices="回升、平稳")
    assert project.fields[-1].choices == ("回升", "平稳")
    with pytest.raises(ValueRefused, match="至少要有两个"):
        add_field(small(), "走势", FieldKind.CHOICE, choices="回升")


def test_a_field_that_a_text_names_stays_and_it_is_told_where() -> None:
    with pytest.raises(ValueRefused, match="“领导”还用在“经济运行”"):
        remove_field(small(), "leader")
    left = remove_field(small(), "towns")
    assert left.field("towns") is None
    with pytest.raises(PlaceError, match="没有“towns”"):
        remove_field(left, "towns")


def test_a_field_keeps_id_and_value_under_another_label_and_place() -> None:
    project = put(small(), ("leader", "王市长"))
    arranged = shift_field(rename_field(project, "leader", "听取汇报的领导"), "leader", 2)
    assert arranged.fields[2].label == "听取汇报的领导"
    assert arranged.fields[2].value == "王市长"
    assert shift_field(project, "leader", -1) is project
