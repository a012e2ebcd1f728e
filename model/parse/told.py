"""What intake did, in sentences for the clerk: the same on the command line and in the window."""

from __future__ import annotations

from model.parse.correcting import proposed
from model.parse.intake import Intake
from model.parse.linking import ties
from model.parse.understand import Understanding


def told(done: Intake) -> tuple[str, ...]:
    """What was recognized, what the template lacks or has more, and what was not understood."""
    project = done.project
    lines = [f"认出{done.indicators}个指标、{len(project.observations)}个数。"]
    lines += _parts(done)
    if done.unknown:
        lines.append(f"不在指标库里、留在文字中的数：{'、'.join(done.unknown)}。")
    if done.twice:
        lines.append(f"前后写得不一样的数（用了前一个）：{'、'.join(done.twice)}。")
    if done.as_written:
        lines.append("各段照原样保留，没有分成部分和要点，以免改动文字。")
    return tuple(lines)


def _parts(done: Intake) -> list[str]:
    """Which parts there are, and how they answer to those of the template."""
    lines: list[str] = []
    fitting = [f"{one.heading}（模板的“{one.template}”）" for one in done.parts if one.template]
    others = [one.heading for one in done.parts if not one.template]
    if fitting:
        lines.append(f"与模板对上的部分：{'、'.join(fitting)}。")
    if others:
        lines.append(f"{'旧稿自己的部分' if fitting else '各部分'}：{'、'.join(others)}。")
    missing = [heading for heading in done.missing if heading]
    if missing:
        lines.append(f"模板里有、旧稿里没有的部分：{'、'.join(missing)}。")
    return lines


def next_moves(done: Intake) -> tuple[int, int]:
    """How many slips can be corrected, and how many numbers be tied to the bank."""
    project = done.project
    report = project.reports[0]
    return len(proposed(project, report)), len(ties(project, report))


def not_understood(understood: Understanding) -> tuple[str, ...]:
    """What the clerk must know of the reading, with the words that were left out."""
    return tuple(
        f"{note.message}{'：' + '、'.join(note.texts) if note.texts else ''}"
        for note in understood.notes
    )
