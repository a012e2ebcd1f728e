"""Charts in a Word file: parts that fit the schema, a workbook of the drawn cells, nothing else."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from model.document import Chart, Document, Drawn, Mark, Paragraph, Role, Span
from model.library import shipped
from model.typesetting.chart_look import scale_of
from model.word.write.word_file import Mode, write_document

STYLE = shipped.house_style("gbt9704")
YEARS = tuple(f"{year}年上半年" for year in range(2023, 2027))
BARS = Drawn("财政收入", "亿元", (Decimal("5.01"), None, Decimal("5.10"), Decimal("5.42")))
GROWTH = Drawn("增速", "%", (Decimal(8), Decimal("-2.2"), None, Decimal("6.3")), Mark.LINE, True)
RANKS = Drawn(
    "位次", "位", (Decimal(8), Decimal(4), Decimal(5), Decimal(3)), Mark.LINE, False, True
)
BLANK = Drawn("全空", "", (None,) * 4)
HUGE = Drawn("很长<&>的名称\x07" * 400, "=1+1", (Decimal("-12345678901234.5"),) * 4)


Rules = dict[str, etree.XMLSchema]


@cache
def rules_in(xsd: Path) -> Rules:
    """The schemas of ECMA-376 for the parts that a chart touches."""
    found = {
        "word/charts/chart1.xml": "dml-chart.xsd",
        "word/document.xml": "wml_local.xsd",
        "[Content_Types].xml": "opc-xsd/opc-contentTypes.xsd",
        "word/charts/_rels/chart1.xml.rels": "opc-xsd/opc-relationships.xsd",
    }
    return {part: etree.XMLSchema(etree.parse(xsd / name)) for part, name in found.items()}


def chart(*drawn: Drawn, categories: tuple[str, ...] = YEARS) -> Chart:
    return Chart(Role.CHART, (Span(""),), 0, ("b1",), (), categories, drawn, "财政<收入>5.42亿元")


def written(*charts: Chart, mode: Mode = "review") -> dict[str, bytes]:
    text = Paragraph(Role.BODY, (Span("正文。"),), 0, ("i1",))
    document = Document("总结", (text, *charts, text))
    data = write_document(document, STYLE, mode=mode).data
    assert data == write_document(document, STYLE, mode=mode).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "drawn",
    [(BARS,), (GROWTH,), (BARS, GROWTH), (RANKS,), (BLANK,), (HUGE, GROWTH), (BARS, RANKS, GROWTH)],
    ids=["bars", "line", "both", "ranks", "blank", "huge", "three"],
)
def test_every_kind_of_chart_fits_the_schema(drawn: tuple[Drawn, ...], shared: Path) -> None:
    parts = written(chart(*drawn))
    for name, schema in rules_in(shared / "xsd").items():
        schema.assertValid(etree.fromstring(parts[name]))


def test_the_workbook_holds_the_drawn_cells_and_nothing_else() -> None:
    parts = written(chart(BARS, GROWTH), chart(HUGE))
    book = openpyxl.load_workbook(io.BytesIO(parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"]))
    assert book.sheetnames == ["Sheet1"]
    assert list(book["Sheet1"].iter_rows(values_only=True)) == [
        (None, "财政收入（亿元）", "增速（%）"),
        ("2023年上半年", 5.01, 8),
        ("2024年上半年", None, -2.2),
        ("2025年上半年", 5.1, None),
        ("2026年上半年", 5.42, 6.3),
    ]
    huge = openpyxl.load_workbook(io.BytesIO(parts["word/embeddings/Microsoft_Excel_Sheet2.xlsx"]))
    assert huge["Sheet1"]["B1"].data_type == "s"
    assert "\x07" not in huge["Sheet1"]["B1"].value


def test_a_final_version_has_the_chart_without_its_data() -> None:
    parts = written(chart(BARS), mode="final")
    assert b"<c:v>5.42</c:v>" in parts["word/charts/chart1.xml"]
    assert b"externalData" not in parts["word/charts/chart1.xml"]
    assert not [name for name in parts if "embeddings" in name or "charts/_rels" in name]
    assert b"xlsx" not in parts["[Content_Types].xml"]


@pytest.mark.parametrize("mode", ["proof", "review", "final"])
def test_no_relation_of_a_file_with_charts_leads_out_of_it(mode: Mode) -> None:
    parts = written(chart(BARS), chart(GROWTH), mode=mode)
    relations = [data for name, data in parts.items() if name.endswith(".rels")]
    assert relations
    assert not [data for data in relations if b'TargetMode="External"' in data]


def test_a_chart_tells_its_numbers_in_words_and_has_its_bookmark() -> None:
    xml = written(chart(BARS))["word/document.xml"].decode()
    assert 'descr="财政&lt;收入&gt;5.42亿元"' in xml
    assert 'w:name="_xg_b1"' in xml


def test_gaps_stay_gaps_in_the_caches() -> None:
    xml = written(chart(BARS))["word/charts/chart1.xml"].decode()
    values = xml.partition("<c:numCache>")[2]
    assert 'idx="1"' not in values.partition("</c:numCache>")[0]
    assert '<c:dispBlanksAs val="gap"/>' in xml


def test_bars_begin_at_nothing_and_a_line_stands_above_them() -> None:
    low, high = scale_of(chart(BARS, GROWTH), second=False)
    assert low == 0
    above = scale_of(chart(BARS, GROWTH), second=True)
    lowest = (Decimal("-2.2") - above.low) / (above.high - above.low)
    assert Decimal("5.42") / high < lowest
    assert scale_of(chart(HUGE), second=False).high > 0
