"""How well a dirty manuscript is understood after cleaning, against the clean one.

Each labelled report is made dirty in every way by a script; all that is proposed is taken, and what
is understood is scored against the labels. An element counts as found where the same characters
begin it, so that the scores hold however the lines are cut.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bench.harness import Row, best_of
from bench.understanding import SHARED, scorer
from model.cleaning.registry import BY_NAME, clean
from model.cleaning.registry import propose as find_proposals
from model.library import shipped
from model.parse.understand import as_json, lexicon_of, understand
from model.reading.source import Source
from model.reading.text_file import read_pasted

WITHIN = 0.03
RUNS = 3
LINEAR = 2.0
_PAGE = 22
_KEY = 16


def break_lines(paragraphs: list[str], width: int = 28) -> list[str]:
    """Every paragraph as lines of so many characters, as a PDF gives them."""
    return [
        text[at : at + width] for text in paragraphs for at in range(0, max(len(text), 1), width)
    ]


def number_pages(lines: list[str]) -> list[str]:
    """A page number below every page's lines."""
    made: list[str] = []
    for number, at in enumerate(range(0, len(lines), _PAGE), 1):
        made += [*lines[at : at + _PAGE], f"— {number} —"]
    return made


def add_chrome(paragraphs: list[str]) -> list[str]:
    """Head and tail of a web page."""
    head = ["首页 > 政务公开 > 工作总结", "【字号：大 中 小】", "打印", "下载"]
    tail = ["责任编辑：县政府办", "上一篇：云岭县召开工作会议", "下一篇：云岭县部署秋收生产",
            "相关文章", "云岭县举行开工仪式", "【打印本页】【关闭窗口】"]  # fmt: skip
    return [*head, *paragraphs, *tail]


def cut_pages(paragraphs: list[str]) -> list[str]:
    """A page number in the middle of every long paragraph."""
    made: list[str] = []
    number = 0
    for text in paragraphs:
        if len(text) < 160:
            made.append(text)
            continue
        number += 1
        cut = 97 if text[96] not in "。；：！？）”" else 98
        made += [text[:cut], f"- {number} -", text[cut:]]
    return made


def join_all(paragraphs: list[str]) -> list[str]:
    """The title, and the whole text behind it as one paragraph."""
    return [paragraphs[0], "".join(_ended(text) for text in paragraphs[1:])]


def _ended(text: str) -> str:
    return text if re.search(r"[。：；！？…]$", text) else f"{text}。"


def widen_digits(paragraphs: list[str]) -> list[str]:
    """Digits of full width."""
    wide = str.maketrans("0123456789%", "０１２３４５６７８９％")
    return [text.translate(wide) for text in paragraphs]


def space_numbers(paragraphs: list[str]) -> list[str]:
    """Blanks around the points of numbers."""
    return [re.sub(r"(?<=\d)\.(?=\d)", " . ", text) for text in paragraphs]


def add_contents(paragraphs: list[str]) -> list[str]:
    """A table of contents below the title."""
    headings = [text for text in paragraphs[1:] if re.match("[一二三四五六七八九十]+、", text)]
    lines = [f"{text}\t{3 * number + 1}" for number, text in enumerate(headings)]
    return [paragraphs[0], "目　录", *lines, *paragraphs[1:]] if len(lines) > 1 else paragraphs


