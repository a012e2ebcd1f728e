"""What became of an old manuscript, in sentences for window and command line."""

from __future__ import annotations

from model.check.correcting import proposed
from model.library import shipped
from model.parse.about import period_of_text
from model.parse.intake import Intake
from model.parse.linking import ties
from model.parse.understand import Understanding
from model.values.period import Period


def intake_messages(done: Intake) -> tuple[str, ...]:
    """What was recognized, what the template lacks or has more, and what was not understood."""
    project = done.project
    lines = [f"认出{done.indicators}个指标、{len(project.observations)}个数。"]
    lines += _parts(done)
    if done.unknown:
        lines.append(f"不在指标库里、留在文字中的数：{'、'.join(done.unknown)}。")
    return (*lines, *intake_warnings(done))


def intake_warnings(done: Intake) -> tuple[str, ...]:
    """What the clerk should know before she goes on: parts that are missing, numbers told twice."""
    lines = _missing(done)
    if done.twice:
        lines.append(f"前后写得不一样的数（用了前一个）：{'、'.join(done.twice)}。")
    if done.as_written:
        lines.append("各段照原样保留，没有分成部分和要点，以免改动文字。")
    return tuple(lines)


def _parts(done: Intake) -> list[str]:
    """Which parts there are, and how they answer to those of the template."""
    lines: list[str] = []
    fitting = [f"{part.heading}（模板的“{part.template}”）" for part in done.parts if part.template]
    others = [part.heading for part in done.parts if not part.template]
    if fitting:
        lines.append(f"与模板对上的部分：{'、'.join(fitting)}。")
    if others:
        lines.append(f"{'旧稿自己的部分' if fitting else '各部分'}：{'、'.join(others)}。")
    return lines


def _missing(done: Intake) -> list[str]:
    missing = [heading for heading in done.missing if heading]
    return [f"模板里有、旧稿里没有的部分：{'、'.join(missing)}。"] if missing else []


def count_slips(done: Intake) -> int:
    """How many slips of the manuscript can be corrected."""
    return len(proposed(done.project, done.project.reports[0]))


def count_ties(done: Intake) -> int:
    """How many of its numbers can be tied to the bank."""
    return len(ties(done.project, done.project.reports[0], shipped.bank()))


def reading_notes(understood: Understanding) -> tuple[str, ...]:
    """What the clerk must know of the reading, with the words that were left out."""
    return tuple(
        f"{note.message}{'：' + '、'.join(note.texts) if note.texts else ''}"
        for note in understood.notes
    )


def other_year_note(understood: Understanding, period: Period) -> str:
    """What is told where the manuscript speaks of another year than the one asked for; '' else.

    Last year's numbers would stand as this year's.
    """
    written = period_of_text(understood.shapes)
    if written is None or written.year == period.year:
        return ""
    there, asked = written.label_with_year, period.label_with_year
    return f"旧稿写的是{there}，文中的数按您写的{asked}记下了。"
