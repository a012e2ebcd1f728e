"""A project survives its file: nothing is lost, nothing is damaged, nothing newer is broken."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.errors import (
    ConflictError,
    NewerVersionError,
    ProjectFileError,
    ReadOnlyError,
    SaveError,
)
from model.report.project import Project
from model.report.section import Opaque, blocks_of
from model.storage import migrations, project_file
from model.storage.atomic import ABSENT, digest, digest_of
from model.version import VERSION

PRESENT = Path(__file__).parents[1] / "data" / "projects" / "v7.json"
NAMED = Path("材料.json")
MANY = settings(max_examples=4 * settings().max_examples)


def raw() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(PRESENT.read_text("utf-8"))
    return data


def loaded(data: dict[str, Any]) -> project_file.Loaded:
    return project_file.loads(json.dumps(data, ensure_ascii=False).encode(), NAMED)


def saved_again(project: Project) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(project_file.dumps(project))
    return data


def test_a_file_of_this_version_opens_without_a_word() -> None:
    first = project_file.load(PRESENT)
    assert not first.read_only
    assert first.notes == ()
    assert first.digest == digest(first.data) == digest_of(PRESENT)
    assert first.project.organization.name == "云岭县"
    assert len(first.project.reports) == 2


def test_all_that_the_file_says_stands_in_it_after_a_save() -> None:
    before, after = raw(), saved_again(project_file.load(PRESENT).project)
    before["saved_by"] = VERSION
    assert after == before


def test_a_block_of_an_unknown_kind_is_opaque_and_kept() -> None:
    project = project_file.load(PRESENT).project
    (chart,) = [one for one in blocks_of(project.reports[0].content) if isinstance(one, Opaque)]
    assert chart.kind == "chart"
    assert chart.id == "b7ch"


def test_what_was_not_changed_reads_the_same_after_an_edit() -> None:
    project = project_file.load(PRESENT).project
    other = project.changed(organization=project.organization.changed(name="青湖县"))
    before, after = saved_again(project), saved_again(other)
    assert after["organization"].pop("name") == "青湖县"
    before["organization"].pop("name")
    assert after == before


def test_the_text_is_one_value_a_line_with_the_head_first() -> None:
    text = project_file.dumps(project_file.load(PRESENT).project)
    assert text.endswith("}\n")
    assert [line.split(":")[0].strip(' "') for line in text.splitlines()[1:5]] == [
        "format",
        "version",
        "id",
        "saved_by",
    ]
    assert "云岭县上半年经济运行情况汇报" in text
    assert not [line for line in text.splitlines() if line.count('": ') > 1 and "{@" not in line]


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    project = project_file.load(PRESENT).project
    first = project_file.save(project, tmp_path / "a.json", expect=ABSENT)
    again = project_file.load(tmp_path / "a.json")
    assert again.project == project
    assert again.digest == first
    assert project_file.save(again.project, tmp_path / "b.json", expect=ABSENT) == first


def test_the_typed_digits_of_a_number_survive() -> None:
    data = raw()
    data["observations"][0]["value"] = "6.800"
    assert saved_again(loaded(data).project)["observations"][0]["value"] == "6.800"


def test_a_file_changed_meanwhile_is_a_conflict(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(PRESENT.read_bytes())
    first = project_file.load(file)
    file.write_bytes(PRESENT.read_bytes() + b"\n")
    with pytest.raises(ConflictError):
        project_file.save(first.project, file, expect=first.digest)
    assert file.read_bytes() == PRESENT.read_bytes() + b"\n"


def test_half_a_character_is_told_before_anything_is_written(tmp_path: Path) -> None:
    project = project_file.load(PRESENT).project
    for broken in (
        project.changed(dismissed=("\ud800",)),
        project.model_copy(update={"id": "\ud800"}),
    ):
        with pytest.raises(SaveError, match="半个字符"):
            project_file.save(broken, tmp_path / "a.json", expect=None)
    assert list(tmp_path.iterdir()) == []


def test_what_could_never_be_opened_again_is_not_written(tmp_path: Path) -> None:
    project = project_file.load(PRESENT).project
    with pytest.raises(SaveError, match="超过 20 MB 的上限"):
        project_file.save(
            project.changed(dismissed=("长" * 7_000_000,)), tmp_path / "a.json", expect=None
        )
    assert list(tmp_path.iterdir()) == []


def test_a_newer_version_opens_read_only_and_keeps_what_it_is(tmp_path: Path) -> None:
    data = raw() | {"version": migrations.CURRENT + 1, "saved_by": "9.2.0"}
    newer = loaded(data)
    assert newer.read_only
    assert len(newer.notes) == 1
    assert "9.2.0" in newer.notes[0]
    with pytest.raises(ReadOnlyError, match="升级"):
        project_file.save(newer.project, tmp_path / "a.json", expect=None)
    assert list(tmp_path.iterdir()) == []


def test_a_newer_version_that_cannot_be_understood_says_so() -> None:
    data = raw() | {"version": 99, "period": {"from": 1}}
    with pytest.raises(NewerVersionError, match="升级"):
        loaded(data)


@pytest.mark.parametrize("version", [None, 0, -1, "1", True, 1.0, [1]])
def test_a_version_that_is_none_is_refused(version: object) -> None:
    with pytest.raises(ProjectFileError, match="version 应当是从 1 起的整数"):
        loaded(raw() | {"version": version})


def broken(path: str, value: object) -> dict[str, Any]:
    """The first version with one value changed; `...` takes the key out."""
    data: Any = raw()
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    inside = data
    for step in steps:
        inside = inside[step]
    if value is ...:
        del inside[last]
    else:
        inside[last] = value
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("id", ..., "缺少 id"),
        ("id", 12, "id 应当是文字，现在是 12"),
        ("organization", [], "organization 应当是对象 {…}，现在是列表 […]"),
        ("organization/name", "", "organization.name 不能为空，现在是“”"),
        ("organization/peers", 0, "organization.peers 不能小于 1，现在是 0"),
        ("organization/peers", "很多", "organization.peers 应当是整数，现在是“很多”"),
        ("period", "2026-13", "period 不合规定（看不懂报告期“2026-13”"),
        ("period", None, "现在是空值 null"),
        ("fields/1/kind", "colour", "fields[1].kind 应当是 text、prose、"),
        ("fields/0/label", ..., "缺少 fields[0].label"),
        ("fields/1/id", "leader", "重复"),
        ("observations/0/value", 6.8, "observations[0].value 不合规定（数值要写成带引号的文字"),
        ("observations/1/value", "6,8", "observations[1].value 不合规定（“6,8”"),
        ("observations/0/noted", "7月1日", "observations[0].noted 应当是 2026-07-03 这样的日期"),
        ("indicators/0/id", "../x", "indicators[0].id 写法不符合规定，现在是“../x”"),
        ("reports", {"r1": 1}, "reports 应当是列表 […]，现在是对象 {…}"),
        ("reports/0/annex", "maybe", "reports[0].annex 应当是 true 或 false"),
        ("reports/0/content/0", "text", "reports[0].content[0] 应当是对象 {…}"),
        ("reports/0/content/0/id", ..., "缺少 reports[0].content[0].id"),
        (
            "reports/0/content/1/content/2/content/0/paragraphs/0/1/text",
            7,
            "reports[0].content[1].content[2].content[0].paragraphs[0][1].text 应当是文字",
        ),
        (
            "reports/0/content/0/paragraphs/0/0/marker",
            {},
            "reports[0].content[0].paragraphs[0][0].marker 不合规定",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_its_place(
    path: str, value: object, said: str
) -> None:
    with pytest.raises(ProjectFileError) as caught:
        loaded(broken(path, value))
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"无法读取“{NAMED}”：")
    assert caught.value.exit_code == 2


def test_of_many_faults_the_first_are_told_and_the_rest_counted() -> None:
    with pytest.raises(ProjectFileError, match="另有 5 处"):
        loaded(raw() | {"observations": [1] * 8})


texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(texts, inside, max_size=4),
    max_leaves=12,
)  # fmt: skip
unknown = st.dictionaries(texts.map("x-".__add__), values, max_size=3)


@pytest.mark.slow
@given(unknown, unknown, unknown, unknown, texts)
def test_unknown_keys_and_any_text_survive(
    root: dict[str, Any],
    in_report: dict[str, Any],
    in_item: dict[str, Any],
    in_opaque: dict[str, Any],
    text: str,
) -> None:
    data = raw() | root
    report = data["reports"][0]
    report |= in_report
    item = report["content"][0]["paragraphs"][0][0]
    item |= in_item | {"text": text}
    report["content"].insert(0, {"kind": "later", "id": "b0"} | in_opaque)
    first = loaded(data).project
    again = project_file.loads(project_file.dumps(first).encode(), NAMED).project
    assert again == first
    after = saved_again(again)
    for before, kept in (
        (data, after),
        (report, after["reports"][0]),
        (report["content"][0], after["reports"][0]["content"][0]),
        (item, after["reports"][0]["content"][1]["paragraphs"][0][0]),
    ):
        for key in before:
            if key.startswith("x-"):
                assert repr(kept[key]) == repr(before[key])
    assert after["reports"][0]["content"][1]["paragraphs"][0][0].get("text", "") == text


@pytest.mark.slow
@given(st.data())
@MANY
def test_a_damaged_file_never_raises_anything_else(data: st.DataObject) -> None:
    text = bytearray(PRESENT.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 40)))
        pieces = st.sampled_from(
            [b"", b"{", b"}", b"[", b"]", b",", b":", b'"', b"null", b"1e999", b"NaN", b"-1",
             b'"text"', b"[[]]", b'{"kind": 3}', b"\\ud800", b"\xff", text[:60], text[start:end]]
        )  # fmt: skip
        text[start:end] = data.draw(pieces)
    try:
        opened = project_file.loads(bytes(text), NAMED)
    except ProjectFileError as error:
        str(error).encode("utf-8")
    else:
        project_file.dumps(opened.project)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container of the tree with each of its keys or indexes."""
    steps = value.keys() if isinstance(value, dict) else range(len(value))
    found = [(value, step) for step in steps]
    for step in steps:
        if isinstance(value[step], dict | list):
            found += places(value[step])
    return found


@pytest.mark.slow
@given(st.data())
@MANY
def test_a_value_of_a_wrong_kind_anywhere_never_raises_anything_else(data: st.DataObject) -> None:
    tree = raw()
    container, step = data.draw(st.sampled_from(places(tree)))
    container[step] = data.draw(values)
    try:
        opened = loaded(tree)
    except ProjectFileError as error:
        str(error).encode("utf-8")
    else:
        again = project_file.loads(project_file.dumps(opened.project).encode(), NAMED)
        assert opened.read_only or again.project == opened.project


def test_a_project_without_texts_is_refused_as_there_is_nothing_to_open() -> None:
    rest = {name: value for name, value in raw().items() if name != "reports"}
    for data in (rest, rest | {"reports": []}):
        with pytest.raises(ProjectFileError, match=r"材料\.json.*一份文稿也没有"):
            loaded(data)
