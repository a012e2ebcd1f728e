"""CHARTS: a DrawingML part with its caches, as Word and WPS make and edit their own.

The numbers stand in the caches, which is what every program draws; the workbook beside it, where
the house style wants one, is what 编辑数据 opens. No relation leads out of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

from model.document import Chart, Document, Drawn, Mark
from model.typesetting.chart_look import (
    BAR_EDGE,
    INK,
    Inks,
    chart_height,
    chart_look,
    decimals_of,
    inks_of,
    scale_of,
)
from model.typesetting.house_style import HouseStyle
from model.typesetting.sanitize import clean
from model.word.write.workbook import SHEET, column, workbook

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMU = 635
"""In a twip."""
_HIDDEN = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
"""Of an axis: one that is taken out altogether, LibreOffice gives up with its scale."""
_NO_LINE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


class _Axes(NamedTuple):
    """The two axes of one side, and the rows that stand on them."""

    category: int
    value: int
    second: bool


_FIRST, _SECOND = _Axes(10, 11, False), _Axes(20, 21, True)


def charts_in(document: Document) -> tuple[Chart, ...]:
    """The charts of a text in reading order, which numbers their parts."""
    return tuple(block for block in document.body if isinstance(block, Chart))


def inline_xml(chart: Chart, number: int, style: HouseStyle) -> str:
    """The run that shows the chart of part `number`; its words are told to who cannot see it."""
    wide, high = style.text_width * _EMU, chart_height(style) * _EMU
    words = escape(clean(chart.words)[0])
    return (
        "<w:r><w:drawing><wp:inline "
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{1000 + number}" name="图 {number}" descr="{words}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{_OFFICE}" r:id="{_relation(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def with_charts(
    parts: Mapping[str, bytes], charts: tuple[Chart, ...], style: HouseStyle, *, with_data: bool
) -> dict[str, bytes]:
    """The parts of a file with those of its charts, and what names them."""
    made = dict(parts)
    types, relations = [], []
    for number, chart in enumerate(charts, start=1):
        name = f"charts/chart{number}.xml"
        made[f"word/{name}"] = f"{_HEAD}{chart_xml(chart, style, with_data)}".encode()
        types.append(f'<Override PartName="/word/{name}" ContentType="{_CHART_TYPE}"/>')
        relations.append(
            f'<Relationship Id="{_relation(number)}" Type="{_OFFICE}/chart" Target="{name}"/>'
        )
        if with_data:
            book = f"Microsoft_Excel_Sheet{number}.xlsx"
            made[f"word/embeddings/{book}"] = workbook(chart)
            made[f"word/charts/_rels/chart{number}.xml.rels"] = _to_workbook(book)
    if charts and with_data:
        types.insert(0, f'<Default Extension="xlsx" ContentType="{_BOOK_TYPE}"/>')
    _add(made, "[Content_Types].xml", "</Types>", types)
    _add(made, "word/_rels/document.xml.rels", "</Relationships>", relations)
    return made


def _to_workbook(book: str) -> bytes:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/package" Target="../embeddings/{book}"/></Relationships>'
    ).encode()


def _add(parts: dict[str, bytes], name: str, end: str, added: list[str]) -> None:
    """Put elements before the end of a part's root."""
    if added:
        parts[name] = parts[name].replace(end.encode(), f"{''.join(added)}{end}".encode())


def _relation(number: int) -> str:
    return f"rIdXgChart{number}"


def chart_xml(chart: Chart, style: HouseStyle, with_data: bool) -> str:
    """`c:chartSpace`: bars and lines, one or two axes of values, a legend below."""
    inks = inks_of(chart)
    rows = [*zip(range(len(chart.drawn)), chart.drawn, inks, strict=True)]
    sides = [_FIRST, *([_SECOND] if any(row.second for row in chart.drawn) else [])]
    plots, axes = [], []
    for side in sides:
        own = [each for each in rows if each[1].second is side.second]
        for mark in Mark:
            drawn = [each for each in own if each[1].mark is mark]
            plots.append(_plot(chart, mark, drawn, side) if drawn else "")
        axes.append(_axes(chart, side, is_reversed=any(row.ranks for _, row, _ in own)))
    data = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    return (
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" '
        f'xmlns:r="{_OFFICE}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{"".join(plots)}{"".join(axes)}'
        '<c:spPr><a:noFill/></c:spPr></c:plotArea><c:legend><c:legendPos val="b"/>'
        '<c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'
        f"</c:chart>{_NO_LINE}{_letters(style)}{data if with_data else ''}</c:chartSpace>"
    )


