"""The proof for Windows, under Wine 10 in a Debian 13 root (older ones crash with this Qt)."""

from __future__ import annotations

import json
import shlex
import shutil
import time
import zipfile
from pathlib import Path

from bundle.pe import read_pe
from bundle.proof import Proof, expect, fresh_scratch, wait_until
from bundle.proof_linux import source_demo
from bundle.recipe import NAME, TITLE
from bundle.roots import Inside, Shell, debian_root
from bundle.screen import SOCKETS, screen, wait_for_window

WINE_PACKAGES = ("wine", "wine64")
_PREFIX = "/root/wine"
_DRIVE = f"{_PREFIX}/drive_c"
_SCREEN = "2560x1440"
_INSTALLED = r"C:\users\root\AppData\Local\Programs\xugao"
_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\xugao"
_CLASSES = r"HKCU\Software\Classes"
_DESKTOP_KEY = r"HKCU\Control Panel\Desktop"
_LONG = "C:\\demo\\" + "\\".join(["深" * 60] * 4)
_REFUSED = {
    "C:\\demo\\NUL.docx": "设备",
    "C:\\demo\\一季度:定稿.docx": "不许用的字符",
    "C:\\demo\\汇报.docx.": "点结尾",
    f"{_LONG}\\汇报.docx": "太长",
}
"""Names that Windows cannot take, and what the program has to say of each."""
_BOUND = "from model.reading import windows_job as j; print(j.bound_this_process(1 << 29, 10))"
_HOLD = """
import ctypes, subprocess, sys, time
handle = ctypes.windll.kernel32.CreateFileW(sys.argv[2], 0x80000000, 1, None, 3, 0, None)
done = subprocess.run([sys.argv[1], *sys.argv[3:]], capture_output=True, text=True,
                      encoding="mbcs", errors="replace", stdin=subprocess.DEVNULL)
print(done.returncode, done.stdout, done.stderr, handle)
"""


