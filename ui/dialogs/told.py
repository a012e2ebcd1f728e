"""Short dialogs that only tell: what went wrong unexpectedly, what this program is, its fonts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from model.version import VERSION
from ui.dialogs.choice import Choice, Offer
from ui.kit import theme
from ui.preview.fonts import Missing

_CLOSE = Offer("", "知道了(&C)", is_default=True)


def emergency_dialog(text: str, where: str, parent: QWidget | None, lost: str = "") -> Choice:
    """Something went wrong that nobody expected; never with the words of the exception.

    `lost` is what is kept nowhere: shown to be copied.
    """
    detail = f"{where}\n可以把这个文件交给维护的人；程序不会自己往外发任何东西。" if where else ""
    body = _ToCopy(lost) if lost else None
    return Choice("程序出了意外", text, (_CLOSE,), parent, detail=detail, body=body)


class _ToCopy(QWidget):
    """A text that can be copied, and a button that copies all of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("没有收进材料的内容")
        copy = QPushButton("复制(&F)", self)
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumHeight(theme.unit(self) * 16)


def about_dialog(parent: QWidget | None) -> Choice:
    """关于: name, version, licence, and that nothing leaves the PC."""
    text = f"续稿 {VERSION}\n\n接着上一期，写这一期的工作材料，得到排好版的 Word 文件。"
    detail = (
        "程序只在这台电脑上运行，不联网，不往外发任何东西。\n"
        "按 MIT 许可证发布，可以自由使用、修改和分发，不附带任何担保。"
        "全文见程序文件夹里的 LICENSE。\n"
        "窗口用 Qt（PySide6，LGPL 许可证），Word 文件用 python-docx（MIT 许可证）。"
    )
    return Choice("关于续稿", text, (_CLOSE,), parent, detail=detail)


def fonts_dialog(style: str, missing: Sequence[Missing], parent: QWidget | None) -> Choice:
    """Which of a house style's fonts this PC lacks, and what that means."""
    if not missing:
        return Choice("字体", f"“{style}”要用的字体，这台电脑都有。", (_CLOSE,), parent)
    lines = "\n".join(
        f"　　{one.font}　→　{f'预览用“{one.instead}”代替' if one.instead else '没有可代替的'}"
        for one in missing
    )
    text = f"“{style}”要用的字体里，这台电脑没有：\n{lines}"
    detail = (
        "导出的 Word 文件里写的仍是规定的字体名，在装有这些字体的电脑上打开，就是规定的样子。\n"
        "在这台电脑上看预览、打印和存 PDF，用的是代替的字体：字的样子不同，分页也可能略有出入。\n"
        "这些字体大多有版权，程序不能附带；单位里一般有，装上后重新打开程序即可。"
    )
    return Choice("这台电脑缺的字体", text, (_CLOSE,), parent, detail=detail)
