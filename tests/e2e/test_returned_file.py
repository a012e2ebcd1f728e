"""The five sample reports, exported and read back: every record is found where it stands.

And again after another office program opened and saved them.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from model.compose.compose import compose
from model.document import Document, Table
from model.library import shipped
from model.reading.source import Source, SourceParagraph
from model.word.bookmark_names import name_of
from model.word.read.names import BOOKMARK_END, BOOKMARK_START, ID, NAME, TBL, TC, P, T
from model.word.read.word_source import read_docx
from model.word.write.word_file import write_document
from tests.samples import example

KEYS = shipped.template_keys()
DRAFT = "0123456789"
SOFFICE_SECONDS = 240


@cache
def composed(key: str) -> Document:
    project = example(key)
    front = project.reports[0].front.changed(signature="中共云岭县委办公室\n云岭县人民政府办公室")
    report = project.reports[0].changed(annex=True, front=front)
    return compose(project.changed(reports=(report,)), report)


@cache
def written(key: str) -> bytes:
    document = composed(key)
    style = shipped.house_style(document.house_style)
    return write_document(document, style, mode="review", draft=DRAFT).data


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files as LibreOffice writes them after opening them."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice is not installed")
    folder = tmp_path_factory.mktemp("returned")
    for key in KEYS:
        (folder / f"{key}.docx").write_bytes(written(key))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder / "out"),
            *(str(folder / f"{key}.docx") for key in KEYS),
        ],
        check=True,
        capture_output=True,
        timeout=SOFFICE_SECONDS,
    )
    return {key: (folder / "out" / f"{key}.docx").read_bytes() for key in KEYS}


def body_of(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))[-1]


def names_in(data: bytes) -> list[str]:
    return [start.get(NAME, "") for start in body_of(data).iter(BOOKMARK_START)]


def ids_of(document: Document) -> list[str]:
    return [id_ for _, ids in shown(document) for id_ in ids]


def shown(document: Document) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Text and ids of every line and every row, as composing knows them."""
    for block in document.body:
        if isinstance(block, Table):
            rows = (block.titles, *(tuple(cell.text for cell in row) for row in block.rows))
            ids = (block.ids, *((id_,) for id_ in block.row_ids))
            yield from zip(map("\t".join, rows), ids, strict=True)
        else:
            yield block.text, block.ids


def found(source: Source) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same as reading found them; empty lines are no lines."""
    for block in source.blocks:
        if isinstance(block, SourceParagraph):
            yield from [(block.text, block.ids)] if block.text.strip() else []
        else:
            yield from zip(map("\t".join, block.rows), block.row_ids, strict=True)


@pytest.mark.parametrize("key", KEYS)
def test_every_line_and_every_row_is_read_back_with_its_ids(key: str) -> None:
    source = read_docx(written(key), Path("稿.docx"))
    assert list(found(source)) == [line for line in shown(composed(key)) if line[0].strip()]
    assert source.draft == DRAFT


@pytest.mark.parametrize("key", KEYS)
def test_every_record_has_one_bookmark_and_no_other_is_there(key: str) -> None:
    names = names_in(written(key))
    wanted = {f"_xg_d{DRAFT}", *(str(name_of(id_)) for id_ in ids_of(composed(key)))}
    assert Counter(names) == Counter(wanted)
    assert all(len(name) <= 40 for name in names)


@pytest.mark.parametrize("key", KEYS)
def test_bookmarks_open_and_close_by_numbers_of_their_own(key: str) -> None:
    body = body_of(written(key))
    starts = [start.get(ID) for start in body.iter(BOOKMARK_START)]
    assert len(starts) == len(set(starts))
    assert sorted(starts) == sorted(end.get(ID) for end in body.iter(BOOKMARK_END))
    begun: set[str | None] = set()
    for mark in body.iter(BOOKMARK_START, BOOKMARK_END):
        if mark.tag == BOOKMARK_START:
            begun.add(mark.get(ID))
        assert mark.get(ID) in begun


@pytest.mark.parametrize("key", KEYS)
def test_bookmarks_stand_in_paragraphs_and_those_of_rows_in_the_first_cell(key: str) -> None:
    body = body_of(written(key))
    for mark in body.iter(BOOKMARK_START, BOOKMARK_END):
        assert mark.getparent().tag == P
    for table in body.iter(TBL):
        for row in table.iterchildren("{*}tr"):
            first, *others = row.iterchildren(TC)
            assert len(list(first.iter(BOOKMARK_START))) == 1
            assert [cell for cell in others if list(cell.iter(BOOKMARK_START))] == []
            assert len(list(row.iter(BOOKMARK_END))) == 1


@pytest.mark.parametrize("key", KEYS)
def test_another_program_that_saves_the_file_keeps_every_bookmark(
    key: str, saved: Mapping[str, bytes]
) -> None:
    before, after = names_in(written(key)), names_in(saved[key])
    assert Counter(after) == Counter(before)


@pytest.mark.parametrize("key", KEYS)
def test_after_another_program_saved_it_every_line_and_row_has_its_ids(
    key: str, saved: Mapping[str, bytes]
) -> None:
    before = read_docx(written(key), Path("稿.docx"))
    after = read_docx(saved[key], Path("退回稿.docx"))
    assert list(found(after)) == list(found(before))
    assert after.draft == DRAFT


def test_a_row_taken_out_takes_its_id_along_and_a_new_one_has_none() -> None:
    data = written("key-work-report")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    table = next(root.iter(TBL))
    rows = list(table.iterchildren("{*}tr"))
    new = etree.fromstring(etree.tostring(rows[2]))
    etree.strip_elements(new, BOOKMARK_START, BOOKMARK_END)
    next(new.iter(T)).text = "新"
    table.remove(rows[1])
    table.append(new)
    parts["word/document.xml"] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    block = next(block for block in composed("key-work-report").body if isinstance(block, Table))
    source = read_docx(out.getvalue(), Path("退回稿.docx"))
    read = next(one for one in source.blocks if not isinstance(one, SourceParagraph))
    assert [ids for ids in read.row_ids if not ids] == [()]
    assert read.row_ids == (block.ids, *((id_,) for id_ in block.row_ids[1:]), ())
