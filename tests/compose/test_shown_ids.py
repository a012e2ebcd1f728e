"""Every paragraph and row says which records it shows, each record where it begins."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.compose.compose import compose
from model.document import Document, Paragraph, Table
from model.library import shipped
from model.report.item import Item
from model.report.project import Project
from model.report.record import Record
from model.report.section import IndicatorsBlock, OutlookGroup, Row, Section, TableBlock, Task
from model.report.tree import walk
from tests.samples import example
from tests.small_project import document, put, small

KEYS = shipped.template_keys()


def shown(composed: Document) -> list[str]:
    """All ids of a document, in order."""
    ids: list[str] = []
    for block in composed.body:
        ids += block.ids
        ids += block.row_ids if isinstance(block, Table) else ()
    return ids


def shares(composed: Document) -> dict[str, str]:
    """What each record of a paragraph shows there."""
    found: dict[str, str] = {}
    for block in composed.body:
        if isinstance(block, Paragraph):
            for id_, first, after in block.reach():
                text = "".join(span.text for span in block.spans[first:after])
                found[id_] = text
    return found


def said_records(project: Project) -> Iterator[Record]:
    """The records of a text that have a paragraph, a point of one, or a row."""
    remarks = {
        id(record.remark) for record in walk(project.reports[0]) if hasattr(record, "remark")
    }
    for record in walk(project.reports[0]):
        match record:
            case Section(heading=heading):
                if heading is not None and (heading.text or heading.marker):
                    yield record
            case Item() | Task():
                if not record.dropped and id(record) not in remarks:
                    yield record
            case OutlookGroup(use=uses) | IndicatorsBlock(use=uses):
                if any(not use.dropped for use in uses):
                    yield record
            case TableBlock(rows=rows):
                if rows:
                    yield record
            case Row():
                yield record
            case _:
                pass


@pytest.mark.parametrize("key", KEYS)
def test_every_record_that_is_shown_is_named_once(key: str) -> None:
    project = example(key)
    ids = shown(compose(project, project.reports[0]))
    assert len(ids) == len(set(ids))
    assert {record.id for record in said_records(project)} <= set(ids)  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", KEYS)
def test_every_paragraph_and_every_row_has_an_id(key: str) -> None:
    project = example(key)
    for block in compose(project, project.reports[0]).body:
        assert block.ids
        if isinstance(block, Table):
            assert len(block.row_ids) == len(block.rows)
            assert len(block.keys) == len(block.titles)


@pytest.mark.parametrize("key", KEYS)
def test_what_is_edited_at_a_record_is_of_that_record(key: str) -> None:
    project = example(key)
    for block in compose(project, project.reports[0]).body:
        assert isinstance(block, Table) or all(
            span.place is None or span.place.partition(".")[0] not in set(block.ids) - {id_}
            for id_, first, after in block.reach()
            for span in block.spans[first:after]
        )


def test_a_point_begins_with_its_sign_even_where_it_is_a_link_alone() -> None:
    project = put(small(), ("i2.text", "{leader}"), ("i2.lead", ""), ("leader", "王县长"))
    said = shares(document(project))
    assert said["i1"].startswith("一是项目推进有力。")
    assert said["i2"] == "二是王县长"
    bare = put(project, ("i2.marker", ""))
    assert shares(document(bare))["i2"] == "王县长"


def test_lines_that_are_no_records_are_named_by_owner_and_role() -> None:
    project = put(small(), ("r1.signature", "县委办\n县政府办"), ("r1.annex", "是"))
    composed = document(project)
    said = shares(composed)
    assert said["r1_signature"] == "县委办"
    assert said["r1_signature_2"] == "县政府办"
    assert said["b5_caption"] == "重点项目表"
    assert said["r1_annex_label"] == "附件"
    annex = composed.body[-1]
    assert isinstance(annex, Table)
    assert annex.ids == ("r1_a0",)
    assert annex.row_ids == ("r1_a1", "r1_a2", "r1_a3", "r1_a4")
    assert annex.subjects == ("gdp", "revenue", "tax", "deposits")
