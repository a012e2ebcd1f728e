"""The observations of a project, found by indicator, period and facet, best source first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from model.report.indicator import Observation
from model.values.facet import Facet, Source
from model.values.period import Basis, Period


class Ledger:
    """An index over observations; made once for each root and then only read."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._by_value: dict[tuple[str, Period, Facet], list[Observation]] = defaultdict(list)
        for observation in observations:
            key = (observation.indicator, observation.period, observation.facet)
            self._by_value[key].append(observation)
        for values in self._by_value.values():
            if len(values) > 1:
                values.sort(key=lambda one: -one.source.strength)

    def all(
        self,
        indicator: str,
        period: Period,
        facet: Facet,
        basis: Basis | None = None,
        source: Source | None = None,
    ) -> list[Observation]:
        """All values of one facet, the best source first; ranks have several of one source."""
        wanted = basis or period.basis
        return [
            one
            for one in self._by_value.get((indicator, period, facet), ())
            if one.basis is wanted and source in (None, one.source)
        ]

    def best(
        self,
        indicator: str,
        period: Period,
        facet: Facet,
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


_latest: list[tuple[tuple[Observation, ...], Ledger]] = []


def ledger_of(observations: tuple[Observation, ...]) -> Ledger:
    """The index of these very observations; the latest is remembered by identity."""
    if not _latest or _latest[0][0] is not observations:
        _latest[:] = [(observations, Ledger(observations))]
    return _latest[0][1]
