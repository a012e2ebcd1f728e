"""Places in a text as Qt counts them, and as Python does."""

from __future__ import annotations


def units(text: str) -> int:
    """How many places Qt counts for a text: signs beyond the BMP take two."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def signs_in(text: str, places: int) -> int:
    """How many signs of a text stand before one of Qt's places (see `units`)."""
    return len(text.encode("utf-16-le")[: 2 * places].decode("utf-16-le", "ignore"))