def _letters(style: HouseStyle) -> str:
    """The font of all words, in hundredths of a point."""
    look = chart_look(style)
    latin = style.numbers_font or look.font
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(look.size_pt * 100)}" b="0"><a:solidFill><a:srgbClr val="{INK}"/>'
        f'</a:solidFill><a:latin typeface="{escape(latin)}"/>'
        f'<a:ea typeface="{escape(look.font)}"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _plot(chart: Chart, mark: Mark, rows: list[tuple[int, Drawn, Inks]], side: _Axes) -> str:
    series = "".join(_series(chart, *each) for each in rows)
    ids = f'<c:axId val="{side.category}"/><c:axId val="{side.value}"/>'
    if mark is Mark.BARS:
        return (
            '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>'
            f'<c:varyColors val="0"/>{series}<c:gapWidth val="80"/>{ids}</c:barChart>'
        )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{ids}</c:lineChart>'
    )


def _series(chart: Chart, number: int, row: Drawn, inks: Inks) -> str:
    letter, last = column(number + 1), len(chart.categories) + 1
    title = _strings(f"{SHEET}!${letter}$1", [row.title])
    names = _strings(f"{SHEET}!$A$2:$A${last}", chart.categories)
    values = (
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(row.values)}"/>{"".join(_points(row))}'
        "</c:numCache></c:numRef></c:val>"
    )
    is_line = row.mark is Mark.LINE
    solid = f'<a:solidFill><a:srgbClr val="{inks.colour}"/></a:solidFill>'
    if is_line:
        dash = '<a:prstDash val="dash"/>' if inks.is_dashed else ""
        look = (
            f'<c:spPr><a:ln w="22225">{solid}{dash}</a:ln></c:spPr><c:marker>'
            f'<c:symbol val="circle"/><c:size val="6"/><c:spPr>{solid}</c:spPr></c:marker>'
        )
    else:
        edge = f'<a:solidFill><a:srgbClr val="{BAR_EDGE}"/></a:solidFill>'
        look = f'<c:spPr>{solid}<a:ln w="6350">{edge}</a:ln></c:spPr><c:invertIfNegative val="0"/>'
    smooth = '<c:smooth val="0"/>' if is_line else ""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{title}</c:tx>{look}'
        f"{_labels(row, inks)}<c:cat>{names}</c:cat>{values}{smooth}</c:ser>"
    )


def _points(row: Drawn) -> Iterator[str]:
    for at, value in enumerate(row.values):
        if value is not None:
            yield f'<c:pt idx="{at}"><c:v>{value:f}</c:v></c:pt>'


def _strings(cells: str, words: list[str] | tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(clean(word)[0], quote=False)}</c:v></c:pt>'
        for at, word in enumerate(words)
    )
    return (
        f'<c:strRef><c:f>{cells}</c:f><c:strCache><c:ptCount val="{len(words)}"/>{points}'
        "</c:strCache></c:strRef>"
    )


def _labels(row: Drawn, inks: Inks) -> str:
    """Every value said beside its mark, with as many decimals as the row has."""
    decimals = decimals_of(row)
    code = "0" + (f".{'0' * decimals}" if decimals else "")
    code = f"&quot;第&quot;{code}&quot;位&quot;" if row.ranks else code
    above = "b" if inks.is_dashed else "t"
    where = above if row.mark is Mark.LINE else "outEnd"
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="{where}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _axes(chart: Chart, side: _Axes, *, is_reversed: bool) -> str:
    """The axis of categories, shown once, and the one of values, which the labels replace."""
    scale = scale_of(chart, second=side.second)
    hidden = int(side.second)
    turned = "maxMin" if is_reversed else "minMax"
    place, crosses = ("r", "max") if side.second else ("l", "autoZero")
    at_foot = "max" if is_reversed else "min"
    line = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{BAR_EDGE}"/></a:solidFill></a:ln>'
    return (
        f'<c:catAx><c:axId val="{side.category}"/><c:scaling><c:orientation val="minMax"/>'
        f'</c:scaling><c:delete val="{hidden}"/><c:axPos val="b"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{"high" if is_reversed else "low"}"/>'
        f'<c:spPr>{line}</c:spPr><c:crossAx val="{side.value}"/>'
        f'<c:crosses val="{at_foot if is_reversed else "autoZero"}"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{side.value}"/><c:scaling><c:orientation val="{turned}"/>'
        f'<c:max val="{scale.high:f}"/><c:min val="{scale.low:f}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="none"/>{_HIDDEN}<c:crossAx '
        f'val="{side.category}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        "</c:valAx>"
    )
