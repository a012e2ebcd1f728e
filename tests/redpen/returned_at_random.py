"""A file as somebody might send it back: the paragraphs of a text with edits of nine kinds."""

from __future__ import annotations

import random
import re

from model.reading.returned import ReturnedLine
from model.redpen.lines import Text

KINDS = ("number", "turn", "words", "append", "split", "join", "move", "delete", "new")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def returned_of(text: Text) -> list[ReturnedLine]:
    """The paragraphs of a text as they come back when nobody changed a thing."""
    lines = [line for line in text.lines if line.text.strip()]
    return [ReturnedLine(line.text, line.ids) for line in lines]


def edited_at_random(
    lines: list[ReturnedLine], chance: random.Random, share: float
) -> list[ReturnedLine]:
    """The paragraphs after edits to a share of them, bookmarks going as Word lets them go."""
    made = [*lines]
    for _ in range(max(1, int(len(lines) * share))):
        made = edited(made, chance.randrange(len(made)), chance.choice(KINDS), chance)
    return made


def edited(
    lines: list[ReturnedLine], at: int, kind: str, chance: random.Random
) -> list[ReturnedLine]:
    """The paragraphs after one edit of a kind at one of them."""
    line = lines[at]
    if is_fixed(line) or (kind == "join" and is_fixed(lines[(at + 1) % len(lines)])):
        return lines
    text, before, after = line.text, lines[:at], lines[at + 1 :]
    found = list(_NUMBER.finditer(text))
    match kind:
        case "number" if found:
            one = chance.choice(found)
            whole = str(int(float(one[0])) + 3) + (
                "." + one[0].split(".")[1] if "." in one[0] else ""
            )
            text = text[: one.start()] + whole + text[one.end() :]
        case "turn":
            text = text.replace("增长", "下降", 1)
        case "words":
            spot = chance.randrange(len(text))
            text = text[:spot] + "抓紧" + text[min(len(text), spot + 2) :]
        case "append":
            text = f"{text}段末再加一句。"
        case "split" if "。" in text[:-1]:
            stop = text.index("。") + 1
            parts = [ReturnedLine(text[:stop], line.ids), ReturnedLine(text[stop:], line.ids)]
            return [*before, *(part for part in parts if part.text), *after]
        case "join" if after:
            joined = ReturnedLine(text + after[0].text, (*line.ids, *after[0].ids))
            return [*before, joined, *after[1:]]
        case "move" if len(lines) > 2:
            rest = before + after
            to = chance.randrange(len(rest))
            if is_fixed(rest[to]):
                return lines
            return [*rest[:to], line, *rest[to:]]
        case "delete" if len(lines) > 2:
            return before + after
        case "new":
            return [*before, line, ReturnedLine("加的一段，办好8件实事。"), *after]
        case _:
            pass
    return [*before, ReturnedLine(text, line.ids), *after]


def is_fixed(line: ReturnedLine) -> bool:
    """Whether it is a line before or behind the content, which nobody moves about."""
    return "_" in "".join(line.ids)
