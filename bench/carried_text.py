"""A key typed in a carried paragraph of 5,000 characters, against the same one not carried.

What last period said is compared with what stands there now at every key, figure by figure. The
last key but one was typed far away, so that neither end of the two texts is alike.
"""

from bench.harness import Row, best_of
from bench.large_project import large_project
from model.report.former import Former
from model.report.item import Item
from model.report.project import Project
from model.report.tree import exchange
from model.session import Session
from ui.workspace import Workspace

LENGTH = 5000
SHORT = 200
LIMIT = 2.0
LIMIT_LENGTH = 3.5
RUNS = 20
_ID = "i10x2x7"
_SENTENCE = (
    "新开工项目{}个，完成投资{}.6亿元，同比增长{}.2%，惠及群众{}万人次，群众满意度持续提升。"
)


def long_text(length: int = LENGTH) -> str:
    """A text of so many characters, with about 450 figures in 5,000."""
    text = ""
    while len(text) < length:
        number = len(text) % 97
        text += _SENTENCE.format(number, number + 3, number % 9, number + 11)
    return text


def run() -> list[Row]:
    """Keys at the end of the paragraph, and at its end with its beginning changed too."""
    text = long_text()
    free = _typing(text, None, "", "另")
    former, short = Former(text=text), long_text(SHORT)
    brief = _typing(short, Former(text=short), "", "还")
    at_end, both_ends = _typing(text, former, "", "又"), _typing(text, former, "今年来，7", "再")
    return [
        Row(
            f"a key in a carried paragraph of {len(text)}; of {len(short)}",
            at_end,
            brief,
            LIMIT_LENGTH,
        ),
        Row(f"a key in a carried paragraph of {len(text)}; not carried", at_end, free, LIMIT),
        Row("  the same, its beginning changed too", both_ends, free, LIMIT_LENGTH),
    ]


def _typing(text: str, former: Former | None, before: str, sign: str) -> float:
    """One key at the end, edited and composed: CPU in milliseconds. Each run has its own sign, for
    what was found in a text is remembered.
    """
    workspace = Workspace(Session.new(_with(large_project(), text, former)))
    typed = 0

    def key() -> None:
        nonlocal typed
        typed += 1
        refused = workspace.set(f"{_ID}.text", f"{before}{text}{sign * typed}")
        assert refused is None, refused
        workspace.document()

    key()
    return best_of(key, RUNS)


def _with(project: Project, text: str, former: Former | None) -> Project:
    """The project with such a paragraph among its two thousand."""

    def changed(item: Item) -> tuple[Item, ...]:
        kept = {} if former is None else {"text": former}
        return (item.changed(text=text, former=kept),)

    return exchange(project, _ID, changed)
