"""The three kinds of proposals: found in all texts, told in words, made true in one step."""

from datetime import date
from typing import Any

import pytest

from model.entry.apply import set_values
from model.jobs import take_in
from model.jobs.proposals import PERIODS, SLIPS, TIES, ProposalKind
from model.renewal.next_period import carry
from model.report.project import Organization, Project
from model.values.period import Period
from tests import manuscripts

TODAY = date(2026, 7, 5)
MANUSCRIPT = """云岭县2026年上半年工作总结
一、工业经济稳步回升
地区生产总值完成118.6亿元，同比增长5.8%。截止6月底，新增规上企业5家。"""


def old() -> Project:
    of = Period.parse("2026-H1")
    done = take_in.take_in(manuscripts.pasted(MANUSCRIPT), Organization(name="云岭县"), of, None)
    return done.project


def carried() -> Project:
    return carry(old(), Period.parse("2026-Q1-3"))


@pytest.mark.parametrize(
    ("kind", "project", "line"),
    [
        (PERIODS, carried(), "截止6月底 → 截止9月底"),
        (SLIPS, old(), "截止 → 截至　到某个时间为止用“截至”，“截止”是停止的意思"),
        (
            TIES,
            old(),
            "118.6亿元　{@gdp.actual}　与指标库一致：地区生产总值，2026年上半年本期数",
        ),
    ],
    ids=["periods", "slips", "ties"],
)
def test_a_proposal_is_told_and_gone_once_it_is_accepted(
    kind: ProposalKind[Any], project: Project, line: str
) -> None:
    found = kind.find_all(project)
    assert line in [kind.line_of(proposal) for proposal in found]
    renewed = set_values(project, kind.accept(project, found), TODAY)
    assert renewed != project
    assert kind.find_all(renewed) == []


def test_the_proposals_of_all_reports_are_found() -> None:
    project = old()
    (report,) = project.reports
    second = carry(project, None).reports[0].changed(id="r9zzz")
    both = project.changed(reports=(report, second))
    assert len(SLIPS.find_all(both)) == 2 * len(SLIPS.find(project, report)) > 0
