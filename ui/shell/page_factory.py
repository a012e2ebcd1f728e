"""Makes the page of a step when it is first shown; loading all of them would delay the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from model.jobs.steps import Step, StepKind
from ui.kit.page import Page
from ui.workspace import Workspace

PageMaker = Callable[[Step, Workspace], Page]


def make_page(step: Step, workspace: Workspace) -> Page:
    """The page for a step of any kind."""
    match step.kind:
        case StepKind.BASICS:
            from ui.pages.basics import BasicsPage  # noqa: PLC0415

            return BasicsPage(workspace)
        case StepKind.INDICATORS:
            from ui.table.page import IndicatorsPage  # noqa: PLC0415

            return IndicatorsPage(workspace)
        case StepKind.PART:
            from ui.part.page import SectionPage  # noqa: PLC0415

            return SectionPage(workspace, step.section or "")
        case StepKind.CHECK:
            from ui.pages.check import CheckPage  # noqa: PLC0415

            return CheckPage(workspace)
        case StepKind.EXPORT:
            from ui.pages.export import ExportPage  # noqa: PLC0415

            return ExportPage(workspace)
        case _:
            assert_never(step.kind)
