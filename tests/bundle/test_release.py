"""A release writes its version where it is told, or changes nothing."""

from pathlib import Path

import pytest

from bundle.fetch import BundleRefused
from bundle.release import write_version

FILES = {
    "model/version.py": '"""Doc."""\n\nVERSION = "0.1.0"\n',
    "pyproject.toml": '[project]\nversion = "0.1.0"  # the same\npython_version = "3.11"\n',
    "CHANGELOG.md": "# 更新记录\n\n## 0.1.0（未发布）\n\n第一个版本\n",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def texts(checkout: Path) -> dict[str, str]:
    return {name: (checkout / name).read_text(encoding="utf-8") for name in FILES}


def test_the_version_is_written_in_three_places(checkout: Path) -> None:
    write_version(checkout, "0.2.0")
    written = texts(checkout)
    assert 'VERSION = "0.2.0"\n' in written["model/version.py"]
    assert 'version = "0.2.0"  # the same\npython_version = "3.11"\n' in written["pyproject.toml"]
    assert "\n## 0.2.0\n" in written["CHANGELOG.md"]


@pytest.mark.parametrize("number", ["", "0.2", "v0.2.0", "0.2.0-rc1"])
def test_another_way_to_write_a_version_is_refused(checkout: Path, number: str) -> None:
    with pytest.raises(BundleRefused, match="VERSION="):
        write_version(checkout, number)
    assert texts(checkout) == FILES


def test_without_a_heading_of_what_is_not_released_nothing_is_changed(checkout: Path) -> None:
    (checkout / "CHANGELOG.md").write_text("# 更新记录\n\n## 0.1.0\n", encoding="utf-8")
    before = texts(checkout)
    with pytest.raises(BundleRefused, match=r"CHANGELOG\.md"):
        write_version(checkout, "0.2.0")
    assert texts(checkout) == before
