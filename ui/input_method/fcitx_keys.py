"""Lets Chinese be typed with fcitx into whatever has the keyboard (接上 fcitx 输入法).

Qt's wheels bring a plugin for ibus and none for fcitx, which most office desktops in China use.
Keys go to fcitx first; what it composes and commits reaches the text as Qt's own plugins give it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSocketNotifier, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QTextCharFormat,
    QWindow,
)
from shiboken6 import Shiboken

from ui.input_method.fcitx_bus import Committed, Composed, FcitxBus, Forwarded, Key
from ui.kit.composing import Composer

KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
# X11's keysyms of keys that write nothing, as Qt names them.
NAMED_KEYS = {
    0xFF08: Qt.Key.Key_Backspace,
    0xFF09: Qt.Key.Key_Tab,
    0xFF0D: Qt.Key.Key_Return,
    0xFF1B: Qt.Key.Key_Escape,
    0xFF50: Qt.Key.Key_Home,
    0xFF51: Qt.Key.Key_Left,
    0xFF52: Qt.Key.Key_Up,
    0xFF53: Qt.Key.Key_Right,
    0xFF54: Qt.Key.Key_Down,
    0xFF57: Qt.Key.Key_End,
    0xFFFF: Qt.Key.Key_Delete,
}


class FcitxKeys(Composer):
    """Watches the widget with the keyboard and gives its keys to fcitx."""

    def __init__(self, app: QGuiApplication, bus: FcitxBus) -> None:
        """`bus` is open; fcitx may come and go afterwards."""
        super().__init__(app)
        self._bus = bus
        self._target: QObject | None = None
        self._composed = ""
        self._is_forwarding = False
        self._notifier = QSocketNotifier(bus.descriptor(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._listen)
        app.focusObjectChanged.connect(self._move)
        app.inputMethod().cursorRectangleChanged.connect(self._place_cursor)
        self._move(app.focusObject())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer keys to fcitx; while something is composed no key is a shortcut (不触发快捷键)."""
        if watched is not self._target or self._is_forwarding:
            return False
        if event.type() in KEYS and isinstance(event, QKeyEvent):
            return self._offer(event)
        if event.type() == QEvent.Type.ShortcutOverride and self._composed:
            event.accept()
            return True
        if event.type() == QEvent.Type.MouseButtonPress and self._composed:
            self.commit()
        return False

    def _offer(self, event: QKeyEvent) -> bool:
        if not self._takes_text() or not self._has_context():
            return False
        key = Key(
            event.nativeVirtualKey(),
            event.nativeScanCode(),
            event.nativeModifiers(),
            event.type() == QEvent.Type.KeyRelease,
            event.timestamp() & 0xFFFFFFFF,
        )
        if not key.symbol:  # not from a keyboard
            return False
        is_taken = self._bus.offer(key)
        # What fcitx commits before it leaves a key to us stands before that key's own sign.
        self._listen()
        return is_taken

    def _has_context(self) -> bool:
        bus = self._bus
        if bus.context is None and not bus.is_silent and bus.enter("xugao"):
            self._bus.focus(is_in=True)
            self._place_cursor()
        return self._bus.context is not None

    def _move(self, target: QObject | None) -> None:
        """Follow the keyboard to another widget."""
        if self._target is not None and Shiboken.isValid(self._target):
            self.commit()
            self._target.removeEventFilter(self)
        self._composed = ""
        self._bus.focus(is_in=False)
        self._bus.is_silent = False  # another chance
        self._target = target
        if target is None:
            return
        target.installEventFilter(self)
        if self._takes_text() and self._bus.context is not None:
            self._bus.focus(is_in=True)
            self._place_cursor()

    def commit(self) -> None:
        """Keep what was being composed as it stands: nothing typed is lost."""
        if self._composed:
            kept, self._composed = self._composed, ""
            self._bus.reset()
            self._send(QInputMethodEvent(), kept)

    def _listen(self) -> None:
        for told in self._bus.hear():
            match told:
                case Committed(text):
                    self._composed = ""
                    self._send(QInputMethodEvent(), text)
                case Composed(text, cursor):
                    if text or self._composed:
                        self._composed = text
                        self._send(composing(text, max(cursor, 0)))
                case Forwarded():
                    self._type(told)
        if self._bus.is_broken:
            self._notifier.setEnabled(False)

    def _send(self, event: QInputMethodEvent, committed: str = "") -> None:
        if committed:
            event.setCommitString(committed)
        if self._target is not None and Shiboken.isValid(self._target):
            QGuiApplication.sendEvent(self._target, event)

    def _type(self, forwarded: Forwarded) -> None:
        """Handle a key as if fcitx were not there."""
        if self._target is None or not Shiboken.isValid(self._target):
            return
        symbol = forwarded.symbol
        text = chr(symbol) if 0x20 <= symbol < 0x7F else ""
        code = NAMED_KEYS.get(symbol, ord(text.upper()) if text else 0)
        kind = QEvent.Type.KeyRelease if forwarded.is_release else QEvent.Type.KeyPress
        self._is_forwarding = True
        try:
            QGuiApplication.sendEvent(
                self._target, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
            )
        finally:
            self._is_forwarding = False

    def _takes_text(self) -> bool:
        if self._target is None or not Shiboken.isValid(self._target):
            return False
        ask = QGuiApplication.inputMethod().queryFocusObject
        hints = ask(Qt.InputMethodQuery.ImHints, None)
        is_secret = bool(Qt.InputMethodHint(int(hints)) & Qt.InputMethodHint.ImhHiddenText)
        return bool(ask(Qt.InputMethodQuery.ImEnabled, None)) and not is_secret

    def _place_cursor(self) -> None:
        window = focused_window()
        if window is None or self._bus.context is None:
            return
        cursor: QRectF = QGuiApplication.inputMethod().cursorRectangle()
        scale = window.devicePixelRatio()
        origin = window.screen().geometry().topLeft()
        place = window.mapToGlobal(cursor.topLeft().toPoint()) - origin
        self._bus.place_cursor(
            origin.x() + round(place.x() * scale),
            origin.y() + round(place.y() * scale),
            round(cursor.width() * scale),
            round(cursor.height() * scale),
        )


def focused_window() -> QWindow | None:
    """Return the window that has the keyboard."""
    return QGuiApplication.focusWindow()


def composing(text: str, cursor: int) -> QInputMethodEvent:
    """Return the event that shows `text` underlined, its cursor after `cursor` bytes of UTF-8."""
    line = QTextCharFormat()
    line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    line.setUnderlineColor(QColor())
    kind = QInputMethodEvent.AttributeType
    return QInputMethodEvent(
        text,
        [
            QInputMethodEvent.Attribute(kind.TextFormat, 0, count_before(text), line),
            QInputMethodEvent.Attribute(kind.Cursor, count_before(text, cursor), 1, None),
        ],
    )


def count_before(text: str, cursor: int | None = None) -> int:
    """Return how many signs as Qt counts (UTF-16) stand before `cursor` bytes of UTF-8."""
    before = text.encode()[:cursor].decode(errors="ignore")
    return len(before.encode("utf-16-le")) // 2
