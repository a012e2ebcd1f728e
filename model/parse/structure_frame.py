"""Lines of a manuscript that stand in the frame of an official document: by their form alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from model.values.patterns import pattern

COPY: Final = pattern(r"\d{6}")
SECRECY: Final = pattern(r"(?:绝密|机密|秘密)★.{1,12}")
URGENCY: Final = pattern(r"加急|特急")
MARK: Final = pattern(r"(?!.*关于)[\u4e00-\u9fff（）()]{2,40}文件")
ORGAN: Final = pattern(
    r"(?!.*关于)[\u4e00-\u9fff（）()]{2,38}(?:政府|委员会|[局厅委部院会处社团]|办公室|中心)"
)
NUMBER: Final = pattern(
    r"(?P<number>[^\d\s〔〕]{1,20}〔\d{4}〕[\dXx]{1,5}号)(?:\s+(?:签发人：)?(?P<signers>\S+(?:\s+\S+)?))?"
)
SIGNED: Final = pattern(r"签发人：\s*(?P<signers>\S+(?:\s+\S+)?)")
CONTACT: Final = pattern(r"[（(](?P<contact>(?:联系人|联系电话).*)[）)]")
DAY: Final = pattern(r"(?:\d{4}|XX)年[\dXx]{1,2}月[\dXx]{1,2}日")
PEOPLE: Final = pattern(r"同志|尊敬|各位|领导|代表|委员[们，：]|朋友|女士|先生|[省市县区州]长")
LABEL: Final = pattern(r"附件\s?\d{0,2}")
COPIES: Final = pattern(r"抄送[：:]\s*(?P<copies>.*[^。\s])。?")
PRINTED: Final = pattern(
    r"(?P<by>[^\d\s][^\d]{1,38}[^\d\s])?\s*(?P<on>(?:\d{4}|XX)年[\dXx]{1,2}月[\dXx]{1,2}日)印发"
)
_LISTED: Final = pattern(r"附件：.+")
_NEXT: Final = pattern(r"\d{1,2}[.．]\s?\S.*")
_NEAR = 12


def head_lines(texts: Sequence[str]) -> int:
    """How many lines stand in 版头 above the title."""
    count = 0
    while count < len(texts) and _is_of_head(texts, count):
        count += 1
    return count


def _is_of_head(texts: Sequence[str], at: int) -> bool:
    """Whether a line is of 版头 by its form; the name of an organ alone is its mark only where
    another line of the mark, 签发人 or the number follows."""
    said = texts[at].strip()
    if any(form.fullmatch(said) for form in (COPY, SECRECY, URGENCY, SIGNED, NUMBER)):
        return True
    if MARK.fullmatch(closed(said)):
        return True
    if not ORGAN.fullmatch(closed(said)) or at + 1 == len(texts):
        return False
    below = texts[at + 1].strip()
    if SIGNED.fullmatch(below) or NUMBER.fullmatch(below) or MARK.fullmatch(closed(below)):
        return True
    return bool(ORGAN.fullmatch(closed(below))) and _is_of_head(texts, at + 1)


def closed(mark: str) -> str:
    """A line of 发文机关标志 without the gaps that spread it."""
    return "".join(mark.split())


def frame_lines(texts: Sequence[str]) -> Iterator[int]:
    """The lines of 版头, 附件说明, 附注 and 版记."""
    yield from range(head_lines(texts))
    yield from annex_list(texts)
    yield from record_lines(texts)
    for at in range(1, len(texts)):
        dated = DAY.fullmatch(texts[at - 1].strip())
        if dated and CONTACT.fullmatch(texts[at].strip()):
            yield at


def record_lines(texts: Sequence[str]) -> range:
    """Where 版记 stands: 印发 as the last line, 抄送 above it; or 抄送 alone."""
    end = len(texts)
    while end and not texts[end - 1].strip():
        end -= 1
    begins = end
    if begins and PRINTED.fullmatch(texts[begins - 1].strip()):
        begins -= 1
    if begins and COPIES.fullmatch(texts[begins - 1].strip()):
        begins -= 1
    return range(begins, end)


def annex_list(texts: Sequence[str]) -> range:
    """Where 附件说明 stands: 附件：… with a date of issue a few lines below, before any annex."""
    for at, text in enumerate(texts):
        if not _LISTED.fullmatch(text.strip()):
            continue
        end = at + 1
        while end < len(texts) and _NEXT.fullmatch(texts[end].strip()):
            end += 1
        for below in texts[end : end + _NEAR]:
            if LABEL.fullmatch(below.strip()):
                break
            if DAY.fullmatch(below.strip()):
                return range(at, end)
    return range(0)
