"""A session as a killed program leaves it: its lock and its journal stay, nobody owns them."""

from __future__ import annotations

from model.session import Session
from model.storage import running


def killed(session: Session) -> None:
    """End a session without what it does at its end."""
    running.end(session._id)
