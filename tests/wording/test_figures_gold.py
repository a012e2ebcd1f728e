"""The finder against hand-labelled reports, where they lie beside the checkout."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from model.wording.finding.figures import find_figures

GOLD = sorted((Path(__file__).resolve().parents[3] / "shared" / "gold").glob("*.gold.txt"))
MARK = re.compile(r"⟦([^|⟧]*)\|[^|⟧]*\|[^|⟧]*\|([^|⟧]*)⟧|[⟪⟫⟨⟩]")

Spans = set[tuple[int, int]]


def read_marks(marked: str) -> tuple[str, Spans, Spans]:
    """The plain text of a labelled line, the spans of its figures, and those of optional ones."""
    plain, at = "", 0
    wanted: Spans = set()
    optional: Spans = set()
    for found in MARK.finditer(marked):
        plain += marked[at : found.start()]
        at = found.end()
        if found[1] is not None:
            span = (len(plain), len(plain) + len(found[1]))
            (optional if found[2] == "optional" else wanted).add(span)
            plain += found[1]
    return plain + marked[at:], wanted, optional


@pytest.mark.skipif(not GOLD, reason="the labelled reports are not here")
def test_figures_of_labelled_reports_are_found() -> None:
    right = found = wanted = 0
    for path in GOLD:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            plain, want, optional = read_marks(line.split("\t", 1)[1])
            have = {(f.start, f.end) for f in find_figures(plain)} - optional
            right += len(have & want)
            found += len(have)
            wanted += len(want)
    assert wanted > 500
    assert 2 * right / (found + wanted) >= 0.97
