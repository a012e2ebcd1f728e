"""Roles that the clerk corrected, and what follows from them: leads, points, figures, plans.

The roles as the clerk reads them stand here too, in the order in which they are offered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from model.parse.structure import Given, Shape
from model.parse.understand import Understanding, understand
from model.reading.source import Source
from model.wording.finding.names import Lexicon

ROLES: Final[Mapping[Given, str]] = {
    Given("body"): "正文",
    Given("heading", 1): "一级标题",
    Given("heading", 2): "二级标题",
    Given("heading", 3): "三级标题",
    Given("heading", 4): "四级标题",
    Given("title"): "标题",
    Given("subtitle"): "副题",
    Given("date"): "日期",
    Given("salutation"): "称谓",
    Given("closing"): "结语",
    Given("signature"): "落款",
    Given("note"): "注释",
}


def role_of(shape: Shape) -> Given:
    """What a shape is, as it can be given."""
    return Given(shape.role, shape.level if shape.role == "heading" else 0)


def with_role(
    source: Source,
    lexicon: Lexicon,
    given: Mapping[int, Given],
    paragraphs: Iterable[int],
    role: Given,
) -> tuple[dict[int, Given], Understanding]:
    """The roles given so far and `role` for these paragraphs, and all that is understood then."""
    renewed = {**given, **dict.fromkeys(paragraphs, role)}
    return renewed, understand(source, lexicon, renewed)
