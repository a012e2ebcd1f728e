"""Links in real reports: what is proposed is right, and goals and projects are left alone."""

from __future__ import annotations

import pytest

from tests.parse.real_links import NONE, labels, proposed_links
from tests.source import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
WRONG_AT_MOST = 0.03
FOUND_AT_LEAST = 0.9


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real reports are not here")
def test_the_links_proposed_in_real_reports_are_right() -> None:
    wanted = labels()
    assert len(wanted) >= 200
    found = {file: proposed_links(CORPUS / file) for file in {label.file for label in wanted}}
    got = [(label, found[label.file].get((label.paragraph, label.start), NONE)) for label in wanted]
    proposed = [(label, link) for label, link in got if link != NONE]
    wrong = [(label, link) for label, link in proposed if link != label.link]
    assert len(wrong) <= WRONG_AT_MOST * len(proposed), wrong
    right = [label for label in wanted if label.link != NONE]
    missed = [label for label, link in got if label.link != NONE and link == NONE]
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(right), missed
