"""What an input method still composes (拼音未上屏), and how it gets into the text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


class Composer(QObject):
    """An input method that is none of Qt's own plugins; a child of the application."""

    def commit(self) -> None:
        """Put what is being composed into the text as it stands."""
        raise NotImplementedError


def commit_composed() -> None:
    """Put what any input method composes into the text that has the keyboard."""
    QApplication.inputMethod().commit()
    application = QApplication.instance()
    if application is not None:
        composers: Iterable[Composer] = application.findChildren(Composer)
        for composer in composers:
            composer.commit()
