"""Project files and Word files with something wrong in them, through all that reads them.

`python -m tests.soak.mutants projects|words SEED COUNT SECONDS` goes through so many, or as many as
the time allows, and prints one line of JSON: how many were read, how many refused, what went wrong.
"""

from __future__ import annotations

import faulthandler
import io
import json
import re
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from model.check.registry import problems
from model.compose.compose import compose
from model.errors import XugaoError
from model.jobs.samples import sample_keys
from model.jobs.steps import steps
from model.library import shipped
from model.parse.understand import lexicon_of, understand
from model.places.inventory import places_of
from model.reading.gate import check_package
from model.renewal.next_period import carry
from model.storage import project_file
from model.table.grid import Grid
from model.word.read.word_source import read_docx
from model.word.write.word_file import write_document
from tests.samples import example
from tests.source import ROOT

LONGEST = 2.0
LARGEST_MB = 512
_NAMED = Path("材料.json")
_STUCK = 60
_EXPORT_EVERY = 10
_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**40, 1.5, 1e308, "", " ", "\x00", "\x07", "\ud800", "x" * 5000, [],
    {}, [[]], [None], {"": None}, {"id": "x"}, "{@gdp.yoy}", "{" * 99, "2026-H1", "9999-M99", "-",
    "gdp@2026-H1.yoy", "../../etc/passwd", "<w:p/>", "1.23亿元", "第99位", "①", "。", "XX", "是",
)  # fmt: skip
_XML = (
    "<w:p>", "</w:p>", "<w:tbl>", "</w:tc>", "<w:br/>", "<w:t>", "&#0;", "&amp;", "]]>", "<!--",
    "<w:numPr><w:numId w:val='999999999999'/></w:numPr>", "<w:ilvl w:val='-1'/>", "增长5.1%", "w:",
    "<w:gridSpan w:val='1000000'/>", "<w:vMerge/>", "<w:sym/>", "<w:fldChar/>", "<w:ins>", "\x00",
    "xmlns=''",
)  # fmt: skip


class Result(NamedTuple):
    """What became of one mutant: read, or refused with a message of ours."""

    is_read: bool
    wrong: str = ""


def main(kind: str, seed: int, count: int, seconds: float) -> int:
    """Go through them; the exit code is 1 where one was not as promised."""
    chance, began = Random(seed), time.monotonic()
    mutants = {"projects": _projects, "words": _words}[kind](chance)
    try_one: Callable[[bytes, int], Result] = {"projects": try_project, "words": try_word}[kind]
    told: dict[str, Any] = {"done": 0, "read": 0, "found": [], "slowest": 0.0}
    while told["done"] < count and time.monotonic() - began < seconds:
        data = next(mutants)
        faulthandler.dump_traceback_later(_STUCK, exit=True)
        since = time.process_time()
        result = try_one(data, told["done"])
        spent = time.process_time() - since
        wrong = result.wrong or (f"took {spent:.1f} s" if spent > LONGEST else "")
        if wrong:
            told["found"].append(f"{kind} {seed} number {told['done']}: {wrong}")
        told["done"] += 1
        told["read"] += result.is_read
        told["slowest"] = max(told["slowest"], round(spent, 2))
    faulthandler.cancel_dump_traceback_later()
    told["megabytes"] = _most_memory()
    if told["megabytes"] > LARGEST_MB:
        told["found"].append(f"{kind} {seed}: {told['megabytes']} MB")
    print(json.dumps(told), flush=True)
    return 1 if told["found"] else 0


