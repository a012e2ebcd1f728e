"""The frame on the page: room in 版头, filled lines, hanging names, what a signature stays with."""

from model.document import FILL, Document, Paragraph, Role, Span
from model.library import shipped
from model.typesetting.frame import Hanging, hanging, tied
from model.typesetting.house_style import MM
from model.typesetting.letterhead import (
    RED_RULE,
    fills,
    head_rule,
    letterhead_spaces,
    mark_lines,
)
from model.typesetting.sign_off import sealed_right_indents
from model.typesetting.title_space import spaces_above

STYLE = shipped.house_style("gbt9704")
PITCH = STYLE.pitch


def line(role: Role, text: str = "云") -> Paragraph:
    return Paragraph(role, (Span(text),))


def above(*roles: Role) -> dict[int, int]:
    body = tuple(map(line, roles))
    return {
        at: round(space / PITCH)
        for at, space in spaces_above(body, STYLE, [False] * len(body)).items()
        if space >= PITCH
    }


def test_the_number_stands_on_one_line_whatever_stands_above_it() -> None:
    number, title = Role.DOCUMENT_NUMBER, Role.TITLE
    assert above(number, title, Role.BODY) == {0: 7, 1: 2}
    assert above(Role.SECRECY, Role.URGENCY, number, title, Role.BODY) == {2: 5, 3: 2}
    assert above(number, number, title, Role.BODY) == {0: 6, 2: 2}
    assert above(Role.COPY_NUMBER, title, Role.BODY) == {1: 9}
    assert above(title, Role.BODY) == {}


def test_a_seal_has_the_lines_of_the_house_above_the_organ() -> None:
    assert above(Role.BODY, Role.SEALED_SIGNATURE, Role.SEALED_DATE) == {1: 1}
    assert above(Role.BODY, Role.SIGNATURE, Role.ISSUED) == {}


def test_a_sealed_date_stands_four_from_the_right_and_the_organ_over_its_middle() -> None:
    organs, date = sealed_right_indents(["云岭县人民政府"], "2026年7月10日")
    width = 100 * (3 + 7 / 2) + 25 * 5
    assert date == 400
    assert abs(organs[0] + 350 - (400 + width / 2)) <= 1
    assert sealed_right_indents(["中" * 30], "2026年7月10日")[0] == [0]


def test_a_printed_mark_stands_where_red_paper_has_it_and_the_rule_under_the_number() -> None:
    mark, number, title = Role.ORGAN_MARK, Role.DOCUMENT_NUMBER, Role.TITLE
    body = (line(mark, "云岭县人民政府文件"), line(number), line(title), line(Role.BODY))
    spaces = letterhead_spaces(body, STYLE)
    (one,) = mark_lines(["云岭县人民政府文件"], STYLE)
    characters = spaces[0] + one.size_pt * 20 * 0.14
    assert abs(characters / MM - 35) < 0.2
    to_number = spaces[0] + one.pitch + spaces[1]
    assert to_number == 7 * PITCH
    assert spaces[2] + RED_RULE.extent == 2 * PITCH
    assert head_rule(body) == 1
    assert head_rule((line(number), line(title))) is None
    assert head_rule((line(mark), line(title))) == 0


def test_a_mark_is_as_large_as_its_longest_line_allows_and_the_others_are_spread() -> None:
    room = STYLE.text_width
    long, short = mark_lines(["云岭县发展和改革委员会办公室", "云岭县人民政府"], STYLE)
    assert long.size_pt == short.size_pt < STYLE.looks.organ_mark.size_pt
    assert long.size_pt * 20 * 14 <= room
    ends = [
        count * each.size_pt * 20 + (count - 1) * each.spacing
        for each, count in ((long, 14), (short, 7))
    ]
    assert abs(ends[0] - ends[1]) < 20
    assert max(ends) <= room
    (few,) = mark_lines(["县政府"], STYLE)
    assert few.spacing <= few.size_pt * 20 * 0.45
    assert mark_lines([], STYLE) == ()


def test_a_line_with_a_gap_is_filled() -> None:
    spans = (Span("云政〔2026〕18号"), Span(FILL), Span("签发人："), Span("周启明"))
    assert fills(Paragraph(Role.DOCUMENT_NUMBER, spans))
    assert not fills(Paragraph(Role.DOCUMENT_NUMBER, (Span("云政〔2026〕18号"),)))


def test_lines_of_the_list_of_annexes_hang_under_the_name() -> None:
    assert hanging(line(Role.ANNEX_LIST, "附件：指标表")) == Hanging(500, 300)
    assert hanging(line(Role.ANNEX_LIST, "附件：1. 指标表")) == Hanging(600, 400)
    assert hanging(line(Role.ANNEX_LIST, "2. 任务表")) == Hanging(600, 100)
    assert hanging(line(Role.BODY, "附件：1. 指标表")) is None


def test_a_signature_stays_with_the_last_text() -> None:
    roles = (Role.BODY, Role.BODY, Role.ANNEX_LIST, Role.ANNEX_LIST, Role.SIGNATURE, Role.ISSUED)
    body = tuple(map(line, roles))
    assert tied(Document("", body)) == {1, 2, 3}
    assert tied(Document("", body[:2])) == frozenset()
