"""`demo`: the samples made from scratch (样例), one of each template that has one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli.arguments import add_json
from model.cli.output import print_json, print_lines
from model.jobs.samples import demo, keys_without_sample, sample_keys
from model.library import shipped


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    output: str
    template: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument("-o", dest="output", required=True, metavar="文件夹", help="存到哪个文件夹")
    parser.add_argument("--template", metavar="模板", help="只做这一种")


def run(options: Options) -> int:
    """Which templates have no sample is told on standard error."""
    keys = [options.template] if options.template else list(sample_keys())
    samples = demo(Path(options.output), keys)
    if not options.template:
        sys.stderr.writelines(
            f"模板“{key}”（{shipped.template(key).name}）没有样例，没有做；用 new 命令可以新建。\n"
            for key in keys_without_sample()
        )
    if options.json:
        print_json(
            [
                {"template": sample.key, "project": str(sample.project), "word": str(sample.word),
                 "text": str(sample.text), "problems": sample.problems}
                for sample in samples
            ]
        )  # fmt: skip
    else:
        for sample in samples:
            print_lines(
                [
                    sample.name,
                    f"  Word：{sample.word}",
                    f"  材料：{sample.project}",
                    f"  文字：{sample.text}",
                ]
            )
    return 0
