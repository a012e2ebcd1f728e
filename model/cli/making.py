"""`templates`, `new` and `demo`: what there is, and a project from it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from model.cli.changing import name_of, save_new
from model.cli.output import print_json, print_lines
from model.errors import UsageError
from model.jobs.new_project import new_project
from model.library import shipped
from model.places.inventory import places_of
from model.report.project import Organization
from model.values.period import Period
from model.values.state import State


class Options(Protocol):
    """What the command line gives to these commands."""

    json: bool
    template: str
    output: str
    place: str
    superior: str
    period: str
    peers: int | None


def templates(options: Options) -> int:
    all_ = [shipped.template(key) for key in shipped.template_keys()]
    if options.json:
        print_json(
            [
                {"key": one.key, "version": one.version, "name": one.name, "summary": one.summary}
                for one in all_
            ]
        )
    else:
        print_lines(f"{one.key}\t{one.name}\t{one.summary}" for one in all_)
    return 0


def new(options: Options) -> int:
    if options.peers is not None and options.peers < 1:
        raise UsageError("一同排名的单位数（--peers）从1算起。")
    place = name_of(options.place, "地方（--place）")
    superior = name_of(options.superior, "上级（--superior）")
    if not place:
        raise UsageError("地方（--place）不能为空，如 云岭县。")
    organization = Organization(name=place, superior=superior, peers=options.peers)
    period = Period.parse(options.period)
    made = new_project(shipped.template(options.template), shipped.bank(), organization, period)
    save_new(made.project, options.output)
    blanks = sum(one.state is State.EMPTY for one in places_of(made.project))
    if options.json:
        print_json({"project": options.output, "report": made.report, "blanks": blanks})
    else:
        print_lines([f"已新建“{options.output}”，有{blanks}处要填。用 fields 命令看都有哪些。"])
    return 0


def make_samples(options: Options) -> int:
    """`demo`: the samples from scratch; which templates have none is told on standard error."""
    from model.jobs.samples import demo, keys_without_sample, sample_keys  # noqa: PLC0415

    keys = [options.template] if options.template else list(sample_keys())
    done = demo(Path(options.output), keys)
    if not options.template:
        sys.stderr.writelines(
            f"模板“{key}”（{shipped.template(key).name}）没有样例，没有做；用 new 命令可以新建。\n"
            for key in keys_without_sample()
        )
    if options.json:
        print_json(
            [
                {"template": one.key, "project": str(one.project), "word": str(one.word),
                 "text": str(one.text), "problems": one.problems}
                for one in done
            ]
        )  # fmt: skip
    else:
        for one in done:
            print_lines(
                [
                    f"{one.name}",
                    f"  Word：{one.word}",
                    f"  材料：{one.project}",
                    f"  文字：{one.text}",
                ]
            )
    return 0
