"""House styles, and one run of LibreOffice that renders all samples for the whole session."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from model.word.house_style import HouseStyle, house_styles
from model.word.write import Mode, write_document
from tests.word.pages import Rendered, rendered
from tests.word.samples import STAMP, STYLES, plain, report, signs_at_line_ends, speech


@pytest.fixture(scope="session")
def styles() -> Mapping[str, HouseStyle]:
    return house_styles(STYLES)


@pytest.fixture(scope="session")
def gbt9704(styles: Mapping[str, HouseStyle]) -> HouseStyle:
    return styles["gbt9704"]


@pytest.fixture(scope="session")
def rendering(
    styles: Mapping[str, HouseStyle], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Rendered]:
    """Every sample in every house style as pages, by `<sample>-<style>`."""
    for tool in ("soffice", "pdftotext", "fc-list"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    if not subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=True).stdout:
        pytest.skip("no Chinese font is installed")
    folder: Path = tmp_path_factory.mktemp("pages")
    samples = {"report": report(), "speech": speech(), "plain": plain(28 * 22 * 3)}
    samples["signs"] = signs_at_line_ends()
    for key, style in styles.items():
        for name, document in samples.items():
            mode: Mode = "proof" if name == "report" else "final"
            written = write_document(document, style, mode=mode, stamp=STAMP)
            (folder / f"{name}-{key}.docx").write_bytes(written.data)
    return rendered(folder)
