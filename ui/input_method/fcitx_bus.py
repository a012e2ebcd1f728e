"""Talks to fcitx over the session bus (fcitx 的 D-Bus 接口); knows nothing of Qt.

fcitx 4.2.9 and fcitx 5 answer alike under the name of the portal. The session bus is a local
socket: nothing here can reach a network.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    new_method_call,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SERVICE = "org.freedesktop.portal.Fcitx"
METHODS = DBusAddress(
    "/org/freedesktop/portal/inputmethod", SERVICE, "org.fcitx.Fcitx.InputMethod1"
)
CONTEXT = "org.fcitx.Fcitx.InputContext1"
# Bits of fcitx's CapabilityFlag: text being composed comes to us, and we commit it at focus out.
CAPABILITIES = 1 << 1 | 1 << 4 | 1 << 5
# Seconds a key waits for fcitx before it goes to the text as it is.
PATIENCE = 0.5
BROKEN = (OSError, TimeoutError, ValueError)


@dataclass(frozen=True)
class Key:
    """A key as X11 numbers it: keysym, keycode, modifiers' bits, time in milliseconds."""

    symbol: int
    code: int
    modifiers: int
    is_release: bool
    time: int


@dataclass(frozen=True)
class Committed:
    """Text that is finished (上屏)."""

    text: str


@dataclass(frozen=True)
class Composed:
    """Text being composed (拼音未上屏); `cursor` counts bytes of UTF-8 as fcitx does."""

    text: str
    cursor: int


@dataclass(frozen=True)
class Forwarded:
    """A key that fcitx gives back to be handled as typed."""

    symbol: int
    is_release: bool


Told = Committed | Composed | Forwarded


@dataclass
class FcitxBus:
    """One input context of fcitx; every call answers even when fcitx has gone.

    Once fcitx has not answered in time (`is_silent`) it is asked nothing until `enter`.
    """

    connection: DBusConnection
    context: DBusAddress | None = None
    is_broken: bool = False
    is_silent: bool = False
    _waiting: deque[Message] = field(default_factory=deque)

    @classmethod
    def open(cls) -> FcitxBus | None:
        """Return a connection to the session bus; None where there is none."""
        try:
            bus = cls(open_dbus_connection("SESSION"))
            watch = MatchRule(
                type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged"
            )
            watch.add_arg_condition(0, SERVICE)
            bus._ask(message_bus.AddMatch(watch))
            rule = MatchRule(type="signal", sender=SERVICE, interface=CONTEXT)
            bus._ask(message_bus.AddMatch(rule))
        except (*BROKEN, KeyError, RuntimeError):
            return None
        return bus

    def descriptor(self) -> int:
        """Return the file descriptor on which fcitx's words arrive."""
        return int(self.connection.sock.fileno())

    def enter(self, program: str) -> bool:
        """Ask fcitx for an input context (输入上下文); tells whether there is one."""
        self.is_silent = False
        hints = [("program", program), ("display", "x11:")]
        answer = self._ask(new_method_call(METHODS, "CreateInputContext", "a(ss)", (hints,)))
        if answer is None:
            self.context = None
            return False
        self.context = DBusAddress(answer[0], SERVICE, CONTEXT)
        self._tell("SetCapability", "t", (CAPABILITIES,))
        return True

    def offer(self, key: Key) -> bool:
        """Offer a key; tells whether fcitx has taken it."""
        if self.context is None or self.is_silent:
            return False
        typed = (key.symbol, key.code, key.modifiers, key.is_release, key.time)
        answer = self._ask(new_method_call(self.context, "ProcessKeyEvent", "uuubu", typed))
        return bool(answer and answer[0])

    def focus(self, is_in: bool) -> None:
        """Say that a text has got or lost the keyboard."""
        self._tell("FocusIn" if is_in else "FocusOut")

    def reset(self) -> None:
        """Throw away what is being composed."""
        self._tell("Reset")

    def place_cursor(self, left: int, top: int, width: int, height: int) -> None:
        """Say where the cursor stands on the screen, in its pixels, for the list of words."""
        self._tell("SetCursorRect", "iiii", (left, top, width, height))

    def hear(self) -> Iterator[Told]:
        """Yield what fcitx has said since the last time, in order."""
        self._receive_waiting()
        while self._waiting:
            message = self._waiting.popleft()
            if message.header.message_type is not MessageType.signal:
                continue
            told = self._understand(message)
            if told is not None:
                yield told

    def close(self) -> None:
        """Leave the bus."""
        self.is_broken = True
        self.context = None
        self.connection.close()

    def _receive_waiting(self) -> None:
        while not self.is_broken:
            try:
                self._waiting.append(self.connection.receive(timeout=0))
            except TimeoutError:
                return
            except BROKEN:
                self.close()

    def _understand(self, message: Message) -> Told | None:
        fields = message.header.fields
        path, member = fields.get(HeaderFields.path), fields.get(HeaderFields.member)
        if member == "NameOwnerChanged":
            # Whoever answers now does not know our context: `enter` asks for a new one.
            self.context = None
            return Composed("", 0)
        if self.context is None or path != self.context.object_path:
            return None
        match member, message.body:
            case "CommitString", (str(text),):
                return Committed(text)
            case "UpdateFormattedPreedit", (list(pieces), int(cursor)):
                return Composed("".join(piece[0] for piece in pieces), cursor)
            case "ForwardKey", (int(symbol), int(), bool(is_release)):
                return Forwarded(symbol, is_release)
        return None

    def _ask(self, message: Message) -> tuple[object, ...] | None:
        """Send a call and wait for its answer; None when it fails or takes too long."""
        if self.is_broken:
            return None
        message.header.flags |= MessageFlag.no_auto_start
        serial = next(self.connection.outgoing_serial)
        try:
            self.connection.send(message, serial=serial)
            while True:
                heard = self.connection.receive(timeout=PATIENCE)
                if heard.header.fields.get(HeaderFields.reply_serial) == serial:
                    break
                self._waiting.append(heard)
        except TimeoutError:
            self.is_silent = True
            return None
        except BROKEN:
            self.close()
            return None
        is_answer = heard.header.message_type is MessageType.method_return
        return tuple(heard.body) if is_answer else None

    def _tell(self, method: str, signature: str = "", body: tuple[object, ...] = ()) -> None:
        """Send a call and wait for nothing."""
        if self.is_broken or self.context is None:
            return
        message = new_method_call(self.context, method, signature or None, body)
        message.header.flags |= MessageFlag.no_reply_expected | MessageFlag.no_auto_start
        try:
            self.connection.send(message)
        except BROKEN:
            self.close()
