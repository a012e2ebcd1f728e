"""What a change of words comes down to: a number, a text, or words that the program composes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.choices.choice import Choice, ChoiceKind, Way
from model.compose.joining import begins_with_mark, ends_sentence
from model.document import Span
from model.places.naming import name_of
from model.redpen.change import Change, Spot
from model.redpen.edits import EditKind
from model.redpen.hand import hand_of, is_item, is_line
from model.redpen.stretch import Piece, Stretch
from model.redpen.three_way import Hunk
from model.redpen.values import Values
from model.report.project import Project
from model.report.section import IndicatorsBlock, Task
from model.report.tree import find
from model.wording.numbering import opening

_LONGEST = 16
_BREAK = "¶"
_AROUND = 40
"""How many signs of its paragraph are shown with a change, to both sides."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A change of theirs in a unit both sides have, and by whom."""

    unit: int
    stretch: Stretch
    hunk: Hunk
    who: str
    when: str


def snippet(text: str) -> str:
    """The first words of a paragraph, by which the clerk knows it."""
    plain = text.replace("\n", " ").strip()
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


class WordChanges:
    """Makes choices of changed words; values are tried on the project."""

    def __init__(self, project: Project, values: Values, source: str) -> None:
        self._project = project
        self._values = values
        self._source = source

    def changes(self, meetings: Iterable[Meeting]) -> list[Change]:
        """Return the choices, numbers said in several places as one where all were changed."""
        found: list[tuple[Change, Piece | None]] = []
        by_piece: dict[tuple[int, int], list[Meeting]] = defaultdict(list)
        pieces: dict[tuple[int, int], Piece] = {}
        for meeting in meetings:
            if meeting.hunk.kind is not EditKind.WORDS:
                found.append((self._break(meeting), None))
                continue
            piece = self._composed(meeting)
            if piece is None:
                found += ((change, None) for change in self._text(meeting))
            else:
                key = (meeting.unit, piece.start)
                by_piece[key].append(meeting)
                pieces[key] = piece
        for key, several in by_piece.items():
            found += self._of_piece(pieces[key], several)
        return _unique(self._together(found))

    def _composed(self, meeting: Meeting) -> Piece | None:
        """The value that a change lies in; None where it is in words, or in more than one."""
        start, end, _ = _trimmed(meeting.hunk)
        over = meeting.stretch.over(start, end)
        if len(over) == 1 and not over[0].is_literal and not over[0].run.is_marker:
            return over[0]
        return None

    def _of_piece(
        self, piece: Piece, several: Sequence[Meeting]
    ) -> Iterator[tuple[Change, Piece | None]]:
        """All changes within one value are one: the value that is said now."""
        meeting = _whole(piece, several)
        hunk = meeting.hunk
        spot = Spot(meeting.unit, EditKind.WORDS, piece.start, piece.end, hunk.theirs)
        fit = self._values.fit(piece, hunk.theirs)
        if fit is None or piece.run.place is None:
            for each in several:
                yield from ((change, None) for change in self._text(each))
            return
        is_observed = "@" in piece.run.place
        other = Way.HERE if piece.attribute is not None else Way.BY_HAND
        hand = () if piece.attribute is not None else (hand_of(self._project, piece.segment),)
        yield (
            Change(
                self._choice(
                    meeting,
                    piece.run.place,
                    ChoiceKind.VALUE if is_observed else ChoiceKind.FIELD,
                    (Way.TAKE if fit.is_alone else Way.EVERYWHERE, other),
                ),
                (spot,),
                ((piece.run.place, fit.typed),),
                by_hand=hand,
            ),
            piece,
        )

    def _text(self, meeting: Meeting) -> Iterator[Change]:
        """Words exchanged where they stand; what is composed of values is made text first."""
        hunk = meeting.hunk
        start, end, new = hunk.start, hunk.end, hunk.theirs
        over = meeting.stretch.over(start, end)
        trimmed = _trimmed(hunk)
        smaller = meeting.stretch.over(*trimmed[:2])
        if _composed_in(smaller) < _composed_in(over):
            start, end, new = trimmed
            over = smaller
        if not over or (hunk.is_sign and self._is_derived(over)):
            return
        touched = [*over, *_behind_signs(meeting.stretch, over, new)]
        rigid = [
            one for one in touched if not one.is_literal and one.attribute is None
            if not one.run.is_marker
        ]  # fmt: skip
        spot = Spot(meeting.unit, EditKind.WORDS, start, end, new)
        hand = tuple(
            dict.fromkeys(
                (
                    *(hand_of(self._project, one.segment) for one in rigid),
                    *self._marked_anew(meeting.stretch, over, spot),
                )
            )
        )
        place = over[0].attribute or over[0].run.place or over[0].segment
        kind = ChoiceKind.GLUE if hand else ChoiceKind.TEXT
        ways: tuple[Way, ...] = (Way.BY_HAND,) if hand else (Way.TAKE,)
        note = ""
        if "" in hand:
            ways, note = (), "这是程序按设置写出来的，不能在这里改。"
        elif not hand and any(not one.is_literal and one.attribute for one in over):
            note = "接受后，这里不再跟着指标或字段变。"
        yield Change(
            replace(self._choice(meeting, place, kind, ways), note=note), (spot,), by_hand=hand
        )

    def _marked_anew(self, stretch: Stretch, over: Sequence[Piece], spot: Spot) -> Iterator[str]:
        """What must be made text, since the program would put a mark where none is wanted: behind
        a task whose words end no sentence, before a remark whose words begin with no mark."""
        new = spot.new
        for piece in (one for one in over if not one.run.is_marker):
            text = piece.run.text
            left, right = text[: max(0, spot.start - piece.start)], text[spot.end - piece.start :]
            record = find(self._project, piece.segment)
            if isinstance(record, Task) and spot.end >= piece.end:
                if piece == stretch.last(piece.segment) and not ends_sentence((Span(left + new),)):
                    yield hand_of(self._project, piece.segment, whole=True)
            elif isinstance(record, IndicatorsBlock) and spot.start <= piece.start:
                is_first = piece.is_literal and piece.raw_start == 0
                if is_first and begins_with_mark(text) and not begins_with_mark(new + right):
                    yield hand_of(self._project, piece.segment)
            new = ""

    def _is_derived(self, over: Sequence[Piece]) -> bool:
        """Whether a sign is one that the program numbers by itself."""
        marker = next((one for one in over if one.run.is_marker), None)
        if marker is None:
            return False
        record = find(self._project, marker.segment)
        kept = getattr(record, "marker", None) or getattr(
            getattr(record, "heading", None), "marker", None
        )
        return kept is None or kept.literal is None

    def _break(self, meeting: Meeting) -> Change:
        """A paragraph broken in two, or two made one."""
        hunk, stretch = meeting.hunk, meeting.stretch
        at = hunk.start
        around = [
            *stretch.over(max(0, at - 1), at)[-1:],
            *stretch.over(hunk.end, hunk.end + 1)[:1],
        ]
        segments = tuple(dict.fromkeys(one.segment for one in around))
        project = self._project
        hand = tuple(
            dict.fromkeys(
                hand_of(project, one, whole=True) for one in segments if not is_item(project, one)
            )
        )
        if len({one.attribute for one in around}) == 1 and around[0].attribute is not None:
            hand = hand if not is_line(project, segments[0]) else ()
        is_split = hunk.kind is EditKind.SPLIT
        left, right = stretch.text[max(0, at - 8) : at], stretch.text[hunk.end : hunk.end + 8]
        apart, joined = f"…{left}{_BREAK}{right}…", f"…{left}{right}…"
        before, after = (joined, apart) if is_split else (apart, joined)
        is_same = hunk.ours == hunk.theirs and hunk.ours != hunk.before
        id_ = segments[0] if segments else ""
        choice = Choice(
            f"{id_}:{'split' if is_split else 'join'}:{at}",
            id_,
            ChoiceKind.STRUCTURE,
            ("分段：" if is_split else "并段：") + snippet(stretch.text),
            before,
            after if is_same else before,
            after,
            self._source,
            meeting.who,
            meeting.when,
            ways=() if "" in hand else (Way.BY_HAND,) if hand else (Way.TAKE,),
        )
        spot = Spot(meeting.unit, hunk.kind, hunk.start, hunk.end, hunk.theirs)
        return Change(choice, (spot,), by_hand=hand)

    def _choice(
        self, meeting: Meeting, place: str, kind: ChoiceKind, ways: tuple[Way, ...]
    ) -> Choice:
        hunk, text = meeting.hunk, meeting.stretch.text
        return Choice(
            f"{place}:{hunk.start}",
            place,
            kind,
            name_of(self._project, place),
            hunk.before,
            hunk.ours,
            hunk.theirs,
            self._source,
            meeting.who,
            meeting.when,
            ways,
            ahead=text[max(0, hunk.start - _AROUND) : hunk.start],
            behind=text[hunk.end : hunk.end + _AROUND],
        )

    def _together(self, found: Sequence[tuple[Change, Piece | None]]) -> list[Change]:
        """A value changed alike wherever it is said is one choice; else each tells the others."""
        by_place: dict[str, list[Change]] = defaultdict(list)
        for change, _ in found:
            if change.values:
                by_place[change.choice.place].append(change)
        done: list[Change] = []
        for change, _ in found:
            if not change.values:
                done.append(change)
                continue
            several = by_place.pop(change.choice.place, None)
            if several is not None:
                done += self._of_place(several)
        return done

    def _of_place(self, several: Sequence[Change]) -> list[Change]:
        first = several[0]
        place = first.choice.place
        count = self._values.mentions(place)
        alike = len({change.values for change in several}) == 1
        is_alone = all(Way.EVERYWHERE not in change.choice.ways for change in several)
        if alike and len(several) == count and is_alone:
            spots = tuple(spot for change in several for spot in change.spots)
            hand = tuple(dict.fromkeys(id_ for change in several for id_ in change.by_hand))
            ways = (Way.TAKE, Way.BY_HAND if hand else Way.HERE)
            note = f"文中{count}处都改了。" if count > 1 else ""
            choice = replace(first.choice, key=place, ways=ways, note=note)
            return [replace(first, choice=choice, spots=spots, by_hand=hand)]
        made: list[Change] = []
        for change in several:
            here = change.choice.ways[-1]
            ways = (Way.EVERYWHERE, here) if alike else (here, Way.EVERYWHERE)
            note = "" if is_alone else "由它算出来的数会一起变。"
            note += f"另有{count - 1}处也说这个数。" if count > 1 else ""
            made.append(replace(change, choice=replace(change.choice, ways=ways, note=note)))
        return made


