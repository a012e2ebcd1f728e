"""The preview shows what the Word file has: the five examples beside LibreOffice's pages."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from model.compose.compose import compose
from model.document import Document
from model.jobs.samples import sample_keys
from model.library import shipped
from model.word.write.word_file import write_document
from tests.samples import example
from tests.ui.preview.conftest import Cut
from tests.ui.preview.reading import page_lines
from tests.word.pages import Rendered, rendered
from tests.word.samples import wide
from ui.preview.finding import is_turned

EXAMPLES = sample_keys()
WIDE_STYLES = ("gbt9704", "speech-large")


def composed(key: str) -> Document:
    project = example(key)
    return compose(project, project.reports[0])


@pytest.fixture(scope="module")
def rendering(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Rendered]:
    """The Word files of the examples as LibreOffice shows them."""
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice is not installed")
    folder: Path = tmp_path_factory.mktemp("agreement")
    for key in EXAMPLES:
        document = composed(key)
        written = write_document(document, shipped.house_style(document.house_style), mode="final")
        (folder / f"{key}.docx").write_bytes(written.data)
    for key in WIDE_STYLES:
        written = write_document(wide(), shipped.house_style(key), mode="final")
        (folder / f"wide-{key}.docx").write_bytes(written.data)
    return rendered(folder)


@pytest.mark.parametrize("key", EXAMPLES)
def test_an_example_has_as_many_pages_as_its_word_file(
    key: str, rendering: Mapping[str, Rendered], cut: Cut
) -> None:
    document = composed(key)
    pages = cut(document, shipped.house_style(document.house_style))
    assert abs(len(pages) - len(rendering[key].pages)) <= 1


@pytest.mark.parametrize("key", EXAMPLES)
def test_the_first_page_ends_where_that_of_the_word_file_ends(
    key: str, rendering: Mapping[str, Rendered], cut: Cut
) -> None:
    """Within a line: the fonts of both are stand-ins, and only Word hangs signs."""
    document = composed(key)
    style = shipped.house_style(document.house_style)
    if style.text_height - style.grid.lines * style.pitch > style.pitch // 10:
        pytest.skip("LibreOffice leaves the room below the last line of the grid empty")
    shown = "".join(page_lines(cut(document, style)[0], style))
    in_word = "".join(line for line in rendering[key].pages[0] if "—" not in line)
    lengths = [len("".join(text.split())) for text in (shown, in_word)]
    assert abs(lengths[0] - lengths[1]) <= style.grid.characters


@pytest.mark.parametrize("key", EXAMPLES)
def test_no_line_of_an_example_begins_with_a_closing_sign(key: str, cut: Cut) -> None:
    document = composed(key)
    style = shipped.house_style(document.house_style)
    lines = [line for page in cut(document, style) for line in page_lines(page, style)]
    assert len(lines) > 100
    assert [line for line in lines if line[:1] in set("，。、；：！？）》”")] == []


@pytest.mark.parametrize("key", WIDE_STYLES)
def test_the_pages_turned_for_a_table_are_those_of_the_word_file(
    key: str, rendering: Mapping[str, Rendered], cut: Cut
) -> None:
    turned = [is_turned(page) for page in cut(wide(), shipped.house_style(key))]
    assert turned == [width > 800 for width in rendering[f"wide-{key}"].widths]
    assert any(turned)
