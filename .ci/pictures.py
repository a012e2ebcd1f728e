"""Pictures of every page of the window with the five examples, to look at as a critic.

    python .ci/pictures.py [-o build/pictures] [TEMPLATE …]

For each example: every step at 100 %, at 200 % on a small screen, and dark; also the start page
and the dialogs of the shell. Needs no screen; needs the fonts of `system_packages.py tests`.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREEN = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": True,
    "screens": [
        {"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1}
    ],
}  # fmt: skip
SETTLE_MS = 150


def main() -> int:
    """Make the pictures; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-o", "--output", type=Path, default=ROOT / "build" / "pictures")
    options.add_argument("templates", nargs="*")
    chosen = options.parse_args()
    folder = chosen.output.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        screen = Path(scratch) / "screen.json"
        screen.write_text(json.dumps(SCREEN))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        os.environ["XUGAO_HOME"] = str(Path(scratch) / "home")
        sys.path.insert(0, str(ROOT))
        from model.jobs.samples import sample_keys  # noqa: PLC0415

        made = Pictures(folder, Path(scratch))
        made.of_shell()
        for key in chosen.templates or sample_keys():
            made.of_example(key)
        made.close()
    print(f"{made.count} 张图片在 {folder}")
    return 0


class Pictures:
    """One window that is shown in different sizes and colours."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from ui import app as ui_app  # noqa: PLC0415
        from ui.kit.colors import Scheme  # noqa: PLC0415
        from ui.shell.asking import Dialogs  # noqa: PLC0415
        from ui.shell.main_window import MainWindow  # noqa: PLC0415

        self.count = 0
        self.folder = folder
        self.scratch = scratch
        self.app = QApplication([])
        ui_app.dress(self.app)
        self.window = MainWindow(Dialogs(lambda: None))
        self.looks = {
            "100": (1440, 900, 100, Scheme.LIGHT),
            "200": (1280, 720, 200, Scheme.LIGHT),
            "dark": (1280, 720, 100, Scheme.DARK),
        }

    def of_shell(self) -> None:
        """The start page and the dialogs that begin a project."""
        from ui.dialogs.new_project import NewProjectDialog  # noqa: PLC0415
        from ui.renewal.carry_dialog import CarryDialog  # noqa: PLC0415

        path = self._example("half-year-summary")
        self.window.open_file(path)
        self.window.filing.leave()
        for look in self.looks:
            self._wear(look)
            self._keep(self.window, f"start-{look}")
            for name, dialog in (
                ("new", NewProjectDialog(self.window.desk.settings, self.window)),
                ("carry", CarryDialog(self.window.desk.recent_projects()[0], None, self.window)),
            ):
                dialog.show()
                self._keep(dialog, f"{name}-{look}")
                dialog.close()
                dialog.deleteLater()

    def of_example(self, key: str) -> None:
        """Every step of one example."""
        for look in self.looks:
            self._wear(look)
            self.window.open_file(self._example(key))
            assert self.window.wizard is not None
            self.window.wizard.show_preview(look != "200")
            for number, step in enumerate(self.window.wizard.step_list.steps):
                self.window.wizard.go_to_step(step.key)
                self._keep(self.window, f"{key}-{number:02}-{step.kind.value}-{look}")
            self.window.filing.leave()

    def close(self) -> None:
        self.window.close()

    def _example(self, key: str) -> Path:
        from model.jobs import samples  # noqa: PLC0415
        from model.session import Session  # noqa: PLC0415

        path = self.scratch / f"{key}.json"
        session = Session.new(samples.example(key))
        session.save_as(path, replace=True)
        session.close()
        return path

    def _wear(self, look: str) -> None:
        from ui.kit import theme  # noqa: PLC0415

        width, height, zoom, scheme = self.looks[look]
        theme.apply(self.app, zoom, scheme)
        self.window.resize(width, height)
        self.window.show()

    def _keep(self, widget, name: str) -> None:
        """Let everything settle, and keep a picture."""
        from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()
        widget.grab().save(str(self.folder / f"{name}.png"))
        self.count += 1


if __name__ == "__main__":
    sys.exit(main())
