"""基本情况 asks for the frame of an official document once it is wanted, and says what lacks."""

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


def test_every_part_may_stand_as_an_annex() -> None:
    rows = {place.place: place for place in frame(("r1.official", "是")).places}
    assert rows["s1.annex"].label == "“经济运行”作为附件"
    assert (rows["s1.annex"].value, rows["s1.annex"].choices) == ("否", ("是", "否"))
    assert "r1.contact" in rows
