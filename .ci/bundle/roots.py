"""Debian roots of other releases, kept in the cache, and commands that run inside a copy of one.

A command runs in mount namespaces of its own: what it mounts goes with it, and the cached root
is never written to (an overlay lies above it).
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bundle.fetch import CACHE, BundleRefused, key_of, mirror, run

_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def debian_root(suite: str, packages: Iterable[str] = (), processor: str = "amd64") -> Path:
    """Return a root of `suite` with `packages`, made by debootstrap on first use."""
    names = sorted(packages)
    root = CACHE / "roots" / f"{suite}-{processor}-{key_of(*names)}"
    if not root.is_dir():
        parts = root.with_suffix(".part")
        shutil.rmtree(parts, ignore_errors=True)
        debs = CACHE / "packages" / suite
        debs.mkdir(parents=True, exist_ok=True)
        include = [f"--include={','.join(names)}"] if names else []
        options = ["--variant=minbase", f"--cache-dir={debs}", f"--keyring={_KEYRING}"]
        arch = f"--arch={processor}"
        run(["debootstrap", *options, arch, *include, suite, parts, mirror()])
        parts.rename(root)
    return root


_DONE = "--- done"


@dataclass(frozen=True)
class Shell:
    """A shell that runs inside of a root."""

    process: subprocess.Popen[str]

    def run(self, script: str, *, check: bool = True) -> str:
        """Run `script` and return what it prints; raise if it fails and `check`."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(f'(\n{script}\n) </dev/null; echo; echo "{_DONE} $?"\n')
        stdin.flush()
        lines: list[str] = []
        for line in stdout:
            if line.startswith(_DONE):
                if check and line.split()[-1] != "0":
                    raise BundleRefused(f"inside: {script}\n{''.join(lines)[-3000:]}")
                return "".join(lines)
            lines.append(line)
        raise BundleRefused(f"inside: the shell ended\n{''.join(lines)[-3000:]}")


@dataclass(frozen=True)
class Inside:
    """A root to run in: what is shown where, as whom, and where its changes are kept."""

    root: Path
    scratch: Path
    binds: Mapping[Path, str] = field(default_factory=dict)
    user: str = "0:0"
    environment: Mapping[str, str] = field(default_factory=dict)
    own_processes: bool = True
    """Whether everything that was started ends with the command; else process ids are real ones."""

    def run(self, *command: str, check: bool = True, text: str = "") -> str:
        """Run `command` inside and return what it prints; raise if it fails and `check`."""
        done = subprocess.run(
            self.command(*command), input=text, capture_output=True, text=True,
            errors="replace", check=False,
        )  # fmt: skip
        if check and done.returncode:
            words = " ".join(command)
            raise BundleRefused(f"inside: {words}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done.stdout

    def command(self, *command: str) -> list[str]:
        """Return the command of the host that runs `command` inside."""
        for name in ("upper", "work", "merged"):
            (self.scratch / name).mkdir(parents=True, exist_ok=True)
        apart = ["unshare", "--mount", "--net", "--fork", "--kill-child"]
        if self.own_processes:
            apart.append("--pid")
        return [*apart, "sh", "-euc", self._script(), "inside", *command]

    @contextmanager
    def shell(self) -> Iterator[Shell]:
        """Keep one shell inside for several commands; what it left running ends with it."""
        process = subprocess.Popen(
            self.command("sh"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
        try:
            yield Shell(process)
        finally:
            process.kill()
            process.wait()

    def _script(self) -> str:
        merged = shlex.quote(str(self.scratch / "merged"))
        layers = f"lowerdir={self.root},upperdir={self.scratch}/upper,workdir={self.scratch}/work"
        lines = [
            f"mount -t overlay overlay -o {shlex.quote(layers)} {merged}",
            f"mount -t proc proc {merged}/proc",
            f"mount --rbind /dev {merged}/dev",
        ]
        for source, place in self.binds.items():
            target = f"{merged}{place}"
            lines += [f"mkdir -p {target}", f"mount --bind {shlex.quote(str(source))} {target}"]
        settings = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
        settings |= {"HOME": "/root"} | dict(self.environment)
        words = " ".join(f"{name}={shlex.quote(value)}" for name, value in settings.items())
        lines.append(f'exec env -i {words} chroot --userspec={self.user} {merged} "$@"')
        return "\n".join(lines)
