"""`renew`: list the periods in carried text that are others now; put the accepted ones in."""

from __future__ import annotations

from argparse import ArgumentParser

from model.cli.proposing import Options, add_proposing, propose
from model.jobs.proposals import PERIODS


def add_arguments(parser: ArgumentParser) -> None:
    add_proposing(parser, PERIODS)


def run(options: Options) -> int:
    return propose(options, PERIODS)
