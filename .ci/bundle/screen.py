"""A screen without a monitor, to open the program's window on, and pictures of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bundle.fetch import BundleRefused, run
from bundle.recipe import ROOT

SOCKETS = Path("/tmp/.X11-unix")
PICTURES = ROOT / "build" / "bundle" / "pictures"
_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
image = app.primaryScreen().grabWindow(0).toImage()
image.save(sys.argv[1])
points = range(0, image.width(), 8), range(0, image.height(), 8)
print(len({image.pixel(x, y) for x in points[0] for y in points[1]}))
"""


@contextmanager
def screen(size: str = "1440x900") -> Iterator[str]:
    """A screen of `size`; gives the name of the display."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        number = os.read(reading, 16).decode().strip()
        if not number:
            raise BundleRefused("Xvfb does not start")
        yield f":{number}"
    finally:
        os.close(reading)
        server.terminate()
        server.wait()


def picture(display: str, name: str) -> int:
    """Keep a picture of the screen; returns how many colours a grid of its points has."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    settings = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    return int(run([sys.executable, "-c", _GRAB, PICTURES / f"{name}.png"], env=settings))


def wait_for_window(display: str, name: str, seconds: float, colors: int = 20) -> int:
    """Wait until something is painted on the screen; returns the number of its colours."""
    end = time.monotonic() + seconds
    while True:
        found = picture(display, name)
        if found >= colors:
            time.sleep(2)
            return picture(display, name)
        if time.monotonic() > end:
            raise BundleRefused(
                f"after {seconds:.0f} s the screen is still empty ({found} colours)"
            )
        time.sleep(1)
