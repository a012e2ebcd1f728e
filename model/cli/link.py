"""`link`: list the figures that state a number of the bank; tie the accepted ones."""

from __future__ import annotations

from argparse import ArgumentParser

from model.cli.proposing import Options, add_proposing, propose
from model.jobs.proposals import TIES


def add_arguments(parser: ArgumentParser) -> None:
    add_proposing(parser, TIES)


def run(options: Options) -> int:
    return propose(options, TIES)
