"""The frame is composed from its fields once it is on, and annexes stand behind the text."""

from model.compose.compose import compose
from model.document import Paragraph, Role
from tests.small_project import put, small

TYPED = (
    ("r1.secrecy", "机密★1年"),
    ("r1.urgency", "特急"),
    ("r1.copy_number", "1"),
    ("r1.document_number", "云政〔2026〕18号"),
    ("r1.signers", "周启明、李国强、王芳"),
    ("r1.contact", "联系人：李明"),
    ("r1.signature", "云岭县人民政府"),
    ("r1.issued", "2026年7月10日"),
)


def lines(*typed: tuple[str, str]) -> list[tuple[Role, str]]:
    project = put(small(), *typed)
    body = compose(project, project.reports[0]).body
    return [(one.role, one.text) for one in body if isinstance(one, Paragraph)]


def test_nothing_of_the_frame_shows_without_the_switch() -> None:
    assert lines(*TYPED, ("r1.sealed", "是")) == lines(*TYPED[-2:])


def test_the_frame_stands_around_the_text_in_the_order_of_the_standard() -> None:
    found = lines(("r1.official", "是"), *TYPED)
    assert found[:6] == [
        (Role.COPY_NUMBER, "000001"),
        (Role.SECRECY, "机密★1年"),
        (Role.URGENCY, "特急"),
        (Role.DOCUMENT_NUMBER, "\t签发人：周启明　李国强"),
        (Role.DOCUMENT_NUMBER, "云政〔2026〕18号\t　　　　王芳"),
        (Role.TITLE, "云岭县工作汇报"),
    ]
    assert found[-3:] == [
        (Role.SIGNATURE, "云岭县人民政府"),
        (Role.ISSUED, "2026年7月10日"),
        (Role.CONTACT, "（联系人：李明）"),
    ]
    sealed = lines(("r1.official", "是"), ("r1.sealed", "是"), *TYPED)
    assert [role for role, _ in sealed[-3:]] == [
        Role.SEALED_SIGNATURE, Role.SEALED_DATE, Role.CONTACT,
    ]  # fmt: skip


def test_the_mark_of_the_organs_stands_over_the_number_where_it_is_printed() -> None:
    typed = (*TYPED, ("r1.official", "是"), ("r1.organ_mark", "云岭县人民政府\n云岭县财政局"))
    assert not any(role is Role.ORGAN_MARK for role, _ in lines(*typed))
    printed = lines(*typed, ("r1.letterhead", "印红头"))
    assert printed[3:6] == [
        (Role.ORGAN_MARK, "云岭县人民政府"),
        (Role.ORGAN_MARK, "云岭县财政局"),
        (Role.DOCUMENT_NUMBER, "\t签发人：周启明　李国强"),
    ]


def test_the_record_stands_behind_the_annexes() -> None:
    given = (
        ("r1.official", "是"), ("s1.annex", "是"), ("r1.copies", "抄送：统计局；财政局。"),
        ("r1.printed_by", "云岭县人民政府办公室"), ("r1.printed_on", "2026-7-12"),
    )  # fmt: skip
    typed = (*TYPED, *given)
    assert lines(*typed)[-2:] == [
        (Role.COPIES, "抄送：统计局，财政局。"),
        (Role.PRINTED, "云岭县人民政府办公室\t2026年7月12日印发"),
    ]


def test_one_annex_has_no_number_and_two_are_numbered_and_listed() -> None:
    on = ("r1.official", "是")
    part = ("s1.annex", "是")
    alone = lines(on, part)
    assert (Role.ANNEX_LIST, "附件：经济运行") in alone
    assert alone[alone.index((Role.ANNEX_LABEL, "附件")) + 1] == (Role.ANNEX_TITLE, "经济运行")
    two = lines(on, part, ("r1.annex", "是"), ("gdp@2026-H1.actual", "86.4"))
    table = "2026年上半年主要指标完成情况"
    assert (Role.ANNEX_LIST, f"附件：1. {table}") in two
    assert (Role.ANNEX_LIST, "2. 经济运行") in two
    assert [text for role, text in two if role is Role.ANNEX_LABEL] == ["附件1", "附件2"]
    assert not any(role is Role.ANNEX_LIST for role, _ in lines(part))
