"""核对 tells what the frame of an official document lacks, and nothing of a text without one."""

from model.check.framing import complaints
from model.check.registry import problems
from model.report.project import Project
from tests.small_project import put, small

REPORT = ("r1.title", "关于上半年工作的报告")


def told(*typed: tuple[str, str]) -> set[str]:
    project = put(small(), *typed)
    return set(complaints(project, project.reports[0]))


def of_rule(project: Project) -> list[str]:
    return [each.place for each in problems(project) if each.check == "frame"]


def test_a_text_without_a_frame_lacks_nothing() -> None:
    assert told(REPORT, ("r1.recipients", "王市长："), ("r1.issued", "2020年1月1日")) == set()


def test_a_report_is_signed_out_and_addressed_to_an_organ() -> None:
    on = ("r1.official", "是")
    assert told(on, REPORT) == {"signers"}
    signed = ("r1.signers", "周启明")
    assert told(on, REPORT, signed, ("r1.recipients", "江州市人民政府：")) == set()
    assert told(on, REPORT, signed, ("r1.recipients", "王市长：")) == {"recipients"}
    assert told(on, ("r1.title", "工作通知")) == set()


def test_secrecy_wants_a_copy_number_and_a_date_not_before_the_period() -> None:
    on = ("r1.official", "是")
    assert told(on, ("r1.secrecy", "秘密★6个月")) == {"copy_number"}
    assert told(on, ("r1.issued", "2025年12月31日")) == {"issued"}
    assert told(on, ("r1.issued", "2026年6月30日")) == set()


def test_an_annex_without_a_title_is_told_and_stays_in_the_text() -> None:
    project = put(small(), ("s1.annex", "是"), ("s1.heading", ""))
    assert of_rule(project) == ["s1.heading"]


def test_a_record_names_who_printed_and_when_and_not_before_the_date() -> None:
    on, copied = ("r1.official", "是"), ("r1.copies", "江州市统计局")
    assert told(on, copied) == {"printed_by", "printed_on"}
    whole = on, copied, ("r1.printed_by", "云岭县人民政府办公室"), ("r1.issued", "2026年7月10日")
    assert told(*whole, ("r1.printed_on", "2026年7月12日")) == set()
    assert told(*whole, ("r1.printed_on", "2026年7月9日")) == {"printed_on"}


def test_a_printed_head_wants_the_mark_of_the_organ() -> None:
    printed = ("r1.official", "是"), ("r1.letterhead", "印红头")
    assert told(*printed) == {"organ_mark"}
    assert told(*printed, ("r1.organ_mark", "云岭县人民政府文件")) == set()
