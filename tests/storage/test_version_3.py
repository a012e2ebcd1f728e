"""Version 2 knew one base, last year's same period: what it kept stays that."""

import json
from pathlib import Path

from model.report.project import Project
from model.storage import project_file, version_3
from model.values.facet import Facet

V2 = Path(__file__).parents[1] / "data" / "projects" / "v2" / "work-briefing-carried.json"


def _lifted() -> Project:
    return project_file.load(V2).project


def test_the_step_changes_nothing() -> None:
    data = json.loads(V2.read_text("utf-8"))
    assert version_3.lifted(data) == data


def test_points_of_version_2_are_against_last_year() -> None:
    points = [one for one in _lifted().observations if one.facet is Facet.POINTS]
    assert points
    assert all(one.against is None and one.aspect is Facet.POINTS for one in points)


def test_a_lifted_project_is_saved_without_bases() -> None:
    saved = json.loads(project_file.dumps(_lifted()))
    assert "against" not in json.dumps(saved)
