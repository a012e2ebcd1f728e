"""How last period's text comes along (`--text`), as `carry` and `intake` are asked."""

from __future__ import annotations

from argparse import ArgumentParser

from model.cli.arguments import one_of
from model.renewal.outlines import TextWay

_WAYS = {way.label: way for way in TextWay}


def add_text_way(parser: ArgumentParser) -> None:
    """All text comes along where nothing is said."""
    parser.add_argument(
        "--text",
        metavar="带法",
        type=one_of([*_WAYS]),
        default=TextWay.TEXT.label,
        help="上期的文字怎么带：连文字（不写就是这样）、提纲（只留标题和小标题，文字重写）、惯例（按部分）",
    )


def text_way(written: str) -> TextWay:
    """The way that was asked for."""
    return _WAYS[written]
