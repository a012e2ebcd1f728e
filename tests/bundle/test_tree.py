"""Trees and archives: whole, sealed, the same for the same content."""

import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from bundle import pack, proof_files, tree
from bundle.fetch import BundleRefused, checked, key_of, sha256
from bundle.recipe import EPOCH, ROOT, WINDOWS, Pin, System
from bundle.tree import MANIFEST, SHIPPED


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A tree of a program, a module and a file with a Chinese name, sealed."""
    made = tmp_path / "one" / "xugao-0.1.0"
    tree.write(made / "xugao", b"program")
    tree.write(made / "app" / "main.py", b"print('hello')\n")
    tree.write(made / "安装说明.txt", "说明".encode())
    tree.seal(made)
    return made


@pytest.fixture
def later(small: Path, tmp_path: Path) -> Path:
    """The same tree, made somewhere else at another time, with other rights."""
    copy = tmp_path / "two" / "xugao-0.1.0"
    shutil.copytree(small, copy)
    (copy / MANIFEST).unlink()
    (copy / "app" / "main.py").chmod(0o777)
    os.utime(copy / "xugao", (1, 1))
    tree.seal(copy)
    return copy


def test_a_sealed_tree_is_proven_whole(small: Path) -> None:
    assert proof_files.manifest(small) == "3 个文件"


def test_a_changed_file_is_found(small: Path) -> None:
    (small / "xugao").write_bytes(b"virus!!")
    with pytest.raises(BundleRefused, match="xugao"):
        proof_files.manifest(small)


@pytest.mark.parametrize("name", ["app/more.py", "安装说明.txt"])
def test_a_file_too_many_or_too_few_is_found(small: Path, name: str) -> None:
    path = small / name
    path.unlink() if path.exists() else path.write_text("more")
    with pytest.raises(BundleRefused, match="不一致"):
        proof_files.manifest(small)


def test_programs_may_run_and_other_files_may_not(small: Path) -> None:
    rights = {path.name: path.stat().st_mode & 0o777 for path in tree.files(small)}
    assert rights == {"xugao": 0o755, "main.py": 0o644, "安装说明.txt": 0o644, MANIFEST: 0o644}


def test_two_zips_of_the_same_tree_are_equal(small: Path, later: Path, tmp_path: Path) -> None:
    first = pack.pack_zip(small, tmp_path / "1.zip")
    second = pack.pack_zip(later, tmp_path / "2.zip")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as zipped:
        assert "xugao-0.1.0/安装说明.txt" in zipped.namelist()
        assert zipped.read("xugao-0.1.0/xugao") == b"program"


def test_two_tars_of_the_same_tree_are_equal(small: Path, later: Path, tmp_path: Path) -> None:
    first = pack.pack_tar(small, tmp_path / "1.tar.xz")
    second = pack.pack_tar(later, tmp_path / "2.tar.xz")
    assert first.read_bytes() == second.read_bytes()
    with tarfile.open(first) as tar:
        entry = tar.getmember("xugao-0.1.0/xugao")
        assert (entry.mode & 0o777, entry.uid, entry.uname, entry.mtime) == (0o755, 0, "", EPOCH)


def test_the_path_of_the_builder_is_found(small: Path) -> None:
    (small / "app" / "main.py").write_text(f"HERE = {str(ROOT)!r}\n")
    with pytest.raises(BundleRefused, match=r"main\.py"):
        proof_files.paths(small)


def test_what_must_not_come_along_is_found(small: Path) -> None:
    (small / "_ssl.pyd").write_bytes(b"")
    with pytest.raises(BundleRefused, match="_ssl"):
        proof_files.absent(small)


def test_a_tree_that_is_too_large_is_refused(small: Path) -> None:
    tiny = System("tiny", "tiny", (), 10)
    assert tree.check_size(small, WINDOWS) > 10
    with pytest.raises(BundleRefused, match="more than"):
        tree.check_size(small, tiny)


def test_a_file_with_another_content_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "wheel"
    path.write_bytes(b"wheel")
    pin = Pin("wheel", sha256(path))
    assert checked(path, pin) == path
    path.write_bytes(b"other")
    with pytest.raises(BundleRefused, match="SHA-256"):
        checked(path, pin)


def test_the_name_in_the_cache_tells_what_it_was_made_from() -> None:
    assert key_of("a", "b") == key_of("a", b"b")
    assert len({key_of("a", "b"), key_of("ab"), key_of("b", "a")}) == 3


def test_compiled_modules_tell_no_folder_and_are_equal(tmp_path: Path) -> None:
    compiled = []
    for place in ("here", "there"):
        folder = tmp_path / place
        tree.write(folder / "room" / "x.py", b"'''Doc.'''\nNAMES = {'a', 'b'}\n")
        tree.compile_modules(folder)
        compiled.append((folder / "room" / "__pycache__" / "x.cpython-311.pyc").read_bytes())
    assert compiled[0] == compiled[1]
    assert str(tmp_path).encode() not in compiled[0]


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the bundle is made for Python 3.11")
def test_a_compiled_library_runs_without_its_source(tmp_path: Path) -> None:
    tree.write(tmp_path / "x.py", b"NUMBER = 7\n")
    tree.compile_modules(tmp_path, beside=True)
    assert [path.name for path in tmp_path.iterdir()] == ["x.pyc"]
    command = [sys.executable, "-c", "import x; print(x.NUMBER)"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    assert done.stdout == "7\n"


def test_the_licences_say_how_qt_is_replaced() -> None:
    text = (SHIPPED / "licenses" / "说明.txt").read_text(encoding="utf-8")
    assert all(word in text for word in ("LGPL-3", "替换", "PSF", "sbom.cdx.json"))
    assert io.StringIO(text).readline().startswith("本程序")
