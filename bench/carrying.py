"""How long it takes to carry a large project on to its next period."""

from bench.harness import Row, best_of
from bench.large_project import large_project
from model.renewal.next_period import carry

LIMIT_MS = 500.0
RUNS = 3


def run() -> list[Row]:
    """A project of 2,000 paragraphs and 300 indicators, and its dozenth carrying on."""
    project = large_project()
    later = project
    for _ in range(11):
        later = carry(later)
    return [
        Row(
            "carry a project of 2,000 paragraphs on",
            best_of(lambda: carry(project), RUNS),
            None,
            LIMIT_MS,
        ),
        Row("  for the twelfth time", best_of(lambda: carry(later), RUNS), None, LIMIT_MS),
    ]
