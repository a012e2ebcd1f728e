"""What phrasing is given and what it gives: how an indicator is spoken of, values, runs of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from model.values.aspect import Aspect
from model.values.facet import ComparedWith
from model.values.growth import Better, Flow, Growth, Measure, Target
from model.values.number import written
from model.values.period import Period
from model.values.rank import RankOf

BLANK = "XX"
"""What stands for a value that is still missing; `□` looks like a missing glyph, and a single X
like a letter."""

_AVERAGES = ("人均", "户均", "亩均", "平均", "单位", "工资")
PROFITS = ("利润", "利润总额", "净利润")
"""How the names of what can be a loss end."""
_PERCENT = {"％": "%"}


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """How an indicator is spoken of: its name, unit and verbs, and what kind of quantity it is.

    `verb_first`: its verb stands before its name (选派驻村工作队120支). `shares`: of how many parts
    it tells the shares (三次产业结构为14.5:41.6:43.9); 0 where it has a value of its own.
    """

    name: str
    unit: str
    verbs: tuple[str, ...] = ()
    flow: Flow = Flow.FLOW
    measure: Measure = Measure.AMOUNT
    growth: Growth = Growth.NONE
    target: Target = Target.NONE
    better: Better = Better.UP
    verb_first: bool = False
    shares: int = 0

    @property
    def is_income(self) -> bool:
        """Whether it is an average or an income of people, which nobody 完成s."""
        by_name = any(word in self.name for word in _AVERAGES)
        return by_name or ("居民" in self.name and "收入" in self.name) or "纯收入" in self.name

    @property
    def is_state(self) -> bool:
        """Whether it stands at a moment or is a ratio: nothing is summed over the period."""
        return self.flow in (Flow.STOCK, Flow.RATIO)

    @property
    def is_rank(self) -> bool:
        """Whether its values are places in a ranking."""
        return self.measure is Measure.RANK

    @property
    def changes_by_points(self) -> bool:
        """Whether its own change is told in 个百分点."""
        return self.measure is Measure.RATE or self.growth is Growth.POINTS

    @property
    def is_profit(self) -> bool:
        """Whether it can be a loss (利润总额)."""
        return self.measure is Measure.AMOUNT and self.name.endswith(PROFITS)

    @property
    def is_price(self) -> bool:
        return "上涨" in self.verbs


class Said(NamedTuple):
    """One value of a facet; None is a blank. `scope`, `of` and `tied` belong to ranks, `words` to
    a plan that has no number (与经济增长基本同步).
    """

    value: Decimal | None
    unit: str = ""
    scope: str = ""
    of: RankOf | None = None
    tied: bool = False
    words: str = ""


class Piece(NamedTuple):
    """One run of a sentence.

    With a `facet` it shows the `nth` value of that facet with its direction or rank words
    (`of_second`: of the second indicator of a pair); without one it only connects.
    """

    text: str
    facet: Aspect | None = None
    blank: bool = False
    nth: int = 0
    of_second: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words a text chooses: the forecast's period, the plan's name, what growth is against,
    and how a share is said (`占` right after its whole was named).

    `own` is the period the values are of, `city` among whom the place is ranked (全市), `whole`
    what the indicator is a part of, `driven` what it drives (拉动), `ceiling` the
    plan that is not to be exceeded.
    """

    forecast_period: str = ""
    plan_words: str = "年度计划"
    base: str = ""
    share_words: str = "占比为"
    own: Period | None = None
    city: str = "全市"
    whole: str = ""
    driven: str = ""
    ceiling: Said | None = None

    def base_of(self, facet: Aspect) -> str:
        """What a growth is against: last year in the words of the text, all else in its own."""
        compared_with = facet.spec.compared_with
        if compared_with is None or compared_with is ComparedWith.LAST_YEAR:
            return self.base
        return compared_with.adverb


PLAIN = Wording()


@dataclass(frozen=True, slots=True)
class Clause:
    """One facet as part of a sentence: `before` 分别 `after` `word` `number` `tail`.

    `word` and `number` together are the run that shows the value. `flat` marks 持平, where the
    run has no number of its own. `join` is what separates the clause from the one before.
    """

    facet: Aspect
    number: str
    word: str = ""
    before: str = ""
    after: str = ""
    tail: str = ""
    join: str = "，"
    blank: bool = False
    flat: bool = False
    nth: int = 0

    @property
    def run(self) -> Piece:
        return Piece(self.word + self.number, self.facet, self.blank, self.nth)

    def pieces(self) -> tuple[Piece, ...]:
        return (Piece(self.before + self.after), self.run, Piece(self.tail))


def digits(said: Said) -> str:
    """The number without its sign, or the blank; of a plan in words these."""
    if said.words:
        return said.words
    return BLANK if said.value is None else written(abs(said.value))


def shares_text(words: IndicatorWords, shares: Sequence[Said]) -> str:
    """The shares of a structure (14.5:41.6:43.9), or a blank for each of them."""
    is_known = len(shares) == words.shares
    return ":".join(digits(one) for one in shares) if is_known else ":".join([BLANK] * words.shares)


def digits_and_unit(said: Said, unit: str = "") -> str:
    """The number without its sign and its own unit, or `unit` where it has none."""
    shown = said.unit or unit
    return digits(said) + _PERCENT.get(shown, shown)


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with empty ones left out and neighbours that only connect made one."""
    result: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if piece.facet is None and result and result[-1].facet is None:
            result[-1] = Piece(result[-1].text + piece.text)
        else:
            result.append(piece)
    return tuple(result)
