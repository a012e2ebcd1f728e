"""Documents of the invented 云岭县 for the tests of the writer, and what reads files back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from model.document import FILL, Cell, Document, Paragraph, Part, Role, Span, Table
from model.values.state import State
from model.word.write.elements import NAMESPACE
from tests.source import ROOT

STYLES = ROOT / "templates" / "house_styles"
STAMP = "第3稿  2026年7月5日 22:41"
W = f"{{{NAMESPACE}}}"

PROSE = (
    "县政府把“硬骨头”任务逐项列出清单、明确专人……先易后难——先把能办的办成，"
    "再集中力量攻坚，二季度以来主要指标降幅逐月收窄。"
)


def paragraph(
    role: Role, *spans: Span | str, level: int = 0, ids: str = "", starts: tuple[int, ...] = ()
) -> Paragraph:
    """A paragraph; strings are plain spans, `ids` are apart by spaces."""
    made = tuple(Span(span) if isinstance(span, str) else span for span in spans)
    return Paragraph(role, made, level, tuple(ids.split()), starts)


def marker(text: str) -> Span:
    return Span(text, None, Part.MARKER)


def lead(text: str, place: str | None = None) -> Span:
    return Span(text, place, Part.LEAD)


def number(text: str) -> Cell:
    return Cell((Span(text),), numeric=True)


def _table() -> Table:
    names = ("一般公共预算收入", "规模以上工业增加值", "固定资产投资（不含农户）", "粮食产量")
    rows = [
        (
            Cell((Span(name),)),
            number("6.82"),
            Cell((Span("XX", f"k{at}.yoy", state=State.EMPTY),), numeric=True),
            number("58.3"),
            Cell((Span("全市第3位"),)),
        )
        for at, name in enumerate(names * 9)
    ]
    return Table(
        ("指标", "本期", "同比", "占年度计划", "位次"),
        (12, 8, 6, 8, 8),
        tuple(rows),
        ("t1",),
        tuple(f"k{at}" for at in range(len(rows))),
    )


def official(lines: int) -> Document:
    """An official document with a printed head, so many lines of text, a seal and a record."""
    title = "云岭县人民政府关于上半年工作情况的报告"
    signed = (Span("云政〔2026〕18号"), Span(FILL), Span("签发人："))
    return Document(
        title,
        (
            paragraph(Role.ORGAN_MARK, "云岭县人民政府文件"),
            paragraph(Role.DOCUMENT_NUMBER, *signed, Span("周启明", None, Part.SIGNER)),
            paragraph(Role.TITLE, title),
            *(paragraph(Role.BODY, "各项工作有序推进。") for _ in range(lines)),
            paragraph(Role.SEALED_SIGNATURE, "云岭县人民政府"),
            paragraph(Role.SEALED_DATE, "2026年7月10日"),
            paragraph(Role.COPIES, "抄送：江州市统计局。"),
            paragraph(Role.PRINTED, "云岭县人民政府办公室", Span(FILL), "2026年7月12日印发"),
        ),
        official=True,
    )


def report() -> Document:
    """A formal report with every role but those of a speech."""
    blank = Span("XX", "i1.figures.1", state=State.EMPTY)
    old = Span("增长5.1%", "i2.figures.1", state=State.CARRIED)
    return Document(
        "云岭县人民政府关于2026年上半年重点工作情况的报告",
        (
            paragraph(Role.TITLE, "云岭县人民政府关于2026年上半年重点工作情况的报告"),
            paragraph(Role.RECIPIENTS, "江州市人民政府："),
            paragraph(Role.BODY, "现将今年上半年重点工作情况报告如下。" + PROSE, ids="b1"),
            paragraph(Role.HEADING, marker("一、"), "经济运行稳中有进", level=1, ids="s1"),
            paragraph(
                Role.BODY,
                marker("（一）"),
                lead("工业支撑更加有力。", "i1.lead"),
                Span("规模以上工业增加值增长", "i1.text"),
                blank,
                Span("%，完成投资12.6亿元。" + PROSE, "i1.text"),
                level=2,
                ids="i1",
            ),
            paragraph(
                Role.BODY,
                marker("（二）"),
                lead("财政收支总体平稳。", "i2.lead"),
                Span("一般公共预算收入完成6.82亿元，同比", "i2.text"),
                old,
                Span("，居全市第3位。", "i2.text"),
                marker("一是"),
                lead("抓征管。", "i3.lead"),
                Span(PROSE, "i3.text"),
                level=2,
                ids="b2 i2 i3",
                starts=(0, 0, 5),
            ),
            paragraph(Role.HEADING, marker("（三）"), "项目建设提速", level=2, ids="s2"),
            paragraph(Role.HEADING, marker("1."), "前期工作", level=3),
            paragraph(Role.HEADING, marker("（1）"), "要素保障", level=4),
            *(paragraph(Role.BODY, PROSE * 3) for _ in range(8)),
            paragraph(Role.CLOSING, "特此报告。"),
            paragraph(Role.SIGNATURE, "云岭县人民政府"),
            paragraph(Role.ISSUED, "2026年7月5日"),
            paragraph(Role.ANNEX_LABEL, "附件1"),
            paragraph(Role.ANNEX_TITLE, "云岭县2026年上半年主要经济指标完成情况表"),
            paragraph(Role.CAPTION, "单位：亿元、%"),
            _table(),
            paragraph(Role.NOTE, "注：“占年度计划”按总量目标计算。"),
        ),
    )


def speech() -> Document:
    """A speech: speaker and date under the title, salutation, no signature."""
    text = "全县一般公共预算收入完成6.82亿元，同比提高0.6个百分点，惠及群众12.6万人次。" + PROSE
    return Document(
        "在中共云岭县委十四届五次全体会议上的讲话",
        (
            paragraph(Role.TITLE, "在中共云岭县委十四届五次全体会议上的讲话"),
            paragraph(Role.SUBTITLE, "中共云岭县委书记　王　强"),
            paragraph(Role.DATE_LINE, "（2026年7月5日）"),
            paragraph(Role.SALUTATION, "同志们："),
            *(paragraph(Role.BODY, text * 2) for _ in range(6)),
            paragraph(Role.CLOSING, "谢谢大家！"),
        ),
        house_style="speech-large",
    )


def wide() -> Document:
    """An annex with twelve columns of numbers between text and a second annex."""
    titles = ("乡镇", *(f"{month}月完成投资（万元）" for month in range(1, 12)))
    rows = tuple(
        (Cell((Span(f"云岭{at}镇"),)), *(number(f"{1234 + at}.56") for _ in titles[1:]))
        for at in range(30)
    )
    return Document(
        "宽表",
        (
            paragraph(Role.BODY, PROSE),
            paragraph(Role.ANNEX_LABEL, "附件1"),
            paragraph(Role.ANNEX_TITLE, "云岭县2026年各乡镇固定资产投资分月完成情况表"),
            Table(titles, (4,) * 12, rows, ("t1",), tuple(f"k{at}" for at in range(30))),
            paragraph(Role.NOTE, "注：数据为快报数。"),
            paragraph(Role.ANNEX_LABEL, "附件2"),
            paragraph(Role.ANNEX_TITLE, "云岭县2026年主要指标"),
            paragraph(Role.BODY, PROSE),
        ),
    )


def plain(characters: int) -> Document:
    """One paragraph of so many different common characters without any punctuation."""
    common = b"".join(bytes((0xB0 + at // 90, 0xA1 + at % 90)) for at in range(400))
    signs = common.decode("gb2312")
    text = "".join(signs[at % 400] for at in range(characters))
    return Document("版面", (paragraph(Role.BODY, text),))


def signs_at_line_ends() -> Document:
    """The same prose shifted by one character after the other, so that every sign ends a line."""
    text = (
        "现将云岭县2026年上半年重点工作推进情况报告如下。坚持把稳增长摆在突出位置，"
        "逐项梳理“硬骨头”任务，建立清单、明确专人、限定时间……推动各项政策落到企业。"
    )
    lines = (paragraph(Role.BODY, "试" * size + text) for size in range(56))
    return Document("标点", tuple(lines))


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, part: str) -> Any:
    """The root element of one part."""
    return etree.fromstring(parts(data)[part])


def pretty(xml: bytes) -> str:
    """A part with one element a line, for reading and comparing."""
    root = etree.fromstring(xml)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


REFERENCES = Path(__file__).parent / "references"
