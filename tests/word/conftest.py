"""House styles, and one run of LibreOffice that renders all samples for the whole session."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from model.typesetting.house_style import HouseStyle
from model.word.write.word_file import Mode, write_document
from tests.typesetting.conftest import gbt9704, styles
from tests.word.pages import Rendered, rendered
from tests.word.samples import STAMP, official, plain, report, signs_at_line_ends, speech, wide

__all__ = ["gbt9704", "rendering", "styles"]


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
    bearing = styles["gbt9704"].model_copy(update={"review_label": "征求意见稿"})
    labelled = write_document(plain(28 * 22 * 2), bearing, mode="review")
    (folder / "labelled-gbt9704.docx").write_bytes(labelled.data)
    turned = write_document(wide(), styles["gbt9704"], mode="proof", stamp=STAMP)
    (folder / "wide-gbt9704.docx").write_bytes(turned.data)
    for name, lines in (("alone", 5), ("below", 15), ("behind", 26)):
        framed = write_document(official(lines), styles["gbt9704"], mode="final")
        (folder / f"{name}-official.docx").write_bytes(framed.data)
    return rendered(folder)
