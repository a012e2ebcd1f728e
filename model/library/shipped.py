"""The data the program comes with: templates, the indicator bank, phrases, house styles.

What reads each is loaded when it is asked for: a command needs one of them, and records take long.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from model.errors import UsageError
from model.library.bank import Bank, load_bank

if TYPE_CHECKING:
    from model.library.initials import Initials
    from model.library.phrases import Phrases
    from model.report.template import ReportTemplate
    from model.typesetting.house_style import HouseStyle

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
EXAMPLES = ROOT / "examples"

_USUAL_STYLE = "gbt9704"


def template_keys() -> tuple[str, ...]:
    """The keys of all templates, in order of name."""
    return tuple(sorted(file.stem for file in (TEMPLATES / "reports").glob("*.json")))


@cache
def template(key: str) -> ReportTemplate:
    """A template by its key; raises `UsageError` for a key there is not, `TemplateError`."""
    from model.library.template_files import load_template  # noqa: PLC0415

    if key not in template_keys():
        raise UsageError(f"没有模板“{key}”。可用的模板：{'、'.join(template_keys())}。")
    return load_template(TEMPLATES / "reports" / f"{key}.json", bank())


@cache
def bank() -> Bank:
    """The indicator bank; raises `TemplateError`."""
    return load_bank(TEMPLATES / "indicators.json")


@cache
def phrases() -> Phrases:
    """Fixed and outdated phrases, stock words and slips; raises `TemplateError`."""
    from model.library.phrases import load_phrases  # noqa: PLC0415

    return load_phrases(TEMPLATES / "phrases.json", TEMPLATES / "sounds.json")


@cache
def pairs() -> Mapping[str, int]:
    """How often two signs stand side by side in the bank, the templates and the stock words."""
    from model.library.usage import pairs_in, texts_of  # noqa: PLC0415

    file = phrases().file
    words = (*file.stock, *(one.phrase for one in file.fixed))
    return pairs_in((*texts_of(TEMPLATES), *words))


@cache
def initials() -> Initials:
    """The first letters of the pinyin of characters; raises `TemplateError`."""
    from model.library.initials import load_initials  # noqa: PLC0415

    return load_initials(TEMPLATES / "initials.json")


def note_of(indicator: str | None) -> str:
    """What the bank has to say of an indicator (口径), '' for one that is not its own."""
    known = bank().by_id.get(indicator) if indicator else None
    return known.note if known else ""


def house_style_keys() -> tuple[str, ...]:
    """The keys of all house styles, in order of name."""
    return tuple(sorted(file.stem for file in (TEMPLATES / "house_styles").glob("*.json")))


@cache
def house_style(key: str) -> HouseStyle:
    """A house style by its key; raises `UsageError` for a key there is not, `TemplateError`."""
    from model.library.house_styles import load_house_style, load_terms  # noqa: PLC0415

    known = house_style_keys()
    if key not in known:
        raise UsageError(f"没有版式“{key}”。可用的版式：{'、'.join(known)}。")
    path = TEMPLATES / "house_styles" / f"{key}.json"
    return load_house_style(path, load_terms(TEMPLATES / "title_terms.json"))


def usable_house_style(key: str) -> HouseStyle:
    """A house style by its key; the usual one for a key this program lacks, such as a newer one's.

    The window shows a text in any case, and says which style it is set in.
    """
    return house_style(key if key in house_style_keys() else _USUAL_STYLE)
