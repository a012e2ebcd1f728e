"""The observations of a project, found by indicator, period and facet, best source first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from model.report.indicator import Observation
from model.report.memory import remembered_last
from model.values.aspect import Aspect, Compared, in_order, settled_aspect
from model.values.facet import Facet, Source
from model.values.period import Basis, Period

_ByValue = dict[tuple[Period, Aspect], list[Observation]]


class Ledger:
    """An index over observations; made once for each root and then only read.

    A key typed makes a new root, and few indicators are asked for then: the values of an
    indicator are put in order when it is first asked for.
    """

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._by_indicator: dict[str, list[Observation]] = defaultdict(list)
        self._in_words: dict[str, list[Observation]] = defaultdict(list)
        for observation in observations:
            kept = self._in_words if observation.words else self._by_indicator
            kept[observation.indicator].append(observation)
        self._by_value: dict[str, _ByValue] = {}

    def all(
        self,
        indicator: str,
        period: Period,
        facet: Aspect,
        basis: Basis | None = None,
        source: Source | None = None,
    ) -> list[Observation]:
        """All values of one facet, the best source first; ranks have several of one source."""
        wanted = basis or period.basis
        return [
            one
            for one in self._of(indicator).get((period, settled_aspect(facet, period)), ())
            if one.basis is wanted and source in (None, one.source)
        ]

    def _of(self, indicator: str) -> _ByValue:
        """The values of an indicator by period and facet, the best source first."""
        found = self._by_value.get(indicator)
        if found is None:
            found = self._by_value[indicator] = defaultdict(list)
            strongest_first = sorted(
                self._by_indicator.get(indicator, ()), key=lambda one: -one.source.strength
            )
            for one in strongest_first:
                found[one.period, settled_aspect(one.aspect, one.period)].append(one)
        return found

    def in_words(
        self, indicator: str, period: Period, source: Source | None = None
    ) -> list[Observation]:
        """The plans of a period that words alone tell: no other values hold them."""
        found = (one for one in self._in_words.get(indicator, ()) if one.period == period)
        of_source = (one for one in found if source in (None, one.source))
        return sorted(of_source, key=lambda one: -one.source.strength)

    def compared(self, indicator: str, period: Period) -> list[Compared]:
        """What is known of a period that is measured against something else than last year."""
        found = (one for at, one in self._of(indicator) if at == period)
        return sorted((one for one in found if isinstance(one, Compared)), key=in_order)

    def best(
        self,
        indicator: str,
        period: Period,
        facet: Aspect,
        basis: Basis | None = None,
        source: Source | None = None,
    ) -> Observation | None:
        """The value of the chosen source, or of the best there is."""
        return next(iter(self.all(indicator, period, facet, basis, source)), None)

    def ranks(
        self, indicator: str, period: Period, basis: Basis | None, source: Source | None
    ) -> list[Observation]:
        """The ranks of the best source that has any, in the order they were typed."""
        found = self.all(indicator, period, Facet.RANK, basis, source)
        return [one for one in found if one.source is found[0].source] if found else []


@remembered_last
def ledger_of(observations: tuple[Observation, ...]) -> Ledger:
    """The index of these very observations: most edits leave them as they are."""
    return Ledger(observations)
