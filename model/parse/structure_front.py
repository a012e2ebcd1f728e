"""What stands before and after the text proper: title, subtitle, salutation; closing, organ, date.

All by form: a title line has no stop and ends with what the text is (报告, 总结, 讲话 …); a line of
speaker, organ or date stands under it; a salutation addresses somebody and ends with ： or ！
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.parse.structure_signs import Sign
from model.parse.structure_styles import role_of_style
from model.reading.source import Hint
from model.values.patterns import pattern

_LONGEST_LINE = 60
_MOST_LINES = 12
_LONGEST_SALUTATION = 45
_ENDS: Final = pattern(r"[。；，、;,]$")
_KIND: Final = pattern(
    r"(?:报告|总结|汇报|讲话|发言|公报|通报|情况|分析|方案|意见|计划|安排|要点|打算|致辞|说明|述职|简报|材料|纪要|通知|思路|"
    r"规划|回顾|工作|讲稿|提纲|体会|经验|做法)(?:[①-⑨]|[（(][^（()）]*[）)]|\[\d+\])*$"
)
_DATE: Final = pattern(
    r"[（(]?(?:\d{2,4}|[Xx*]{2,4}|[二〇○零一三四五六七八九]{4})\s?年\s?(?:[\dXx*]{1,2}|[一二三四五六七八九十]{1,3})\s?月"
    r"(?:\s?(?:[\dXx*]{1,2}|[一二三四五六七八九十]{1,3})\s?日)?[)）]?"
)
_POST: Final = pattern(
    r"(?:[县市区州镇乡盟旗省]长|书记|主任|局长|厅长|主席|同志|部长|专员)[\s\u3000]*[\u4e00-\u9fffXx*·\s\u3000]{0,8}$"
)
_ORGAN: Final = pattern(
    r"(?:[局厅委办科室处队社校院组部会]|政府|中心|机关|公司|开发区|管委会|[县市区州镇乡盟旗省])$"
)
_OCCASION: Final = pattern(r"^[—―─–-]|^[（(].*[）)]$|会议?上$|〔.*〕.*号$")
_BESIDE: Final = pattern(
    r"[：:]|^(?:内部|机密|秘密|绝密)|★|(?:征求意见|讨论|送审|修改|初|草)稿[）)]?$"
)
_NAME: Final = pattern(r"[\u4e00-\u9fff](?:[\s\u3000]*[\u4e00-\u9fffXx*·]){1,4}")
_CALLED: Final = pattern(
    r"(?:尊敬的|各位|同志|代表|委员|领导|朋友|女士|先生|来宾|评委|老师|同学|主任|书记|[县市区州]长|政府|[局厅委办科室处]|党组|党委|"
    r"部门|单位|乡镇|街道)"
)
_CALLS: Final = pattern(r"(?:尊敬的|各位|同志们|代表|委员|领导|朋友们|女士们|先生们)")
_SAYS: Final = pattern(r"(?:如下|报告|汇报|意见|工作|情况|方面|问题|要求|目标|任务)[：:]$")
_CLOSING: Final = pattern(
    r"(?:汇报|报告|发言|讲话|我的话)完毕|谢谢|特此(?:报告|汇报|函[告复]|通[知报]|说明)|批评指正|敬请|请予?(?:审议|审查|审示|批示|指正)|"
    r"以上(?:报告|汇报|意见|发言)|^此致|^敬礼|讲完了|不足之处|不当之处|妥否"
)
_LONGEST_CLOSING = 60
_LONGEST_SIGNATURE = 30


def front_roles(
    texts: Sequence[str], signs: Sequence[Sign | None], hints: Sequence[Hint]
) -> list[str]:
    """The roles of the lines before the text proper, as many as there are such lines."""
    count = _front_lines(texts, signs, hints)
    front = [text.strip() for text in texts[:count]]
    roles = _titles(front)
    while len(roles) < len(texts) and is_salutation(texts[len(roles)], at_front=True):
        roles.append("salutation")
    return roles


def _front_lines(texts: Sequence[str], signs: Sequence[Sign | None], hints: Sequence[Hint]) -> int:
    """How many lines stand before the salutation, the first heading or the first sentence."""
    count = 0
    for text, sign, hint in zip(texts[:_MOST_LINES], signs, hints, strict=False):
        said = text.strip()
        numbered = sign is not None and sign.family != "——"
        numbered = numbered or (
            count > 0 and hint.outline is not None and not role_of_style(hint.style)
        )
        sentence = len(said) > _LONGEST_LINE or _ENDS.search(said) or "。" in said
        if numbered or sentence or said.endswith(("：", ":")):
            break
        if is_salutation(said, at_front=True):
            break
        count += 1
    return count


def _titles(front: list[str]) -> list[str]:
    """Title or subtitle for each front line."""
    under: list[bool] = []
    for text in front:
        named_after = bool(under) and under[-1] and _NAME.fullmatch(text) is not None
        under.append(named_after or _is_under_title(text))
    compact = ["".join(text.split()) for text in front]
    kinds = [i for i, text in enumerate(compact) if _KIND.search(text) and not under[i]]
    last = kinds[-1] if kinds else next((i for i, below in enumerate(under) if not below), -1)
    roles = []
    for i, text in enumerate(front):
        titled = not under[i] and (i <= last or not (_ORGAN.search(text) or _is_name(text, i)))
        if kinds and i > last:
            titled = False
        roles.append("title" if titled else "subtitle")
    return roles


def _is_under_title(text: str) -> bool:
    """Whether a line is of the kind that stands beside a title: date, occasion, speaker, the
    number of the document, its secrecy or stage."""
    if _DATE.fullmatch(text) or _OCCASION.search(text) or _BESIDE.search(text):
        return True
    return _POST.search(text) is not None and not _KIND.search(text)


def _is_name(text: str, place: int) -> bool:
    return place > 0 and _NAME.fullmatch(text) is not None


def is_salutation(text: str, *, at_front: bool) -> bool:
    """Whether a line addresses somebody; an organ alone (…人民政府：) only before the text."""
    said = text.strip()
    if len(said) > _LONGEST_SALUTATION or not said.endswith(("：", ":", "！", "!")):
        return False
    if "。" in said or _SAYS.search(said):
        return False
    if _CALLS.search(said):
        parts = re.split("[，,、]", said[:-1])
        return all(_CALLED.search(part) or part.endswith("好") for part in parts if part.strip())
    return at_front and said.endswith(("：", ":")) and _CALLED.search(said[:-1]) is not None


def back_roles(texts: Sequence[str], signs: Sequence[Sign | None]) -> list[str]:
    """The roles of the lines after the text proper, the last of them last."""
    roles: list[str] = []
    for text, sign in zip(reversed(texts), reversed(signs), strict=True):
        role = _back_role(text.strip(), sign, roles)
        if role is None:
            break
        roles.append(role)
    return roles[::-1]


def _back_role(said: str, sign: Sign | None, below: list[str]) -> str | None:
    """The role of one line, given those below it (nearest last)."""
    if _DATE.fullmatch(said) and not below:
        return "date"
    dated = bool(below) and below[-1] in {"date", "signature"}
    if dated and sign is None and len(said) <= _LONGEST_SIGNATURE and not _stopped(said):
        organ = _ORGAN.search(said) or (below[-1] == "date" and _NAME.fullmatch(said))
        return "signature" if organ else None
    if sign is None and len(said) <= _LONGEST_CLOSING and _CLOSING.search(said):
        return "closing"
    return None


def _stopped(said: str) -> bool:
    return said.endswith(("。", "！", "；", "，", "：", "!", ";", ",", ":"))
