"""The export of a half-year's summary with four charts and their workbooks, against the same text
without: composed, checked by its blanks, written.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bench.harness import Row, user_times
from model.arrange import charts
from model.arrange.parts import add_block
from model.arrange.records import added
from model.jobs.export import Force, Stage, export
from model.jobs.samples import example
from model.library import shipped
from model.report.project import Project
from model.storage.paths import HOME_VARIABLE

RUNS = 15
LIMIT = 1.3
_OF = "一般公共预算收入"


def with_charts(project: Project, count: int) -> Project:
    """The project with charts of revenue as bars and its growth as a line."""
    after = project.reports[0].content[1].id
    for _ in range(count):
        made = add_block(project, "chart", after=after)
        (id_,) = added(project, made)
        project = made
        for _ in range(2):
            project = charts.add_series(project, id_, shipped.bank().by_name[_OF])
    return project


def run() -> list[Row]:
    """The row of the export."""
    plain = example("half-year-summary")
    drawn = with_charts(plain, 4)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder  # where the drafts are kept

        def exported(project: Project) -> None:
            report = project.reports[0]
            style = shipped.house_style(report.house_style)
            export(project, report, Path(folder) / "r.docx", style, Stage.REVIEW, force=Force.ALL)

        ours, floor = user_times([lambda: exported(drawn), lambda: exported(plain)], RUNS)
        del os.environ[HOME_VARIABLE]
    return [Row("Export with four charts, against the same text without", ours, floor, LIMIT)]