def advertise(paragraphs: list[str]) -> list[str]:
    """Lines and brackets that advertise a site."""
    made = list(paragraphs)
    made[len(made) // 2] += "（本文来自某某范文网 www.example.com）"
    return [*made, "更多材料请关注公众号：某某写作"]


VARIANTS: Final[Mapping[str, Callable[[list[str]], list[str]]]] = {
    "断行": break_lines,
    "断行和页码行": lambda paragraphs: number_pages(break_lines(paragraphs)),
    "页码断开段落": cut_pages,
    "网页文字": add_chrome,
    "网页文字、断行和页码行": lambda paragraphs: number_pages(break_lines(add_chrome(paragraphs))),
    "连成一段": join_all,
    "全角数字": widen_digits,
    "数中间有空格": space_numbers,
    "目录": add_contents,
    "水印和广告": advertise,
}


def cleaned(lines: list[str]) -> Source:
    """The lines as a manuscript, with everything that is proposed taken."""
    return clean(read_pasted("\n".join(lines) + "\n"), BY_NAME.keys())


def elements(output: Mapping[str, Any], texts: list[str]) -> dict[str, Counter[tuple[str, ...]]]:
    """What was understood, each by the characters that begin it."""
    return _counted(texts, scorer(SHARED).from_output(output, texts))


def _counted(texts: list[str], labels: list[dict[str, Any]]) -> dict[str, Counter[tuple[str, ...]]]:
    found: dict[str, Counter[tuple[str, ...]]] = {
        name: Counter() for name in ("roles", "markers", "leads", "figures", "facets", "indicators")
    }
    score = scorer(SHARED)
    whole = "\n".join(texts)
    at = 0
    for text, label in zip(texts, labels, strict=True):
        found["roles"][label["role"], _key(whole, at)] += 1
        for kind in ("markers", "leads"):
            for start, end in label[kind]:
                found[kind][_key(whole, at + start), text[start:end]] += 1
        for start, _end, _unit, name, facet in label["figures"]:
            if facet == "optional":
                continue
            key = _key(whole, at + start)
            loose = "level" if facet in {"actual", "count", "cumulative"} else facet
            found["figures"][(key,)] += 1
            found["facets"][key, loose] += 1
            found["indicators"][key, score.STANDARD.get(name, name)] += facet != "count"
        at += len(text) + 1
    return found


def _key(whole: str, start: int) -> str:
    """The characters from a place on, however lines and widths are set."""
    wide = str.maketrans("０１２３４５６７８９％", "0123456789%")
    return re.sub(r"[\s。]", "", whole[start : start + 2 * _KEY]).translate(wide)[:_KEY]


def f1(found: Counter[tuple[str, ...]], wanted: Counter[tuple[str, ...]]) -> float:
    """The F1 of what was found against what is wanted."""
    right = 2 * (found & wanted).total()
    every = found.total() + wanted.total()
    return right / every if every else 1.0


def scores() -> dict[str, dict[str, float]]:
    """For the clean reports and for every variant the F1 of every measure."""
    lexicon = lexicon_of(shipped.bank())
    measured: dict[str, dict[str, float]] = {}
    reports = [
        scorer(SHARED).parse_gold(file) for file in sorted((SHARED / "gold").glob("*.gold.txt"))
    ]
    for name, dirty in {"干净的": None, **VARIANTS}.items():
        found: dict[str, Counter[tuple[str, ...]]] = {}
        wanted: dict[str, Counter[tuple[str, ...]]] = {}
        for number, (paragraphs, labels) in enumerate(reports):
            lines = dirty(list(paragraphs)) if dirty else paragraphs
            source = cleaned(lines) if dirty else read_pasted("\n".join(lines) + "\n")
            texts = [line.text for line in source.lines() if not line.blank]
            output = as_json(understand(source, lexicon))
            for into, counted in ((found, elements(output, texts)),
                                  (wanted, _counted(paragraphs, labels))):  # fmt: skip
                for measure, counts in counted.items():
                    keyed = {(str(number), *key): count for key, count in counts.items()}
                    into.setdefault(measure, Counter()).update(keyed)
        measured[name] = {measure: f1(found[measure], wanted[measure]) for measure in wanted}
    return measured


def _times() -> Iterator[Row]:
    """Proposals for copies of a broken report."""
    paragraphs = ["云岭县2026年上半年工作总结"] + [
        "上半年完成投资12.6亿元，同比增长5.8%。" * 6
    ] * 20
    lines = number_pages(break_lines(paragraphs))

    def propose(copies: int) -> float:
        source = read_pasted("\n".join(lines * copies))
        return best_of(lambda: find_proposals(source), RUNS)

    few, many = propose(5) / 5, propose(50) / 50
    yield Row("propose cleanings, one of 50 reports against one of 5", many, few, LINEAR)

    def join(lines_broken: int) -> float:
        source = read_pasted("上半年全县投资完成额持续增长\n" * lines_broken)
        return best_of(lambda: find_proposals(source), RUNS)

    few, many = join(500) / 5, join(5000) / 50
    yield Row("join a paragraph of 5000 lines, a line against one of 500", many, few, LINEAR)


def run() -> list[Row]:
    """The times; the scores are printed above the table, being no times."""
    if (SHARED / "gold").is_dir():
        for name, measured in scores().items():
            print(f"{name}: " + ", ".join(f"{k} {v:.3f}" for k, v in measured.items()))
    return list(_times())


if __name__ == "__main__":
    assert Path(SHARED).is_dir()
    run()
