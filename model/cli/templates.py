"""`templates`: the kinds of reports that there are."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.cli.arguments import add_json
from model.cli.output import print_json, print_lines
from model.library import shipped


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)


def run(options: Options) -> int:
    templates = [shipped.template(key) for key in shipped.template_keys()]
    if options.json:
        print_json(
            [
                {
                    "key": template.key,
                    "version": template.version,
                    "name": template.name,
                    "summary": template.summary,
                }
                for template in templates
            ]
        )
    else:
        print_lines(
            f"{template.key}\t{template.name}\t{template.summary}" for template in templates
        )
    return 0
