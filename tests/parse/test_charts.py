"""Charts of our own files, and of others, read back."""

import io
import zipfile
from pathlib import Path

import pytest

from model.arrange import charts
from model.arrange.parts import add_block
from model.compose.compose import compose
from model.document import Chart
from model.entry.apply import Assignment, set_values
from model.library import shipped
from model.parse.intake import intake
from model.parse.understand import lexicon_of, understand
from model.report.project import Project
from model.report.section import ChartBlock
from model.report.tree import walk
from model.word.read.word_source import read_docx
from model.word.write.word_file import write_document
from tests.small_project import TODAY, small

LEXICON = lexicon_of(shipped.bank())
FILE = Path("稿.docx")
VALUES = {
    "revenue@2026-H1.actual": "6.82", "revenue@2025-H1.actual": "6.1",
    "revenue@2026-H1.yoy": "11.8", "revenue@2025-H1.yoy": "-3.2",
}  # fmt: skip


@pytest.fixture(scope="module")
def file() -> tuple[Chart, bytes]:
    """A text with a chart of revenue and its growth, and its Word file."""
    bank = shipped.bank().by_name["一般公共预算收入"]
    project = add_block(small(indicators=[]), "chart", after="s1")
    id_ = next(one.id for one in project.reports[0].content if one.kind == "chart")
    for _ in range(2):
        project = charts.add_series(project, id_, bank)
    values = (Assignment(at.replace("revenue", bank.id), said) for at, said in VALUES.items())
    project = set_values(project, values, TODAY)
    document = compose(project, project.reports[0])
    data = write_document(document, shipped.house_style("gbt9704"), mode="final").data
    return next(one for one in document.body if isinstance(one, Chart)), data


def taken(data: bytes) -> Project:
    source = read_docx(data, FILE)
    about = small().organization
    period = small().period
    return intake(source, understand(source, LEXICON), shipped.bank(), about, period).project


def changed(data: bytes, before: bytes, after: bytes) -> bytes:
    """The file with something else in its chart."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(before, after) if "charts/" in name else part)
    return out.getvalue()


def test_a_chart_of_ours_is_a_chart_again_with_its_numbers(file: tuple[Chart, bytes]) -> None:
    chart, data = file
    project = taken(data)
    body = compose(project, project.reports[0]).body
    at, again = next((at, one) for at, one in enumerate(body) if isinstance(one, Chart))
    assert again.categories == chart.categories
    assert again.drawn == chart.drawn
    assert body[at + 1].text == "图1　一般公共预算收入、一般公共预算收入同比增长"
    kinds = [
        one.kind
        for part in project.reports[0].content
        for one in walk(part)
        if isinstance(one, ChartBlock)
    ]
    assert kinds == ["chart"]


def test_a_chart_of_something_else_is_the_table_of_its_numbers(
    file: tuple[Chart, bytes],
) -> None:
    data = changed(file[1], "一般公共预算收入".encode(), "晴天".encode())
    project = taken(data)
    said = compose(project, project.reports[0]).text
    assert "项目\t晴天（亿元）\t晴天同比增长（%）" in said
    assert "2026年上半年\t6.82\t11.8" in said


def test_a_chart_of_ten_thousand_points_is_told_and_not_read(file: tuple[Chart, bytes]) -> None:
    points = b"".join(b'<c:pt idx="%d"><c:v>1</c:v></c:pt>' % at for at in range(10_000))
    source = read_docx(changed(file[1], b"</c:numCache>", points + b"</c:numCache>"), FILE)
    assert [note.count for note in source.notes if note.kind == "pictures"] == [1]
