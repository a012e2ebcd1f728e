"""Every attribute a clerk can fill is said once, at its record, and served everywhere."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from model.check.registry import problems
from model.compose.compose import compose
from model.entry.attributes import set_attribute, settable
from model.library import shipped
from model.library.template_files import texts_of as template_texts
from model.places.naming import name_of
from model.places.searched import searched
from model.report.carried import carry_over, formers
from model.report.project import Project
from model.report.record import Record
from model.report.report import Front, LengthLimit, Report
from model.report.schema import Attribute, Kind, Renewed, attributes, texts
from model.report.section import Content, Heading
from model.report.tree import walk
from model.report.uses import placed_texts
from tests.small_project import put, record, small

WORDS = {
    Kind.PROSE: "另写一段话",
    Kind.LINE: "另写一行",
    Kind.LINES: "另写一行",
    Kind.HEADING: "另写标题",
    Kind.KEY: "windows",
    Kind.MARKER: "（一）",
    Kind.DEPARTMENTS: "水利局、林业局",
    Kind.QUANTITY: "18",
    Kind.DEADLINE: "11月底前",
    Kind.FLAG: "是",
    Kind.LIMIT: "900",
    Kind.PERIOD: "2026-Q1",
    Kind.BASIS: "累计",
    Kind.SOURCE: "统计局反馈数",
    Kind.FACETS: "位次",
    Kind.PEOPLE: "周启明、李国强",
    Kind.LETTERHEAD: "印红头",
    Kind.URGENCY: "特急",
    Kind.COPY_NUMBER: "12",
    Kind.SECRECY: "机密★1年",
    Kind.COPIES: "江州市统计局",
    Kind.PRINTED_ON: "2026年7月12日",
    Kind.DOCUMENT_NUMBER: "云政[2026]18号",
}


def kinds_of_records() -> list[type[Record]]:
    """Every kind of record that stands in a text, found in the small project and its schema."""
    met = {type(one) for one in walk(small().reports[0])}
    named = {kind for kind in get_args(get_args(Content)[0]) for kind in get_args(kind)[:1]}
    return sorted((kind for kind in met | named if attributes(kind)), key=lambda one: one.__name__)


def places() -> list[tuple[str, str]]:
    """The id and the attribute of every place of a record in the small project."""
    found: dict[tuple[type[Record], str], str] = {}
    for one in walk(small().reports[0]):
        for path in attributes(type(one)):
            found.setdefault((type(one), path), getattr(one, "id", ""))
    return [(id_, path) for (_, path), id_ in found.items()]


def attribute_of(project: Project, id_: str, path: str) -> Attribute:
    found: Record = record(project, id_)
    return attributes(type(found))[path]


def test_every_text_of_a_record_says_what_it_is() -> None:
    """A record gets no attribute of words that nothing but the file knows."""
    silent = {"id", "kind", "hint", "unit", "key", "title", "indicator", "paired_with", "outlook"}
    silent |= {"annex_indicators"}  # ids, which nobody types
    for kind in kinds_of_records():
        told = {one.steps[0] for one in attributes(kind).values()}
        words = {
            name
            for name, info in kind.model_fields.items()
            if info.annotation is str or (str in get_args(info.annotation) and name != "former")
        }
        assert words <= told | silent, kind.__name__


@pytest.mark.parametrize(("id_", "path"), places())
def test_every_attribute_can_be_set_by_its_place_and_has_a_name(id_: str, path: str) -> None:
    project = small()
    attribute = attribute_of(project, id_, path)
    if attribute.trait.kind is Kind.DEADLINE:
        id_ = "t1"
    typed = WORDS[attribute.trait.kind]
    done = put(project, (f"{id_}.{path}", typed))
    assert attribute.get(record(done, id_)) != attribute.get(record(project, id_))
    assert path in settable(record(project, id_))
    assert name_of(project, f"{id_}.{path}") not in ("", f"{id_}.{path}")


@pytest.mark.parametrize(("id_", "path"), places())
def test_every_text_is_composed_searched_checked_and_carried(id_: str, path: str) -> None:
    attribute = attribute_of(small(), id_, path)
    if not attribute.trait.has_links:
        return
    place = f"{id_}.{path}"
    wanted = {"g2": "g1"}.get(id_, id_)
    place = f"{wanted}.{path}"
    typed, shown = "在{place}的话", "在云岭县的话"
    if attribute.trait.kind is Kind.DOCUMENT_NUMBER:
        typed, shown = "{place}政〔2026〕18号", "云岭县政〔2026〕18号"
    said = put(small(), ("r1.official", "是"), ("r1.letterhead", "印红头"), (place, typed))
    assert shown in compose(said, said.reports[0]).text
    assert place in {one.place for one in searched(said) if one.has_links}
    assert place in {one.place for one in placed_texts(said.reports[0])}
    broken = put(small(), ("r1.official", "是"), (place, typed.replace("place", "nobody")))
    assert place in {one.place for one in problems(broken) if one.check == "link"}
    carried = formers(carry_over(record(said, wanted)))
    assert path in carried
    assert carried[path].text == typed
    assert attribute.trait.renewed is not Renewed.NEVER


def test_every_text_of_a_template_is_checked() -> None:
    """What a text of a report is, is one of its template too."""
    for key in shipped.template_keys():
        template = shipped.template(key)
        checked = [text for _, _, text in template_texts(template)]
        for part in template.content:
            for one in walk(part):
                assert all(
                    attribute.text(one) in checked
                    for attribute in texts(type(one))
                    if attribute.text(one)
                )
        assert template.front.title in checked


@pytest.mark.parametrize("kind", [Front, Heading, LengthLimit])
def test_what_stands_inside_another_record_has_places_of_that_one(kind: type[Record]) -> None:
    holders = [one for one in kinds_of_records() if one is not kind]
    served = {
        attribute.steps[-1]
        for holder in holders
        for attribute in attributes(holder).values()
        if attribute.holder is kind
    }
    assert served == set(attributes(kind))


def test_a_supplier_is_named_by_the_nearest_record() -> None:
    from model.places.inventory import places_of

    project = put(small(), ("s1.supplier", "统计局"), ("i2.supplier", "财政局"))
    owed = {one.place: one.supplier for one in places_of(project)}
    assert (owed["i1.text"], owed["i2.text"]) == ("统计局", "财政局")
    assert owed["t1.text"] == ""


def test_what_a_record_does_not_have_is_refused_by_name() -> None:
    from model.errors import PlaceError

    report: Any = small().reports[0]
    assert isinstance(report, Report)
    with pytest.raises(PlaceError, match="没有“colour”"):
        set_attribute(report, "colour", "红")
