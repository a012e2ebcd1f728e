"""基本情况 asks for the frame of an official document once it is wanted, and says what lacks."""

from model.places.own import own_places
from model.report.carried import carry_over
from model.values.state import State
from tests.small_project import put, small
from ui.pages.basics_places import FRAME, groups
from ui.pages.frame_places import Group


def frame(*typed: tuple[str, str]) -> Group:
    project = put(small(), *typed) if typed else small()
    return next(group for group in groups(project, project.reports[0]) if group.title == FRAME)


def test_only_the_switch_is_asked_for_until_it_is_on() -> None:
    assert [place.place for place in frame().places] == ["r1.official"]
    on = frame(("r1.official", "是")).places
    printed = frame(("r1.official", "是"), ("r1.letterhead", "印红头")).places
    assert {place.label for place in printed} - {place.label for place in on} == {"发文机关标志"}
    assert [place.label for place in on][:3] == ["作为正式公文", "版头", "份号"]


def test_what_lacks_is_said_at_its_field() -> None:
    on = ("r1.official", "是")
    hints = {
        place.place: place.hint
        for place in frame(on, ("r1.title", "工作报告"), ("r1.secrecy", "机密★1年")).places
    }
    assert "签发人" in hints["r1.signers"]
    assert "立即停止" in hints["r1.secrecy"]
    assert "份号" in hints["r1.copy_number"]
    signed = frame(on, ("r1.title", "工作报告"), ("r1.signers", "周启明"))
    assert "要写签发人" not in next(
        place.hint for place in signed.places if place.place == "r1.signers"
    )


def test_the_number_of_last_period_waits_to_be_looked_at() -> None:
    typed = (
        ("r1.official", "是"),
        ("r1.document_number", "云政〔2026〕18号"),
        ("r1.copies", "统计局"),
    )
    carried = carry_over(put(small(), *typed).reports[0])
    project = small().changed(reports=(carried,))
    group = next(group for group in groups(project, carried) if group.title == FRAME)
    rows = {place.place: place for place in group.places}
    number = rows["r1.document_number"]
    assert (number.state, number.last) == (State.CARRIED, "云政〔2026〕18号")
    waiting = {place.place: place.label for place in own_places(carried)}
    assert waiting["r1.document_number"] == "发文字号"
    assert rows["r1.copies"].state is not State.CARRIED


def test_every_part_may_stand_as_an_annex() -> None:
    rows = {place.place: place for place in frame(("r1.official", "是")).places}
    assert rows["s1.annex"].label == "“经济运行”作为附件"
    assert (rows["s1.annex"].value, rows["s1.annex"].choices) == ("否", ("是", "否"))
    assert "r1.contact" in rows
