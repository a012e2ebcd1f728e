"""The main job on the samples: from a template and typed values to project, text and Word file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from model.check.registry import problems
from model.compose.compose import compose
from model.entry.apply import Assignment
from model.errors import UsageError
from model.file_names import PROJECT_ENDING
from model.jobs.export import Force, Stage, export
from model.jobs.new_project import Made, new_project
from model.library import shipped
from model.report.project import Organization, Project
from model.session import Session
from model.storage import atomic, json_gate
from model.values.period import Period


class Done(NamedTuple):
    """What one sample gave."""

    key: str
    name: str
    project: Path
    word: Path
    text: Path
    problems: int


def sample_keys() -> tuple[str, ...]:
    """Return the keys of the templates that have a sample: values lie beside the examples."""
    return tuple(key for key in shipped.template_keys() if _values_file(key).is_file())


def keys_without_sample() -> tuple[str, ...]:
    """Return the keys of the templates that were added without one."""
    return tuple(key for key in shipped.template_keys() if not _values_file(key).is_file())


def demo(folder: Path, keys: Iterable[str]) -> list[Done]:
    """Make the samples of these templates from scratch in `folder`, which may exist already.

    Files of an earlier run are replaced. Raises `XugaoError`.
    """
    projects = [(key, example(key)) for key in keys]
    atomic.make_folder(folder)
    return [_sample(folder, key, project) for key, project in projects]


def example(key: str) -> Project:
    """The sample of a template as a project, every value set as a clerk would.

    Raises `UsageError` for a template that has none.
    """
    values = _values(key)
    made = _made(key, values["project"])
    session = Session.new(made.project)
    session.set_all(_assignments(made, values["values"]))
    return session.project


def _sample(folder: Path, key: str, project: Project) -> Done:
    report = project.reports[0]
    stem = f"{report.name}（{project.organization.name}{project.period.label_with_year}）"
    paths = {ending: folder / (stem + ending) for ending in (PROJECT_ENDING, ".docx", ".txt")}
    session = Session.new(project)
    session.save_as(paths[PROJECT_ENDING], replace=True)
    session.close()
    atomic.write_text(paths[".txt"], compose(project, report).text + "\n", expect=None)
    style = shipped.house_style(report.house_style)
    found = problems(project, report)
    export(project, report, paths[".docx"], style, Stage.FINAL, force=Force.ALL)
    return Done(key, report.name, paths[PROJECT_ENDING], paths[".docx"], paths[".txt"], len(found))


def _values(key: str) -> Mapping[str, Any]:
    """The sample's values as they lie beside the examples."""
    template, path = shipped.template(key), _values_file(key)
    if not path.is_file():
        raise UsageError(
            f"模板“{key}”（{template.name}）没有样例，请用 new 命令新建。"
            f"有样例的模板：{'、'.join(sample_keys())}。"
        )
    return json_gate.parse(json_gate.read_bytes(path), path)


def _values_file(key: str) -> Path:
    return shipped.EXAMPLES / "values" / f"{key}.json"


def _made(key: str, about: Mapping[str, Any]) -> Made:
    organization = Organization(
        name=about["place"], superior=about["superior"], peers=about.get("peers")
    )
    template = shipped.template(key)
    return new_project(template, shipped.bank(), organization, Period.parse(about["period"]))


def _assignments(made: Made, values: Mapping[str, str]) -> list[Assignment]:
    """The values with the ids of the project in the place of those of the template."""
    renamed = []
    for place, typed in values.items():
        id_, dot, path = place.partition(".")
        known = "@" not in place and dot and id_ in made.ids
        front = id_ == "front"
        owner = made.ids[id_] if known else made.report if front else id_
        renamed.append(Assignment(f"{owner}{dot}{path}", typed))
    return renamed
