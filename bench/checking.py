"""What 核对 of a text takes, against understanding the same text; and again after one edit."""

from bench.harness import Row, best_in_turn, best_of
from model.check import registry
from model.compose.compose import compose
from model.jobs.samples import example
from model.library import shipped
from model.parse.understand import lexicon_of, understand
from model.reading.text_file import read_pasted
from model.report.item import Item
from model.report.project import Project
from model.report.tree import exchange, items_of
from model.wording.finding.figures import find_figures
from model.wording.finding.linked import blanks_of
from model.wording.links import split

WHOLE_LIMIT = 2.2
AGAIN_LIMIT = 0.6
RUNS = 5


def run() -> list[Row]:
    """The longest sample, checked and understood with nothing remembered; then one edit."""
    project = example("plenary-speech")
    report = project.reports[0]
    source = read_pasted(compose(project, report).text)
    lexicon = lexicon_of(shipped.bank())

    def forget() -> None:
        for remembered in (find_figures, blanks_of, split, registry.in_passage):
            remembered.cache_clear()

    def whole() -> None:
        forget()
        registry.problems(project)

    def understood() -> None:
        forget()
        understand(source, lexicon)

    checked, read = best_in_turn([whole, understood], RUNS)
    checker = registry.Checker()
    checker.problems(project)
    item = _long_item(project)
    typed = 0

    def again() -> None:
        nonlocal typed
        typed += 1
        text = f"{item.text}又{typed}字。"
        checker.problems(exchange(project, item.id, lambda was: (was.changed(text=text),)))

    after_edit = best_of(again, RUNS)
    return [
        Row("check of a speech of 9,600 signs; understanding it", checked, read, WHOLE_LIMIT),
        Row("  again after one edit; the whole", after_edit, checked, AGAIN_LIMIT),
    ]


def _long_item(project: Project) -> Item:
    return next(item for item in items_of(project.reports[0]) if len(item.text) > 60)
