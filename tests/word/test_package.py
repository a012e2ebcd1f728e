"""The file as a whole: nothing private, nothing foreign, the same bytes every time."""

import io
import re
import zipfile

import docx
import pytest

from model.typesetting.house_style import HouseStyle
from model.word.write.word_file import write_document
from tests.word.samples import STAMP, parts, report, speech


def test_equal_documents_give_equal_bytes(gbt9704: HouseStyle) -> None:
    one = write_document(report(), gbt9704, mode="proof", stamp=STAMP)
    other = write_document(report(), gbt9704, mode="proof", stamp=STAMP)
    assert one == other


def test_nobody_is_named_and_nothing_reaches_out(
    gbt9704: HouseStyle, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(variable, "zhangsan")
    made = parts(write_document(report(), gbt9704, mode="proof", stamp=STAMP).data)
    everything = b"\n".join(made.values()).decode("utf-8")
    assert "zhangsan" not in everything
    assert "TargetMode" not in everything
    assert not re.search(r"/home/|/root|[A-Z]:\\\\|\.json", everything)
    for kind in ("vbaProject", "embeddings", "customXml", "attachedTemplate", "thumbnail", "theme"):
        assert kind not in everything
        assert not any(kind in name for name in made)
    core = made["docProps/core.xml"].decode("utf-8")
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core


def test_parts_are_those_of_a_plain_document(gbt9704: HouseStyle) -> None:
    assert set(parts(write_document(speech(), gbt9704, mode="final").data)) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    }


def test_archive_tells_neither_time_nor_system(gbt9704: HouseStyle) -> None:
    data = write_document(speech(), gbt9704, mode="final").data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {entry.create_system for entry in archive.infolist()} == {0}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_reads_text_title_and_page(gbt9704: HouseStyle) -> None:
    opened = docx.Document(io.BytesIO(write_document(report(), gbt9704, mode="final").data))
    assert opened.core_properties.title == report().title
    texts = [each.text for each in opened.paragraphs]
    assert texts[1] == "江州市人民政府："
    assert opened.tables[0].cell(1, 0).text == "一般公共预算收入"
    section = opened.sections[0]
    assert section.page_width is not None
    assert section.page_width.mm == pytest.approx(210, abs=0.05)
    assert section.top_margin is not None
    assert section.top_margin.mm == pytest.approx(37, abs=0.05)


def test_only_a_proof_carries_the_stamp(gbt9704: HouseStyle) -> None:
    proof = parts(write_document(report(), gbt9704, mode="proof", stamp=STAMP).data)
    final = parts(write_document(report(), gbt9704, mode="final", stamp=STAMP).data)
    assert "第3稿" in proof["word/footer1.xml"].decode("utf-8")
    assert "第3稿" in proof["word/footer2.xml"].decode("utf-8")
    assert "第3稿" not in b"".join(final.values()).decode("utf-8")