def _behind_signs(stretch: Stretch, over: Sequence[Piece], new: str) -> list[Piece]:
    """What new words come to stand before, where they are put in at a sign and are none."""
    known = opening(new)
    is_sign = not new or (known is not None and known[0] == new)
    if is_sign or not all(one.run.is_marker for one in over):
        return []
    behind = [one for one in stretch.pieces if one.segment == over[-1].segment]
    return [one for one in behind if one.start >= over[-1].end and not one.run.is_marker][:1]


def _composed_in(over: Sequence[Piece]) -> int:
    """How many pieces are none of the clerk's own words."""
    return sum(not one.is_literal for one in over)


def _unique(changes: Sequence[Change]) -> list[Change]:
    """Changes with keys of their own."""
    seen: dict[str, int] = defaultdict(int)
    made: list[Change] = []
    for change in changes:
        key = change.choice.key
        seen[key] += 1
        if seen[key] == 1:
            made.append(change)
        else:
            choice = replace(change.choice, key=f"{key}#{seen[key]}")
            made.append(replace(change, choice=choice))
    return made


def _trimmed(hunk: Hunk) -> tuple[int, int, str]:
    """A change without what both texts begin and end with."""
    ours, theirs = hunk.ours, hunk.theirs
    head = _alike(ours, theirs)
    tail = _alike(ours[head:][::-1], theirs[head:][::-1])
    return hunk.start + head, hunk.end - tail, theirs[head : len(theirs) - tail]


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _whole(piece: Piece, several: Sequence[Meeting]) -> Meeting:
    """All changes that lie in one value as one change of all of it."""
    first = several[0]
    text = first.stretch.text
    at = piece.start
    before, ours, theirs = [], [], []
    for meeting in several:
        hunk = meeting.hunk
        start, end, new, was = hunk.start, hunk.end, hunk.theirs, hunk.before
        if start < piece.start or end > piece.end:
            head, tail = max(0, piece.start - start), max(0, end - piece.end)
            start, end, new = start + head, end - tail, new[head : len(new) - tail]
            was = was[head : len(was) - tail] if len(was) > head + tail else was
        kept = text[at:start]
        before += [kept, was]
        ours += [kept, text[start:end]]
        theirs += [kept, new]
        at = end
    rest = text[at : piece.end]
    hunk = replace(
        first.hunk,
        start=piece.start,
        end=piece.end,
        before="".join(before) + rest,
        ours="".join(ours) + rest,
        theirs="".join(theirs) + rest,
    )
    return replace(first, hunk=hunk)
