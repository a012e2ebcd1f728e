"""One spelling for looking: half width and simplified, with every offset kept.

The finders match on folded text and answer with spans of the source, so the source's own
characters (％, ：, 億元, full-width digits) stay what they are.
"""

from __future__ import annotations

_LONGEST_CLAUSE = 200  # what stands further away says nothing of a figure
_FULL_COMMA = "，"  # stays: folded, "5，123人" would look like a number of five thousand
_HALF = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) != _FULL_COMMA}
_SIGNS: dict[int, str] = {
    **dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\t"), " "),
    **dict.fromkeys(map(ord, "—―‐–−〜～~"), "-"),
    **dict.fromkeys(map(ord, "﹡∗"), "*"),
    **dict.fromkeys(map(ord, "∶︰"), ":"),
    ord("■"): "□",
}
_TRADITIONAL = (
    "億萬畝個戶條項輛噸隻頭臺處張間場類種幾餘點級單筆雙隊組長漲"
    "減擴縮後進負達為佔計預實較縣鎮鄉區書記總將績數與從農國歲導"
)
_SIMPLIFIED = (
    "亿万亩个户条项辆吨只头台处张间场类种几余点级单笔双队组长涨"
    "减扩缩后进负达为占计预实较县镇乡区书记总将绩数与从农国岁导"
)
_SIMPLE = {ord(a): b for a, b in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)}
_TABLE = {**_HALF, **_SIMPLE, **_SIGNS}


_CLAUSE_ENDS = "，,。;"


def clause_before(folded: str, at: int) -> str:
    """The folded text from the last comma, stop or semicolon before `at` up to `at`."""
    start = max(folded.rfind(sign, max(0, at - _LONGEST_CLAUSE), at) for sign in _CLAUSE_ENDS)
    return folded[max(start + 1, at - _LONGEST_CLAUSE) : at]


def fold(text: str) -> str:
    """`text` with full-width signs made half-width and the genre's traditional characters
    made simplified; as long as `text`, character for character."""
    return text.translate(_TABLE)
