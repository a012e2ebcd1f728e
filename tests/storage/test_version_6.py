"""Version 5 knew no table of departments and not which forms were sent."""

import json
from pathlib import Path

from model.report.departments import Way
from model.storage import project_file, version_6

FROZEN = Path(__file__).parents[1] / "data" / "projects"


def test_the_step_changes_nothing_and_makes_up_no_department() -> None:
    data = json.loads((FROZEN / "v5.json").read_text("utf-8"))
    assert version_6.lifted(data) == data
    project = project_file.load(FROZEN / "v5.json").project
    assert project.organization.departments == ()
    assert project.forms == ()
    saved = project_file.dumps(project)
    assert '"departments"' not in saved
    assert '"forms"' not in saved


def test_departments_and_forms_come_back_from_a_file_as_they_were() -> None:
    file = FROZEN / "v6.json"
    project = project_file.load(file).project
    names = project.organization
    assert (found := names.department("大数据中心")) is not None
    assert found.name == "数据局"
    assert names.department("发改局") is names.department("发展和改革局") is not None
    assert names.department("财政局") is None
    form = project.forms[0]
    assert [one.way for one in form.returns] == [Way.FORM, Way.PHONE]
    saved = json.loads(project_file.dumps(project))
    kept = json.loads(file.read_text("utf-8"))
    assert saved["organization"] == kept["organization"]
    assert saved["forms"] == kept["forms"]
