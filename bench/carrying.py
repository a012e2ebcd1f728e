"""What carrying a large project on to its next period takes, against loading its JSON."""

import json

from bench.harness import Row, best_in_turn
from bench.large_project import large_project
from model.renewal.next_period import carry
from model.report.project import Project
from model.storage import project_file

LIMIT = 8.0
RUNS = 3


def run() -> list[Row]:
    """A project of 2,000 paragraphs and 300 indicators, and its dozenth carrying on."""
    project = large_project()
    later = project
    for _ in range(11):
        later = carry(later)
    text = project_file.dumps(project)
    first, twelfth, loaded = best_in_turn(
        [
            lambda: carry(project),
            lambda: carry(later),
            lambda: Project.model_validate(json.loads(text)),
        ],
        RUNS,
    )
    name = "carry a project of 2,000 paragraphs on; its JSON loaded"
    return [
        Row(name, first, loaded, LIMIT),
        Row("  for the twelfth time", twelfth, loaded, LIMIT),
    ]
