"""`correct`: list what looks like a slip; put the accepted ones right."""

from __future__ import annotations

from argparse import ArgumentParser

from model.cli.proposing import Options, add_proposing, propose
from model.jobs.proposals import SLIPS


def add_arguments(parser: ArgumentParser) -> None:
    add_proposing(parser, SLIPS)


def run(options: Options) -> int:
    return propose(options, SLIPS)
