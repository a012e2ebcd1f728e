"""The tools of this machine that building and proving need, installed through apt where missing."""

from __future__ import annotations

import os
import shutil

from bundle.fetch import BundleRefused, run

TOOLS = {
    "build": {
        "debootstrap": "debootstrap",
        "dpkg-deb": "dpkg",
        "patchelf": "patchelf",
        "unshare": "util-linux",
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    },
    "test": {
        "Xvfb": "xvfb",
        "debootstrap": "debootstrap",
        "strace": "strace",
        "xdotool": "xdotool",
    },
}


def missing(purpose: str) -> list[str]:
    """Return the Debian packages of the tools that this machine lacks."""
    return sorted(package for tool, package in TOOLS[purpose].items() if not shutil.which(tool))


def bring(purpose: str) -> None:
    """Install what `purpose` (build, test) needs; raise if apt cannot."""
    packages = missing(purpose)
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise BundleRefused(f"missing tools, Debian's packages: {' '.join(packages)}")
    settings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "-qq", "update"], env=settings)
    options = ["-qq", "-y", "--no-install-recommends"]
    run(["apt-get", "install", *options, *packages], env=settings)
