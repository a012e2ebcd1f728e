"""The proof for Linux: a bare Debian 11 without Python and without a network, an empty account."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from bundle.fetch import BundleRefused, run
from bundle.proof import Proof, Skipped, expect, fresh_scratch
from bundle.recipe import LINUX, NAME, ROOT
from bundle.roots import Inside, debian_root
from bundle.screen import SOCKETS, picture, screen, wait_for_window
from installer.desktop import APP_ID

DESKTOP_PACKAGES = (
    "libgl1", "libegl1", "libfontconfig1", "libfreetype6", "libglib2.0-0", "libdbus-1-3",
    "libx11-6", "libx11-xcb1", "libxcb-glx0", "libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0",
    "xz-utils",
)  # fmt: skip
"""What the root has beyond the bare system: what every desktop has, and no more."""

HOME = "/home/clerk"
_PLACE = f"{HOME}/下载 文件"
_FIELD = ("600", "370")
_TYPED = "xgtyped"
_TWICE = """
until_it() {
    tries=0
    until eval "$1"; do tries=$((tries + 1)); [ $tries -lt 240 ] || exit 9; sleep 0.5; done
}
"$0" "$1" & first=$!
until_it '[ -e "$3" ]'
timeout 100 "$0" "$2"
until_it '[ -e "$4" ]'
until_it '[ ! -e "$3" ]'
kill $first
wait $first || true
"""
_PRINT = """
import sys
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
app = QApplication([])
printer = QPrinter()
printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
printer.setOutputFileName(sys.argv[1])
page = QTextDocument()
page.setPlainText("云岭县")
page.print_(printer)
"""


def source_demo(folder: Path) -> dict[str, bytes]:
    """Return the texts of the samples as the checkout makes them."""
    settings = os.environ | {"XUGAO_HOME": str(folder / "home"), "PYTHONPATH": ""}
    run([sys.executable, ROOT / "main.py", "demo", "-o", folder / "demo"], env=settings)
    return {path.name: path.read_bytes() for path in (folder / "demo").glob("*.txt")}


class LinuxProof:
    """One account in one bare root, in which the steps follow each other."""

    def __init__(self, archive: Path, package: Path) -> None:
        self.scratch = fresh_scratch("proof-linux")
        self.archive, self.package = archive, package
        binds = {archive.parent: "/kit"}
        if SOCKETS.is_dir():
            binds[SOCKETS] = str(SOCKETS)
        if Path("/usr/share/fonts").is_dir():
            binds[Path("/usr/share/fonts")] = "/usr/share/fonts"
        root = debian_root("bullseye", DESKTOP_PACKAGES)
        environment = {"HOME": HOME, "QT_QPA_PLATFORM": "offscreen"}
        self.root = Inside(root, self.scratch / "root", binds)
        self.clerk = Inside(root, self.scratch / "root", binds, "1000:1000", environment)
        self.tree = f"{_PLACE}/{archive.name.removesuffix('.tar.xz').removesuffix('-' + LINUX.key)}"

    def prove(self, proof: Proof) -> None:
        """Run the steps."""
        proof.step("linux 裸系统：无 Python、无网络", self.bare)
        proof.step("linux 解压后文件齐全（sha256sum -c）", self.unpack)
        proof.step("linux 五份样例与源码的文字逐字节相同", self.samples)
        proof.step("linux 读 Word、从旧稿开始、接着上期写、导出、报数表", self.work)
        proof.step("linux 打印到 PDF（Qt 打印模块）", self.printing)
        proof.step("linux 窗口（Xvfb）", self.window)
        proof.step("linux 再打开一份：在开着的窗口里打开", self.second_start)
        proof.step("linux 打字后被强行结束，再打开时提示找回", self.crash)
        proof.step("linux 不联网（strace）", self.network)
        proof.step("linux 安装、覆盖升级、卸载，材料不动", self.install)
        proof.step("linux deb：dpkg -i、运行、dpkg -r", self.deb)

    def bare(self) -> str:
        """Make the account; the root must have no Python."""
        self.root.run("useradd", "--create-home", "--uid", "1000", "clerk")
        found = self.root.run("sh", "-c", "ls /usr/bin/python* /usr/lib/python* 2>/dev/null; true")
        expect(not found, f"有 Python：{found}")
        interfaces = self.root.run("sh", "-c", "cut -d: -f1 /proc/net/dev | tail -n +3").split()
        expect(interfaces == ["lo"], f"有网络：{interfaces}")
        version = self.root.run("cat", "/etc/debian_version").strip()
        libc = self.root.run("sh", "-c", "ldd --version | head -n 1").split()[-1]
        return f"Debian {version}，glibc {libc}"

    def unpack(self) -> str:
        """Unpack the archive in a folder with a blank and Chinese in its name."""
        self.clerk.run("mkdir", "-p", _PLACE)
        self.clerk.run("tar", "-xJf", f"/kit/{self.archive.name}", "-C", _PLACE)
        check = 'cd "$1" && sha256sum --quiet --check MANIFEST.sha256 && wc -l < MANIFEST.sha256'
        return self.clerk.run("sh", "-c", check, "check", self.tree).strip() + " 个文件"

    def program(self, *arguments: str) -> str:
        """Run the program as the clerk."""
        return self.clerk.run(f"{self.tree}/{NAME}", *arguments)

    def samples(self) -> str:
        """Make the samples and compare their texts."""
        expected = source_demo(self.scratch / "source")
        expect(len(self.program("templates").splitlines()) == 5, "模板不是五种")
        self.program("demo", "-o", f"{HOME}/demo")
        for name, text in expected.items():
            found = self.upper(f"demo/{name}").read_bytes()
            expect(found == text, f"{name} 不同")
        return f"{len(expected)} 份"

    def upper(self, name: str) -> Path:
        """Return a file of the clerk's home as this machine sees it."""
        return self.scratch / "root" / "upper" / HOME.lstrip("/") / name

    def work(self) -> str:
        """Read, take in, carry on, export; the text taken in is the text that was written."""
        stem = next(self.upper("demo").glob("工作总结*.docx")).stem
        word, project = f"{HOME}/demo/{stem}.docx", f"{HOME}/demo/{stem}.xugao"
        understood = json.loads(self.program("read", word, "--json"))
        self.program("intake", word, "-o", f"{HOME}/in.xugao")
        expect(self.program("text", f"{HOME}/in.xugao").strip(), "没有文字")
        self.program("carry", project, "-o", f"{HOME}/next.xugao")
        self.program("export", project, "-o", f"{HOME}/out.docx", "--as", "review", "--force")
        size = self.upper("out.docx").stat().st_size
        self.program("forms", project, "-o", f"{HOME}/forms", "--excel")
        form = next(self.upper("forms").glob("*.xlsx")).name
        expect(self.program("take", project, f"{HOME}/forms/{form}"), "报数表读不了")
        return f"读出 {len(understood['paragraphs'])} 段，导出 {size} 字节"

    def printing(self) -> str:
        """Print a page to a PDF with the tree's own Qt."""
        python = f"{self.tree}/python/bin/python3"
        self.clerk.run(python, "-c", _PRINT, f"{HOME}/page.pdf")
        data = self.upper("page.pdf").read_bytes()
        expect(data.startswith(b"%PDF-"), "不是 PDF")
        return f"{len(data)} 字节"

    def _open(self, display: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the window as the clerk."""
        environment = {"HOME": HOME, "DISPLAY": display}
        inside = replace(self.clerk, environment=environment, own_processes=False)
        return subprocess.Popen(
            inside.command(f"{self.tree}/{NAME}", *arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _project(self, kind: str) -> str:
        return f"{HOME}/demo/{next(self.upper('demo').glob(f'{kind}*.xugao')).name}"

    def window(self) -> str:
        """Open the window with one of the samples."""
        with screen() as display:
            process = self._open(display, self._project("工作总结"))
            try:
                colors = wait_for_window(display, "linux", 60)
            finally:
                _kill(process)
        expect(colors > 100, f"只有 {colors} 种颜色")
        return "见图 linux.png"

    def second_start(self) -> str:
        """Open two files one after the other: both in one window, and 数据 holds its settings."""
        data = f"{self.tree}/数据"
        self.clerk.run("mkdir", data)
        files = [self._project(kind) for kind in ("工作总结", "县委全会讲话")]
        locks = [f"{HOME}/demo/.{Path(file).name}.xugao-lock" for file in files]
        with screen() as display:
            inside = replace(self.clerk, environment={"HOME": HOME, "DISPLAY": display})
            inside.run("sh", "-euc", _TWICE, f"{self.tree}/{NAME}", *files, *locks)
        found = self.clerk.run("ls", data).split()
        expect("running" in found, f"“数据”里是：{found}")
        self.clerk.run("rm", "-r", data)
        return "第二份在第一份的窗口里打开；“数据”里有设置，用户目录里没有写"

    def crash(self) -> str:
        """Type into a field, kill the program, open it again: it offers what was typed."""
        home = self.upper(".local/share/xugao")
        with screen() as display:
            process = self._open(display, self._project("县工作情况汇报"))
            wait_for_window(display, "linux-before-crash", 60, 100)
            settings = os.environ | {"DISPLAY": display}
            for words in (
                ["mousemove", *_FIELD, "click", "1"],
                ["type", "--delay", "60", _TYPED],
                ["key", "Tab"],
            ):
                run(["xdotool", *words], env=settings)
                time.sleep(1)
            time.sleep(4)
            _kill(process)
            kept = [p for p in home.rglob("*") if p.is_file() and _TYPED.encode() in p.read_bytes()]
            expect(kept, "打的字没有留在电脑上")
            again = self._open(display, self._project("县工作情况汇报"))
            try:
                wait_for_window(display, "linux-after-crash", 60, 60)
                time.sleep(3)
                picture(display, "linux-after-crash")
            finally:
                _kill(again)
        return f"打的字在 {kept[0].relative_to(home).parts[0]} 里；见图 linux-after-crash.png"

    def network(self) -> str:
        """Trace the program outside of the root: no address of a network is ever asked for."""
        made = ROOT / "build" / "bundle" / "tree" / LINUX.key
        program = next(made.glob(f"{NAME}-*")) / NAME
        trace, out = self.scratch / "trace", self.scratch / "traced"
        settings = {"HOME": str(self.scratch / "traced-home"), "LC_ALL": "C.UTF-8",
                    "QT_QPA_PLATFORM": "offscreen"}  # fmt: skip
        tracing: list[str | Path] = ["strace", "-f", "-qq", "-o", trace, "-e", "trace=%network"]
        try:
            run([*tracing, program, "demo", "-o", out], env=settings)
        except FileNotFoundError:
            raise Skipped("没有 strace") from None
        word = next(out.glob("*.docx"))
        lines = trace.read_text().splitlines()
        run([*tracing, program, "read", word], env=settings)
        lines += trace.read_text().splitlines()
        window: list[str | Path] = [
            "timeout",
            "--preserve-status",
            "20",
            program,
            next(out.glob("*.xugao")),
        ]
        subprocess.run([*tracing, *window], env=settings, check=False, capture_output=True)
        lines += trace.read_text().splitlines()
        asked = [line for line in lines if "AF_INET" in line or "getaddrinfo" in line]
        expect(not asked, f"有联网调用：{asked[:3]}")
        return "生成、读、开窗口，没有一个联网的系统调用"

    def install(self) -> str:
        """Install, use, install over it, remove; what the clerk wrote stays."""
        installed = f"{HOME}/.local/opt/xugao"
        self.clerk.run("mkdir", "-p", f"{HOME}/桌面")
        self.clerk.run("sh", f"{self.tree}/安装.sh")
        menu = self.upper(f".local/share/applications/{APP_ID}.desktop")
        expect(f'"{installed}/xugao"' in menu.read_text(encoding="utf-8"), "菜单项不对")
        expect(self.upper(f"桌面/{APP_ID}.desktop").is_file(), "桌面上没有")
        expect(self.clerk.run(f"{installed}/{NAME}", "templates"), "装好的不能用")
        self.clerk.run("cp", f"{HOME}/in.xugao", f"{installed}/我的材料.xugao")
        self.clerk.run("sh", f"{self.tree}/安装.sh", "/S")
        mine = self.upper(".local/opt/xugao/我的材料.xugao")
        expect(mine.is_file(), "升级后材料不见了")
        self.clerk.run("sh", f"{installed}/卸载.sh")
        left = self.clerk.run("find", installed, "-type", "f").split()
        expect(left == [f"{installed}/我的材料.xugao"], f"卸载后：{left[:5]}")
        expect(not menu.exists(), "菜单项还在")
        kinds = [path.name for path in self.upper(".local/share").rglob(f"{APP_ID}*")]
        expect(not kinds, f"文件类型还在：{kinds}")
        settings = self.upper(".local/share/xugao/settings.json")
        expect(self.upper("in.xugao").is_file() and settings.is_file(), "材料或设置不见了")
        return "程序目录里放的材料在升级、卸载后都还在"

    def deb(self) -> str:
        """Install the package as root, use it as the clerk, remove it."""
        self.root.run("dpkg", "-i", f"/kit/{self.package.name}")
        app = f"/opt/apps/{APP_ID}"
        for name in ("info", f"entries/applications/{APP_ID}.desktop", "files/xugao"):
            self.root.run("test", "-f", f"{app}/{name}")
        self.root.run("test", "-f", f"/usr/share/applications/{APP_ID}.desktop")
        self.root.run("test", "-f", f"/usr/share/mime/packages/{APP_ID}.xml")
        self.root.run("test", "-f", f"/usr/share/icons/hicolor/scalable/apps/{APP_ID}.svg")
        expect(self.clerk.run(f"{app}/files/{NAME}", "templates"), "装好的不能用")
        self.root.run("dpkg", "-i", f"/kit/{self.package.name}")
        self.root.run("dpkg", "-r", APP_ID)
        try:
            self.root.run("test", "!", "-e", app)
        except BundleRefused:
            raise BundleRefused("卸载后还有文件") from None
        return f"{self.package.stat().st_size / 1e6:.1f} MB"


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the program that `process` (unshare) began: it does not go with it by itself."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
    for child in children.split():
        os.kill(int(child), signal.SIGKILL)
    process.kill()
    process.wait()
