"""A small fcitx on a bus of its own: letters are composed, a blank commits them in capitals.

`!` is committed full-width and then left to the program; `?` is given back as a forwarded key.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from ui.input_method.fcitx_bus import CONTEXT, SERVICE


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """Run a session bus in `folder`; gives its address."""
    address = f"unix:path={folder / 'bus'}"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().split(",")[0].strip()
    finally:
        daemon.kill()
        daemon.wait()
        daemon.stdout.close()


class FakeFcitx:
    """Answers on the bus from a thread of its own until it is stopped."""

    def __init__(self, address: str) -> None:
        self.calls: list[str] = []
        self.composed = ""
        self.is_silent = False
        self._context: DBusAddress | None = None
        self._count = 0
        self._bus: DBusConnection = open_dbus_connection(address)
        self._bus.send_and_get_reply(message_bus.RequestName(SERVICE))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        """Leave the bus, as when fcitx is ended."""
        self._bus.send(message_bus.ReleaseName(SERVICE))
        self._thread.join()
        self._bus.close()

    def _serve(self) -> None:
        while True:
            message = self._bus.receive()
            kind = message.header.message_type
            if kind is MessageType.method_return:  # the name is released
                return
            if kind is MessageType.method_call:
                self._answer(message)

    def _answer(self, call: Message) -> None:
        member = str(call.header.fields[HeaderFields.member])
        self.calls.append(member)
        if member == "CreateInputContext":
            self._count += 1
            path = f"/context/{self._count}"
            self._context = DBusAddress(path, SERVICE, CONTEXT)
            self._bus.send(new_method_return(call, "oay", (path, b"0" * 16)))
        elif member == "ProcessKeyEvent":
            if self.is_silent:
                return
            symbol, _code, _modifiers, is_release, _time = call.body
            is_taken = not is_release and self._take(chr(symbol))
            self._bus.send(new_method_return(call, "b", (is_taken,)))
        elif member == "Reset":
            self.composed = ""
        elif not call.header.flags & MessageFlag.no_reply_expected:
            self._bus.send(new_error(call, "org.xugao.Unknown"))

    def _take(self, sign: str) -> bool:
        if sign.isalpha() and sign.isascii():
            self.composed += sign
            self._show(self.composed)
            return True
        if sign == " " and self.composed:
            self._signal("CommitString", "s", (self.composed.upper(),))
            self.composed = ""
            self._show("")
            return True
        if sign == "!":
            self._signal("CommitString", "s", ("！",))
        if sign == "?":
            self._signal("ForwardKey", "uub", (ord("?"), 0, False))
            return True
        return False

    def _show(self, text: str) -> None:
        self._signal("UpdateFormattedPreedit", "a(si)i", ([(text, 0)], len(text.encode())))

    def _signal(self, name: str, signature: str, body: tuple[object, ...]) -> None:
        assert self._context is not None
        self._bus.send(new_signal(self._context, name, signature, body))
