"""One thing done to a project at random, as a clerk might."""

from __future__ import annotations

import random

from model.arrange.items import add_item, split_item
from model.arrange.order import remove
from model.entry.apply import Assignment, set_values
from model.places.inventory import places_of
from model.report.project import Project
from tests.small_project import TODAY


def edited(project: Project, chance: random.Random) -> Project:
    """One thing done at random: a place typed, emptied or confirmed; a point added, split, gone."""
    report = project.reports[0]
    place = chance.choice(places_of(project, report))
    id_ = place.place.partition(".")[0]
    match chance.randrange(6):
        case 0:
            return set_values(project, [Assignment(place.place, place.value or "")], TODAY)
        case 1:
            return set_values(project, [Assignment(place.place, "")], TODAY)
        case 2:
            return set_values(project, [Assignment(f"{place.place}.checked", "是")], TODAY)
        case 3:
            return set_values(project, [Assignment(f"{id_}.dropped", "是")], TODAY)
        case 4:
            return split_item(add_item(project, id_), id_, 3)
        case _:
            return remove(project, id_)
