"""Version 4 knew no frame of an official document, no part as annex, and not who gave a value."""

import json
from pathlib import Path

from model.report.frame import Frame, Letterhead, Urgency
from model.report.section import Section
from model.storage import project_file, version_5

FROZEN = Path(__file__).parents[1] / "data" / "projects"


def test_the_step_changes_nothing_and_turns_nothing_on() -> None:
    data = json.loads((FROZEN / "v4.json").read_text("utf-8"))
    assert version_5.lifted(data) == data
    project = project_file.load(FROZEN / "v4.json").project
    assert all(report.frame == Frame() for report in project.reports)
    assert all(one.given is None for one in project.observations)
    saved = project_file.dumps(project)
    assert '"frame"' not in saved
    assert '"given"' not in saved


def test_a_frame_an_annex_and_a_giver_come_back_from_a_file_as_they_were() -> None:
    file = FROZEN / "v5.json"
    project = project_file.load(file).project
    report = project.reports[0]
    assert (report.frame.official, report.frame.letterhead) == (True, Letterhead.PRINTED)
    assert report.frame.urgency is Urgency.URGENT
    assert report.frame.signers == ("周启明", "李国强")
    assert [part.id for part in report.content if isinstance(part, Section) and part.annex] == [
        "s6tt"
    ]
    given = project.observations[0].given
    assert given is not None
    assert (given.file, given.person) == ("统计局.json", "王芳")
    saved = json.loads(project_file.dumps(project))
    kept = json.loads(file.read_text("utf-8"))
    assert saved["reports"][0]["frame"] == kept["reports"][0]["frame"]
    assert saved["observations"][0]["given"] == kept["observations"][0]["given"]
