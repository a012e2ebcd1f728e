"""Prove `make run` and `make test` on a fresh machine: a Debian 12 with python3 and make only.

    python3 .ci/fresh.py [-o build/fresh]

Makes such a root with debootstrap, clones HEAD of this checkout into it and runs both commands
there. Prints how long each took, what the tests skipped and pytest's closing line; the logs stay
in the output folder, the root is removed. How packages are reached (mirror, proxies,
certificates, settings of pip) is copied from this machine. Needs root, debootstrap and git.
Exit codes: 0 both commands passed, 1 one failed or the root could not be made.
"""

import argparse
import os
import re
import resource
import shutil
import ssl
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
CLONE = Path("root/xugao")  # below the new root
RELEASE = "bookworm"
PACKAGES = "python3,make"
SETTINGS = (
    Path("/etc/hosts"),
    Path("/etc/resolv.conf"),
    Path("/etc/pip.conf"),
    Path("/etc/xdg/pip"),
    Path.home() / ".config" / "pip",
)
SETTING_VARIABLES = re.compile(r"PIP_|(?i:\w+_proxy$)")
# Not where Debian keeps its own, for a package that is installed on the way writes that anew.
CERTIFICATES = Path("/etc/ssl/of-the-host.crt")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

# A root of its own, and not a chroot: inside one the kernel refuses the user namespaces that
# the tests of full disks need. The mounts and processes end with the namespaces.
ENTER = """
set -eu
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
pivot_root . mnt
cd /
umount -l /mnt
exec make -C "$2" "$3"
"""


class FreshError(Exception):
    """What stops the proof, in a sentence for the developer."""


@dataclass(frozen=True)
class Run:
    """One command of the Makefile in the new root: whether it passed, and what it took."""

    command: str
    log: Path
    passed: bool
    seconds: float
    processor_seconds: float

    def __str__(self) -> str:
        verdict = "通过" if self.passed else "没有通过"
        return (
            f"make {self.command}：{verdict}，用时 {self.seconds:.0f} 秒"
            f"（处理器 {self.processor_seconds:.0f} 秒），日志 {self.log}"
        )


def main() -> int:
    """Run both commands in a new root; the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-o", "--output", type=Path, default=CHECKOUT / "build" / "fresh")
    output = options.parse_args().output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    try:
        if os.geteuid() != 0:
            raise FreshError("要用 root 运行：sudo make fresh")
        with tempfile.TemporaryDirectory(prefix="xugao-fresh-") as folder:
            return prove(Path(folder), output)
    except FreshError as error:
        print(error, file=sys.stderr)
        return 1


def prove(root: Path, output: Path) -> int:
    """Make the root in `root` and run both commands in it; the exit code."""
    make_root(root, find_mirror(), output / "debootstrap.log")
    clone_head(root)
    run = run_make(root, "run", output / "run.log")
    print(run, flush=True)
    made = len(list((root / CLONE).glob("out/demo/**/*.docx")))
    print(f"  做出 {made} 份 Word 文件", flush=True)
    test = run_make(root, "test", output / "test.log")
    print(test)
    print(*closing_lines(test.log.read_text("utf-8")), sep="\n")
    for failed in (run, test):
        if not failed.passed:
            print(*failed.log.read_text("utf-8").splitlines()[-30:], sep="\n", file=sys.stderr)
    return 0 if run.passed and made and test.passed else 1


def find_mirror() -> str:
    """The address from which this machine's apt takes Debian's main packages."""
    if shutil.which("apt-get") is None:
        raise FreshError("本机没有 apt-get，不知道从哪里取 Debian 的软件包。")
    wanted = "$(ORIGIN) $(COMPONENT) $(RELEASE) $(SITE)"
    told = call(["apt-get", "indextargets", "--format", wanted, "Created-By: Packages"])
    for line in told.splitlines():
        origin, component, release, site = line.split(" ", 3)
        if (origin, component) == ("Debian", "main") and "-" not in release:
            return site
    raise FreshError("本机的 apt 里没有 Debian 的软件源，或者还没有运行过 apt-get update。")


def make_root(root: Path, mirror: str, log: Path) -> None:
    """A minimal Debian with python3 and make, which reaches packages as this machine does."""
    print(f"正在做一个只有 {PACKAGES} 的 Debian（{RELEASE}）……", flush=True)
    command = ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", RELEASE, str(root)]
    with log.open("wb") as file:
        done = subprocess.run([*command, mirror], stdout=file, stderr=file, check=False)
    if done.returncode != 0:
        raise FreshError(f"debootstrap 没有成功，见 {log}")
    for path in SETTINGS:
        copy = root / path.relative_to("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, copy, dirs_exist_ok=True)
        elif path.exists():
            shutil.copyfile(path, copy)
    if trusted := ssl.get_default_verify_paths().cafile:
        shutil.copyfile(trusted, root / CERTIFICATES.relative_to("/"))
    lines = call(["apt-config", "dump"]).splitlines()
    reached = [line for line in lines if re.match(r"Acquire::(https?|Retries)\b", line)]
    (root / "etc/apt/apt.conf.d/90reached").write_text("\n".join(reached) + "\n", "utf-8")


def clone_head(root: Path) -> None:
    """Clone the last commit of this checkout into the root; what is not committed stays out."""
    if call(["git", "-C", str(CHECKOUT), "status", "--porcelain"]):
        print("注意：还没有提交的修改不在这次证明里。", flush=True)
    call(["git", "clone", "--quiet", "--depth=1", CHECKOUT.as_uri(), str(root / CLONE)])


def run_make(root: Path, command: str, log: Path) -> Run:
    """Run a command of the Makefile in the clone, with nothing of this machine but settings."""
    print(f"正在运行 make {command}……", flush=True)
    settings = {name: os.environ[name] for name in os.environ if SETTING_VARIABLES.match(name)}
    if (root / CERTIFICATES.relative_to("/")).exists():
        settings["PIP_CERT"] = str(CERTIFICATES)
    enter = ["unshare", "--mount", "--pid", "--ipc", "--fork", "--kill-child", "sh", "-c", ENTER]
    before, start = processor_seconds(), time.monotonic()
    with log.open("wb") as file:
        done = subprocess.run(
            [*enter, "sh", str(root), f"/{CLONE}", command],
            env={**settings, "PATH": PATH, "HOME": "/root"},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            check=False,
        )
    seconds = time.monotonic() - start
    return Run(command, log, done.returncode == 0, seconds, processor_seconds() - before)


def processor_seconds() -> float:
    """What all processes that have ended so far took of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def closing_lines(log: str) -> list[str]:
    """What the tests skipped, and pytest's closing line."""
    lines = log.splitlines()
    skipped = [line for line in lines if line.startswith("SKIPPED")]
    return (
        skipped + [line for line in lines if re.search(r"\d+ (passed|failed|errors?)\b", line)][-1:]
    )


def call(command: list[str]) -> str:
    """What a short command prints; raise FreshError with its complaint when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise FreshError(f"{command[0]} 没有成功：{done.stderr.strip()}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
