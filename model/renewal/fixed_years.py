"""Years in a carried text that its period does not explain: they never move.

A text of 2026 speaks of 2026, of the year before (上年同期) and of the coming one. Any other year
is history or a far goal (到2030年建成); and so is a year that belongs to a thing: its document's
number (2026年第3号), its name (《2026年行动方案》), or when it came to be (2025年建成的体育馆).
"""

from __future__ import annotations

from model.values.patterns import pattern
from model.values.period import Period
from model.wording.finding.dates import PeriodMention
from model.wording.fold import fold

_YEAR = pattern(r"(?:19|20)\d\d")
_DAY = pattern(r"\d{1,2}[日号]")
_CAME_TO_BE = (
    "建成|竣工|投用|投产|启用|印发|出台|颁布|发布|修订|成立|设立|组建|开通|通车|获批|获评|评为|"
    "入选|认定|命名|创建|验收"
)
_DONE = f"{_CAME_TO_BE}|开工|启动|实施|通过|引进|签约|建设|改造|下达"
_OF_A_THING = pattern(rf"[^，。;:、\d]{{0,8}}?(?:{_CAME_TO_BE})(?:使用|运营|实施)?的(?!\d)")
_OF_A_THING_BEFORE = pattern(rf"[^，。;:、]{{0,8}}?(?:{_DONE})(?:使用|运营|实施)?的")
_NUMBER = pattern(r"(?:第?\d+|第[一二三四五六七八九十]+)号|版|\]\s?\d+号")
_SINCE = pattern(r"(?:自|从)$")
_FROM_ON = pattern(r"[^，。;:、]{0,3}?(?:起|开始|以来)")
_TOWARDS = pattern(r"(?:到|至)$")
_NEAR = 24


def is_fixed(text: str, mention: PeriodMention, old: Period) -> bool:
    """Whether the year that `mention` names in a text of the period `old` must not move."""
    found = _YEAR.search(mention.text)
    if found is None:
        return False
    year = int(found[0])
    if abs(year - old.year) > 1 or (year < old.year and _DAY.search(mention.text)):
        return True
    before = fold(text[max(0, mention.start - _NEAR) : mention.start])
    after = fold(text[mention.end : mention.end + _NEAR])
    if before.count("《") > before.count("》") or _NUMBER.match(after):
        return True
    if _SINCE.search(before) and ("来" in mention.text or _FROM_ON.match(after)):
        return True
    if year > old.year:
        return _TOWARDS.search(before) is not None
    rule = _OF_A_THING if year == old.year else _OF_A_THING_BEFORE
    return rule.match(after) is not None
