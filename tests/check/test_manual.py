"""The page of rules in the manual is what the program says of itself."""

from pathlib import Path

from model.cli.rules import markdown

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_lists_every_rule_as_the_program_does() -> None:
    _, _, listed = PAGE.read_text(encoding="utf-8").partition("## 全部规则\n")
    assert listed == "\n".join(markdown()) + "\n"
