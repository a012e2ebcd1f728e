"""From an old manuscript to the next report in one go.

What the clerk would do step by step with a manuscript that was taken in: have its numbers follow
the indicators, carry it on, and change the periods in its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from model.entry.apply import set_values
from model.jobs.proposals import PERIODS, TIES, ProposalKind
from model.parse.intake import Intake
from model.places.inventory import places_of
from model.places.place import count
from model.renewal.next_period import carry
from model.renewal.outlines import TextWay, outlines_of, with_outline
from model.report.project import Project
from model.values.period import Period


class NextReport(NamedTuple):
    """The project of the period that is to be written, and what was done on the way.

    `tied` figures follow indicators, `renewed` periods say the new one, `undecided` ones wait for
    the clerk; `blanks` numbers are to fill, `in_text` of last period's stand in the text alone;
    `outlines` parts are written anew. All are none where the manuscript is of that very period.
    """

    project: Project
    tied: int = 0
    renewed: int = 0
    undecided: int = 0
    blanks: int = 0
    in_text: int = 0
    outlines: int = 0


def next_report(
    done: Intake, period: Period, today: date, way: TextWay = TextWay.TEXT
) -> NextReport:
    """Carry a manuscript that was taken in on to `period`; its own period leaves it as it is.

    `way` tells how its text comes along. Raises `ValueRefused` for an earlier period.
    """
    if period == done.project.period:
        return NextReport(done.project)
    project, tied = _accepted(done.project, TIES, today)
    project, renewed = _accepted(carry(project, period), PERIODS, today)
    outlines = outlines_of(project, way)
    project = with_outline(project, outlines)
    places = places_of(project)
    return NextReport(
        project=project,
        tied=len(tied),
        renewed=len(renewed),
        undecided=len(PERIODS.find_all(project)) + len(PERIODS.find_undecided(project)),
        blanks=count(places).blanks,
        in_text=count(tuple(one for one in places if ".figures." in one.place)).carried,
        outlines=len(outlines),
    )


def next_messages(done: Intake, made: NextReport) -> tuple[str, ...]:
    """What was done, and where the clerk goes on, in sentences."""
    old, new = done.project.period, made.project.period
    if new == old:
        return ()
    same_span = (old.first, old.last) == (new.first, new.last)
    told = f"{made.tied}个数跟着指标走，{made.renewed}处报告期已经换新，{made.blanks}处要填"
    lines = [f"已接着写{new.label_with_year}：{told}。"]
    if same_span:
        lines.append(f"{old.label_with_year}的数现在是上年同期数（按上年文稿，可能已修订）。")
    if made.outlines:
        lines.append(
            f"{made.outlines}个部分只留了提纲，旧稿的文字摆在旁边；要连文字，在那一页里选“连文字”。"
        )
    if made.undecided:
        lines.append(f"还有{made.undecided}处时间要自己定，在“换报告期”里列着。")
    if made.in_text:
        lines.append(f"还有{made.in_text}个数留在文字里，在“文中数字”（F7）里一个个换。")
    return tuple(lines)


def _accepted(
    project: Project, kind: ProposalKind[Any], today: date
) -> tuple[Project, Sequence[Any]]:
    """The project with all sure proposals of a kind made true, and these."""
    sure = [proposal for proposal in kind.find_all(project) if kind.is_sure(proposal)]
    if not sure:
        return project, sure
    return set_values(project, kind.accept(project, sure), today), sure
