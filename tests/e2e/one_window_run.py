"""One complete run of the window, as a program: `python -m tests.e2e.one_window_run DIR`.

Opens a sample, shows every step, edits, saves, exports Word and PDF, and closes. Used under
strace by `test_offline.py`.
"""

import shutil
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from model.jobs.export import Stage, export
from model.library import shipped
from model.storage import atomic
from tests.source import ROOT
from ui.app import dress
from ui.preview.printing import pdf_bytes
from ui.shell.asking import Dialogs
from ui.shell.main_window import MainWindow


def main(folder: Path) -> None:
    """Everything a clerk does on an evening, without a person."""
    app = QApplication(["xugao"])
    dress(app)
    window = MainWindow(Dialogs(lambda: None))
    window.show()
    project = folder / "汇报.json"
    shutil.copy(ROOT / "examples" / "county-head-briefing.json", project)
    assert window.open_file(project)
    wizard, workspace = window.wizard, window.filing.workspace
    assert wizard is not None
    assert workspace is not None
    for step in wizard.step_list.steps:
        wizard.go_to_step(step.key)
        app.processEvents()
    assert workspace.set("leader", "李市长") is None
    app.processEvents()
    assert window.filing.save()
    report = workspace.report
    style = shipped.house_style(report.house_style)
    export(workspace.project, report, folder / "汇报.docx", style, Stage.REVIEW)
    pdf = pdf_bytes(workspace.document(), style)
    atomic.write_bytes(folder / "汇报.pdf", pdf, expect=atomic.ABSENT)
    window.close()
    app.processEvents()
    print("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
