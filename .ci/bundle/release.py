"""Makes a release: `make release VERSION=0.2.0`.

Writes the version where it is told (model/version.py, pyproject.toml, the heading of the
changelog), runs every check, builds the bundles and proves them. What is left to a person: to
commit, to tag, to hand out build/bundle. Exit codes: 0 done, 1 something is not as it must be.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from bundle.fetch import BundleRefused, run
from bundle.recipe import ROOT

STEPS = (["make", "test"], ["make", "bundle"], ["make", "bundle-test"])
UNRELEASED = "（未发布）"


def write_version(root: Path, number: str) -> None:
    """Write `number` in the three places; raise if one of them is not as expected."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", number):
        raise BundleRefused("用法：make release VERSION=0.2.0")
    texts = {name: (root / name).read_text(encoding="utf-8") for name in
             ("model/version.py", "pyproject.toml", "CHANGELOG.md")}  # fmt: skip
    rules = {
        "model/version.py": (r'^VERSION = "[^"]+"', f'VERSION = "{number}"'),
        "pyproject.toml": (r'^version = "[^"]+"', f'version = "{number}"'),
        "CHANGELOG.md": (rf"^## \d+\.\d+\.\d+{UNRELEASED}$", f"## {number}"),
    }
    for name, (pattern, line) in rules.items():
        texts[name], count = re.subn(pattern, line, texts[name], flags=re.MULTILINE)
        if count != 1:
            raise BundleRefused(f"{name} 里应当正好有一处可写版本号，有 {count} 处")
    for name, text in texts.items():
        (root / name).write_text(text, encoding="utf-8")


def main(number: str) -> int:
    """Make the release `number`; returns the exit code."""
    try:
        changed = run(["git", "status", "--porcelain"], cwd=ROOT).strip()
        if changed:
            raise BundleRefused("还有没有提交的改动，请先提交。")
        write_version(ROOT, number)
    except BundleRefused as error:
        print(error, file=sys.stderr)
        return 1
    for step in STEPS:
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            print(f"{' '.join(step)} 没有通过，没有发布。", file=sys.stderr)
            return 1
    print(
        f"{number} 做好了，在 build/bundle。提交版本号，打标签 v{number}，"
        "再把这些文件和 SHA256SUMS 发出去。"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
