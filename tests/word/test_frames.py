"""Every part of a file is valid by the schemas, whatever sample, frame, style and kind it is."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from model.compose.compose import compose
from model.library import shipped
from model.word.write.word_file import Mode, write_document
from tests.parse.test_framing import PAIRS
from tests.samples import example
from tests.small_project import put
from tests.source import ROOT
from tests.word.samples import STAMP

VALIDATOR = ROOT.parent / "shared" / "accept" / "validate_docx.py"
STYLES = ("gbt9704", "windows", "speech-large")


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR.exists(), reason="the schemas are not here")
def test_all_parts_of_samples_frames_styles_and_kinds_are_valid(tmp_path: Path) -> None:
    styles, modes = itertools.cycle(STYLES), itertools.cycle(get_args(Mode))
    for nth, (key, frame) in enumerate(PAIRS):
        project = example(key)
        report = project.reports[0].id
        typed = [(f"{report}.{path}", value) for path, value in frame.items() if value]
        framed = put(project, *typed)
        document = compose(framed, framed.reports[0])
        style, mode = shipped.house_style(next(styles)), next(modes)
        made = write_document(document, style, mode=mode, stamp=STAMP)
        (tmp_path / f"{nth}.docx").write_bytes(made.data)
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    told = subprocess.run(
        [sys.executable, str(VALIDATOR), *files], capture_output=True, text=True, check=False
    )
    assert told.stdout.rstrip().endswith(" 0 invalid"), told.stdout
