"""The skeleton that python-docx makes: whole, valid, remembered by content, never changed."""

import io
import subprocess
import sys
from collections.abc import Iterator

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsmap
from lxml import etree

from model.document import Document, Role
from model.library.house_styles import load_house_style
from model.typesetting.house_style import HouseStyle
from model.word.write.blank import blank_document
from model.word.write.skeleton import skeleton
from model.word.write.word_file import write_document
from tests.source import ROOT
from tests.word.samples import STAMP, STYLES, W, paragraph, parts, report, tree


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    skeleton.cache_clear()
    yield
    skeleton.cache_clear()


def core(document: Document, style: HouseStyle) -> str:
    return parts(write_document(document, style, mode="final").data)["docProps/core.xml"].decode()


def test_a_blank_file_has_nothing_of_python_docx_own_template() -> None:
    saved = io.BytesIO()
    blank_document().save(saved)
    made = parts(saved.getvalue())
    assert set(made) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/settings.xml",
        "word/styles.xml",
    }
    for name in ("word/fontTable.xml", "word/settings.xml", "word/styles.xml"):
        assert len(etree.fromstring(made[name])) == 0


def test_no_name_of_python_docx_and_no_latent_style_leaves_with_a_file(
    gbt9704: HouseStyle,
) -> None:
    made = parts(write_document(report(), gbt9704, mode="proof", stamp=STAMP).data)
    everything = b"".join(made.values()).decode("utf-8")
    for word in ("python-docx", "latentStyles", "Effects", "mc:", "w14", "dcterms:", "rsid"):
        assert word not in everything


def test_python_docx_finds_styles_footers_and_settings(gbt9704: HouseStyle) -> None:
    data = write_document(report(), gbt9704, mode="proof", stamp=STAMP).data
    opened = docx.Document(io.BytesIO(data))
    body = opened.styles["公文正文"]
    assert body.type == WD_STYLE_TYPE.PARAGRAPH
    assert body.font.size.pt == 16
    assert body.base_style.name == "Normal"
    assert opened.styles["Heading 1"].next_paragraph_style.name == "公文正文"
    assert opened.settings.odd_and_even_pages_header_footer
    section = opened.sections[0]
    for footer in (section.footer, section.even_page_footer):
        number, stamp = footer.paragraphs
        assert number.style is not None
        assert number.style.name == "公文页码"
        assert number.text.replace(" ", "") == "——"
        assert stamp.text == STAMP


def test_a_skeleton_is_remembered_by_what_the_house_style_says() -> None:
    one, other = (load_house_style(STYLES / "gbt9704.json") for _ in range(2))
    assert one is not other
    assert skeleton(one, stamped=False) is skeleton(other, stamped=False)
    number = one.page_number.model_copy(update={"font": "黑体"})
    changed = one.model_copy(update={"page_number": number})
    assert skeleton(changed, stamped=False) != skeleton(one, stamped=False)


def test_what_is_remembered_is_bounded(gbt9704: HouseStyle) -> None:
    most = skeleton.cache_info().maxsize
    assert most is not None
    for number in range(most + 3):
        skeleton(gbt9704.model_copy(update={"name": f"版式{number}"}), stamped=False)
    assert skeleton.cache_info().currsize == most


def test_a_file_is_the_same_whether_its_skeleton_was_remembered(gbt9704: HouseStyle) -> None:
    first = write_document(report(), gbt9704, mode="proof", stamp=STAMP)
    assert write_document(report(), gbt9704, mode="proof", stamp=STAMP) == first
    skeleton.cache_clear()
    assert write_document(report(), gbt9704, mode="proof", stamp=STAMP) == first


def test_nothing_of_one_file_is_in_the_next(gbt9704: HouseStyle) -> None:
    write_document(report(), gbt9704, mode="proof", stamp=STAMP)
    other = Document("云岭县半年总结", (paragraph(Role.BODY, "全县经济稳步增长。"),))
    made = parts(write_document(other, gbt9704, mode="proof", stamp="第4稿").data)
    everything = b"".join(made.values()).decode("utf-8")
    assert report().title not in everything
    assert "第3稿" not in everything
    footers = (made["word/footer1.xml"], made["word/footer2.xml"])
    assert all("第4稿" in footer.decode("utf-8") for footer in footers)


@pytest.mark.parametrize(
    "title", ["云岭县<半年>&总结", "总结" * 300, "XG-STAMP", "", "<w:sectPr>", "]]>"]
)
def test_any_title_is_the_title_of_the_file(title: str, gbt9704: HouseStyle) -> None:
    root = etree.fromstring(core(Document(title, ()), gbt9704).encode())
    assert (root.findtext(f"{{{nsmap['dc']}}}title") or "") == title


@pytest.mark.parametrize("stamp", ["第3稿 <草>&", "第3稿  22:41", "XG-TITLE"])
def test_any_stamp_stands_in_both_footers(stamp: str, gbt9704: HouseStyle) -> None:
    data = write_document(report(), gbt9704, mode="proof", stamp=stamp).data
    for name in ("word/footer1.xml", "word/footer2.xml"):
        line = tree(data, name).findall(f"{W}p")[1]
        assert "".join(text.text for text in line.iter(f"{W}t")) == stamp


def test_a_stamp_that_cannot_be_shown_takes_no_line(gbt9704: HouseStyle) -> None:
    plain = write_document(report(), gbt9704, mode="proof")
    assert write_document(report(), gbt9704, mode="proof", stamp="\u200b") == plain


def test_only_writing_a_file_loads_python_docx() -> None:
    code = (
        "import sys, model.cli.command_line, model.jobs.export, model.paging.layout\n"
        "sys.exit(str({'docx', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == "set()"