class WindowsProof:
    """One Windows drive, in which the steps follow each other."""

    shell: Shell
    display: str

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self.scratch = fresh_scratch("proof-windows")
        self.binds = {archive.parent: "/kit"}
        for place in (SOCKETS, Path("/usr/share/fonts")):
            if place.is_dir():
                self.binds[place] = str(place)
        self.folder = f"{_DRIVE}/下载 文件/{archive.name.removesuffix('.zip')}"

    def inside(self) -> Inside:
        """Return the root with Wine."""
        settings = {"WINEPREFIX": _PREFIX, "WINEDEBUG": "-all", "XDG_RUNTIME_DIR": "/tmp"}
        settings["DISPLAY"] = self.display
        root = debian_root("trixie", WINE_PACKAGES)
        return Inside(root, self.scratch / "root", self.binds, environment=settings)

    def wine(self, *words: str, check: bool = True) -> str:
        """Run a Windows program and return what it says."""
        return self.shell.run(f"wine {shlex.join(words)} 2>&1", check=check)

    def drive(self, name: str) -> Path:
        """Return a file of the drive as this machine sees it."""
        return self.scratch / "root" / "upper" / _DRIVE.lstrip("/") / name

    def prove(self, proof: Proof) -> None:
        """Run the steps."""
        proof.step("windows 两个启动程序：窗口、命令行", self.launchers)
        with screen(_SCREEN) as self.display, self.inside().shell() as self.shell:
            proof.step("windows Wine 准备好", self.prepare)
            proof.step("windows 五份样例与源码的文字逐字节相同", self.samples)
            proof.step("windows 读 Word（子进程）、做和收报数表", self.read)
            proof.step("windows 读旧稿的子进程有内存和时间的限制", self.limits)
            proof.step("windows 导出到被占用的文件，文件不动", self.export_over_open_file)
            proof.step("windows 不能用的文件名，一个一个说明", self.names)
            proof.step("windows 随身带：文件夹“数据”", self.portable)
            proof.step("windows 窗口 100%", lambda: self.window("windows-100", 96))
            proof.step("windows 窗口 200%", lambda: self.window("windows-200", 192))
            proof.step("windows 安装.cmd：快捷方式、卸载项、文件类型", self.install)
            proof.step("windows 双击材料，再双击一份：在开着的窗口里打开", self.double_click)
            proof.step("windows 覆盖升级", self.upgrade)
            proof.step("windows 卸载.cmd：只删自己的文件", self.uninstall)

    def launchers(self) -> str:
        """Check the kind of both programs, and unpack the archive."""
        with zipfile.ZipFile(self.archive) as zipped:
            bad = zipped.testzip()
            expect(bad is None, f"压缩包损坏：{bad}")
            zipped.extractall(self.scratch / "unpacked")
        made = next((self.scratch / "unpacked").iterdir())
        expect(not read_pe(made / "xugao.exe").has_console, "xugao.exe 有控制台")
        expect(read_pe(made / "xugao-cli.exe").has_console, "xugao-cli.exe 没有控制台")
        for name in ("安装.cmd", "卸载.cmd"):
            data = (made / name).read_bytes()
            expect(data.count(b"\r\n") == data.count(b"\n"), f"{name} 的行末不是 CRLF")
        words = (made / "xugao.exe").read_bytes()
        expect(TITLE.encode("utf-16-le") in words, "程序里没有名称")
        return f"{len(zipped.namelist())} 个文件，{self.archive.stat().st_size / 1e6:.1f} MB"

    def prepare(self) -> str:
        """Make the drive and put the unpacked tree on it."""
        self.shell.run("wineserver --persistent=600; wineboot --init >/dev/null 2>&1")
        place = self.scratch / "root" / "upper" / self.folder.lstrip("/")
        shutil.copytree(next((self.scratch / "unpacked").iterdir()), place)
        return self.shell.run("wine --version").strip()

    def program(self, *arguments: str) -> str:
        """Run the program with a console."""
        return self.wine(f"{self.folder}/xugao-cli.exe", *arguments)

    def samples(self) -> str:
        """Make the samples and compare their texts."""
        expected = source_demo(self.scratch / "source")
        self.program("demo", "-o", "C:/demo")
        for name, text in expected.items():
            expect(self.drive(f"demo/{name}").read_bytes() == text, f"{name} 不同")
        return f"{len(expected)} 份"

    def read(self) -> str:
        """Read a Word file."""
        name = next(self.drive("demo").glob("工作总结*.docx")).name
        said = self.program("read", f"C:/demo/{name}", "--json")
        understood = json.loads(said[said.index("{") : said.rindex("}") + 1])
        project = f"C:/demo/{name.removesuffix('.docx')}.xugao"
        self.program("forms", project, "-o", "C:/forms", "--excel")
        form = next(self.drive("forms").glob("*.xlsx")).name
        expect(self.program("take", project, f"C:/forms/{form}"), "报数表读不了")
        return f"读出 {len(understood['paragraphs'])} 段"

    def export_over_open_file(self) -> str:
        """Export onto a file that another program holds open: a clear word, the file unharmed."""
        name = next(self.drive("demo").glob("工作总结*.xugao")).name
        word = self.drive("demo/占用.docx")
        word.write_bytes(b"held")
        script = self.drive("demo/hold.py")
        script.write_text(_HOLD, encoding="utf-8")
        windows_folder = "C:" + self.folder.removeprefix(_DRIVE).replace("/", "\\")
        said = self.wine(
            f"{self.folder}/python/python.exe", "C:/demo/hold.py",
            f"{windows_folder}\\xugao-cli.exe", "C:\\demo\\占用.docx",
            "export", f"C:\\demo\\{name}", "-o", "C:\\demo\\占用.docx", "--as", "review", "--force",
        )  # fmt: skip
        expect(word.read_bytes() == b"held", "被占用的文件被改动了")
        expect("Traceback" not in said, said[-500:])
        expect(said.strip().splitlines()[0].split()[0] != "0", f"说成功了：{said[:200]}")
        expect(_says(said, "文件被占用"), f"没有说被占用：{said[:300]}")
        return "文件没有动；程序说文件被占用"

    def limits(self) -> str:
        """Put a process under the limits of the child that reads foreign files."""
        said = self.wine(f"{self.folder}/python/python.exe", "-c", _BOUND)
        expect("True" in said, f"系统没有接受：{said[-200:]}")
        return "系统接受了作业对象的限制（Wine 只记下，不执行）"

    def names(self) -> str:
        """Export to names that Windows cannot take: each is refused, in words, before writing."""
        project = f"C:/demo/{next(self.drive('demo').glob('工作总结*.xugao')).name}"
        self.drive("demo").joinpath(*_LONG.split("\\")[2:]).mkdir(parents=True)
        before = {path.name for path in self.drive("demo").iterdir()}
        for name, word in _REFUSED.items():
            said = self.wine(
                f"{self.folder}/xugao-cli.exe", "export", project, "-o", name,
                "--as", "review", check=False,
            )  # fmt: skip
            expect(_says(said, word) and "Traceback" not in said, f"{name}：{said[-300:]}")
        expect({path.name for path in self.drive("demo").iterdir()} == before, "写了文件")
        return "、".join(_REFUSED.values())

    def portable(self) -> str:
        """Use the program with a folder 数据 beside it: nothing goes to the user's profile."""
        data = self.drive(f"{self.folder.removeprefix(_DRIVE).lstrip('/')}/数据")
        data.mkdir()
        settings = self.drive(f"users/root/AppData/Local/{NAME}")
        before = sorted(settings.rglob("*"))
        project = next(self.drive("demo").glob("工作总结*.xugao")).name
        self.program("export", f"C:/demo/{project}", "-o", "C:/demo/随身.docx", "--as", "review")
        found = sorted(path.name for path in data.iterdir())
        expect("drafts" in found, f"“数据”里是：{found}")
        expect(sorted(settings.rglob("*")) == before, "用户文件夹里也写了")
        shutil.rmtree(data)
        return "设置和稿次只写在“数据”里"

    def window(self, name: str, dots: int) -> str:
        """Open the window with a sample and keep a picture; the screen is Wine's all the time."""
        self.wine("reg", "add", _DESKTOP_KEY, "/v", "LogPixels", "/t", "REG_DWORD", "/d",
                  str(dots), "/f")  # fmt: skip
        self.shell.run("wineserver --kill; wineserver --persistent=600")  # read at its start only
        project = next(self.drive("demo").glob("工作总结*.xugao")).name
        program = shlex.join(["wine", f"{self.folder}/xugao.exe", f"C:/demo/{project}"])
        self.shell.run(f"{program} >/dev/null 2>&1 &")
        begun = time.monotonic()
        try:
            colors = wait_for_window(self.display, name, 240, 100)
        finally:
            self.wine("taskkill", "/f", "/im", "xugao.exe", check=False)
        return f"{time.monotonic() - begun:.0f} 秒内画出，{colors} 种颜色；见图 {name}.png"

    def install(self) -> str:
        """Install silently; the shortcuts and the entry in the list are there."""
        self.wine("cmd", "/c", f"{self.folder}/安装.cmd", "/S")
        links = [path.name for path in self.drive("users/root").rglob("*.lnk")]
        expect(links.count(f"{TITLE}.lnk") == 2, f"快捷方式：{links}")
        entry = self.wine("reg", "query", _KEY)
        expect("UninstallString" in entry, "没有卸载项")
        opened = self.wine("reg", "query", rf"{_CLASSES}\xugao.report\shell\open\command", "/ve")
        expect(f"{_INSTALLED}\\xugao.exe" in opened, f"双击打开的是：{opened}")
        expect(self.wine(f"{_INSTALLED}\\xugao-cli.exe", "templates"), "装好的不能用")
        return "开始菜单、桌面各一个；应用列表里有；.xugao 由它打开"

    def double_click(self) -> str:
        """Open two files one after the other as the shell opens them: both in one window.

        Windows shows the user's kinds of files among all; Wine does not, so they are copied there.
        """
        self.wine("reg", "copy", _CLASSES, r"HKLM\Software\Classes", "/s", "/f")
        names = sorted(path.name for path in self.drive("demo").glob("*.xugao"))[:2]
        locks = [self.drive(f"demo/.{name}.xugao-lock") for name in names]
        try:
            for name, lock in zip(names, locks, strict=True):
                self.wine("start", f"C:\\demo\\{name}")
                wait_until(lock.exists, f"“{name}”没有打开")
            wait_until(lambda: not locks[0].exists(), "第一份没有关上")
            running = self.wine("tasklist").count("xugao.exe")
            expect(running == 1, f"有{running}个窗口程序")
            said = self.wine("attrib", f"C:\\demo\\{locks[1].name}")
            expect("H" in said.split("C:")[0], f"锁文件没有隐藏：{said}")
        finally:
            self.wine("taskkill", "/f", "/im", "xugao.exe", check=False)
        return "第二份在第一份的窗口里打开；旁边的锁文件是隐藏的"

    def upgrade(self) -> str:
        """Install over it; what the user put among the files stays."""
        mine = self.drive("users/root/AppData/Local/Programs/xugao/我的材料.xugao")
        mine.write_text("{}", encoding="utf-8")
        self.wine("cmd", "/c", f"{self.folder}/安装.cmd", "/S")
        expect(mine.read_text(encoding="utf-8") == "{}", "材料不见了")
        return "放在程序文件夹里的材料还在"

    def uninstall(self) -> str:
        """Remove it as the list of programs does."""
        self.wine("cmd", "/c", f"{_INSTALLED}\\卸载.cmd", "/S")
        place = self.drive("users/root/AppData/Local/Programs/xugao")
        left = [path.name for path in place.rglob("*") if path.is_file()]
        expect(left == ["我的材料.xugao"], f"卸载后：{left[:5]}")
        links = list(self.drive("users/root").rglob(f"{TITLE}.lnk"))
        expect(not links, f"快捷方式还在：{links}")
        left_keys = self.wine("reg", "query", _CLASSES, "/s", check=False)
        expect("xugao" not in left_keys, "文件类型还在")
        settings = self.drive(f"users/root/AppData/Local/{NAME}")
        expect(settings.is_dir(), "设置不见了")
        return "快捷方式、应用列表里都没有了；材料和设置还在"


def _says(said: str, words: str) -> bool:
    """Whether a program said these words, be it in a code page that knows no Chinese."""
    return words in said or words.encode("unicode_escape").decode("ascii") in said