def _most_memory() -> int:
    """The most megabytes that this program has taken; `getrusage` counts what started it too."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) // 1024


def _refused(error: XugaoError) -> Result:
    """A message of ours is Chinese and names no line of code."""
    said = str(error)
    is_plain = any("\u4e00" <= sign <= "\u9fff" for sign in said) and "Traceback" not in said
    return Result(False, "" if is_plain else f"said {said!r}")


def _guarded(read: Callable[[], None]) -> Result:
    try:
        read()
    except XugaoError as error:
        return _refused(error)
    except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
        last = "".join(traceback.format_exception(error)[-4:])
        return Result(False, last[-1500:])
    return Result(True)


def try_project(raw: bytes, number: int) -> Result:
    """Load, check, list, compose, carry, save and (now and then) export."""
    loaded = None
    try:
        loaded = project_file.loads(raw, _NAMED).project
    except XugaoError as error:
        return _refused(error)
    except Exception as error:  # noqa: BLE001
        return Result(False, "".join(traceback.format_exception(error)[-4:])[-1500:])
    project = loaded
    report = project.reports[0]

    def save() -> None:
        project_file.dumps(project)

    def export() -> None:
        document = compose(project, report)
        style = shipped.usable_house_style(report.house_style)
        write_document(document, style, mode="review")

    def carry_on() -> None:
        compose(carry(project), report)

    tries: list[Callable[[], object]] = [
        save,
        lambda: problems(project),
        lambda: places_of(project),
        lambda: steps(project, report),
        lambda: Grid(project, report).rows,
        lambda: compose(project, report).text,
        carry_on,
    ]
    tries += [export] if number % _EXPORT_EVERY == 0 else []
    for one in tries:
        result = _guarded(lambda one=one: (one(), None)[1])  # type: ignore[misc]
        if result.wrong:
            return result
    return Result(True)


def try_word(data: bytes, number: int) -> Result:
    """Gate, parse as the child does, and understand."""

    def read() -> None:
        check_package(data, Path("旧稿.docx"))
        source = read_docx(data, Path("旧稿.docx"))
        understand(source, lexicon_of(shipped.bank()))

    return _guarded(read)


def _projects(chance: Random) -> Iterator[bytes]:
    small = (ROOT / "tests" / "data" / "projects" / "v7.json").read_text("utf-8")
    whole = [project_file.dumps(example(key)) for key in sample_keys()]
    while True:
        text = small if chance.random() < 0.8 else chance.choice(whole)
        if chance.random() < 0.15:
            yield spoiled(text.encode(), chance)
            continue
        data = json.loads(text)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            _change(data, chance)
        yield json.dumps(data, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _words(chance: Random) -> Iterator[bytes]:
    keys = sample_keys()
    goods = []
    for key in keys:
        project = example(key)
        document = compose(project, project.reports[0])
        goods.append(write_document(document, shipped.house_style("gbt9704"), mode="review").data)
    while True:
        good = chance.choice(goods)
        yield spoiled(good, chance) if chance.random() < 0.3 else _with_odd_xml(good, chance)


def _with_odd_xml(good: bytes, chance: Random) -> bytes:
    """One part with tags, signs or numbers put in, taken out or said twice."""
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([*files, "word/document.xml", "word/document.xml"])
    text = files[name].decode("utf-8", "replace")
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((0, 1, 10, 400)))
        put = chance.choice((*_XML, text[at:end] * chance.choice((0, 2, 30))))
        text = text[:at] + put + text[end:]
    files[name] = text.encode("utf-8", "replace")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, data in files.items():
            archive.writestr(each, data)
    return out.getvalue()


def spoiled(data: bytes, chance: Random) -> bytes:
    """Bytes changed, cut out, repeated, or the end missing."""
    for _ in range(chance.choice((1, 1, 3, 20))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((0, 1, 4, 100)))
        match chance.randrange(4):
            case 0:
                data = data[:at] + chance.randbytes(chance.choice((1, 2, 8))) + data[end:]
            case 1:
                data = data[:at] + data[end:]
            case 2:
                data = data[:at] + data[at:end] * 3 + data[end:]
            case _ if chance.random() < 0.2:
                data = data[:at]
    return data


def _change(data: Any, chance: Random) -> None:
    """One thing changed somewhere in the tree."""
    holder, key = _somewhere(data, chance)
    match chance.choice((0, 0, 0, 1, 1, 2, 2, 3, 4, 4, 4, 5, 6)):
        case 0:
            alike = [one for one in _ODD if isinstance(one, type(holder[key]))]
            odd = chance.choice(alike if alike and chance.random() < 0.8 else _ODD)
            holder[key] = deepcopy(odd)  # a list put into itself has no end
        case 1:
            del holder[key]
        case 2 if isinstance(holder, list):
            holder.insert(key, json.loads(json.dumps(holder[key])))
        case 2:
            name = chance.choice(("heading", "use", "text", "kind", "新", ""))
            holder[name] = json.loads(json.dumps(holder[key]))
        case 3:
            other, at = _somewhere(data, chance)
            for _ in range(20):
                if type(other[at]) is type(holder[key]):
                    break
                other, at = _somewhere(data, chance)
            holder[key] = json.loads(json.dumps(other[at]))
        case 4 if isinstance(holder[key], str):
            text, at = holder[key], chance.randrange(len(holder[key]) + 1)
            sign = chance.choice([one for one in _ODD if isinstance(one, str)])
            holder[key] = text[:at] + sign + text[at:]
        case 5 if isinstance(holder[key], list):
            chance.shuffle(holder[key])
        case _:
            holder[key] = [holder[key]] if chance.random() < 0.5 else {"id": holder[key]}


def _somewhere(data: Any, chance: Random) -> tuple[Any, Any]:
    """A holder and a key in it, at any depth."""
    holder = data
    while True:
        keys = list(range(len(holder))) if isinstance(holder, list) else list(holder)
        key = chance.choice(keys)
        below = holder[key]
        if not isinstance(below, dict | list) or not below or chance.random() < 0.12:
            return holder, key
        holder = below


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])))
