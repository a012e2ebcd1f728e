"""没有写完的地方: notes to oneself, marks of doubt, personal numbers."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.passage import Passage, Setting
from model.check.problem import Severity
from model.check.rule import Family, Finding, Rule
from model.values.patterns import pattern

_WAITS = (
    r"待核实?|待补充?|待填写?|待定|待查|待确认|待更新|待统计|待提供|待报|待核对|待审|以[^，。（）]{2,10}为准|暂缺|缺数|数据缺|未核|存疑|"
    r"[请需][^，。（）]{0,8}(?:补充|核实|提供|确认|填写|核对)"
)
_NOTE = pattern(
    rf"[（(【\[〔](?:[^（）()【】\[\]〔〕]{{0,20}}(?:{_WAITS})[^（）()【】\[\]〔〕]{{0,12}}|略|插入[^（）()【】\[\]〔〕]{{0,12}}|"
    rf"此处[^（）()【】\[\]〔〕]{{0,16}}|注："
    rf"[^（）()【】\[\]〔〕]{{0,12}}[改删补核][^（）()【】\[\]〔〕]{{0,8}}|[?？]+)[）)】\]〕]"
)
_BARE = pattern(r"(?:待核实?|待补充?|待填|待定|待查|暂缺)(?=[处个项家元万亿%％人户亩公，。；]|$)")
_IN_USE = pattern(r"[问线事案隐材举信数][^，。；]{0,6}$|^[，。；]")
_DOUBT = pattern(
    r"(?<![A-Za-z\d])[NMn](?=[个座家处项亩户件条万亿%％]|公里|亿元|万元)|[？?]{2,}|[？?](?=[%％个万亿元户人家处亩件座所名]|公里)|[ⅩⅹＸ]{2,}|＿{2,}|#{3,}|◯{2,}|○{2,}|△{2,}|▲{2,}|TODO|\bN/A\b|〇{3,}|×{2,}"
)
_ID_NUMBER = pattern(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|"
    r"3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_MOBILE = pattern(r"(?<![\d.])1[3-9]\d{9}(?!\d)")
_CONTACT = pattern(r"联系(?:电话|人|方式)|电话|手机|热线")


def _unfinished(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for phrasing in (_NOTE, _DOUBT):
        for found in phrasing.finditer(passage.text):
            yield Finding(*found.span(), f"还没有写完：{passage.around(*found.span())}")
    for found in _BARE.finditer(passage.text):
        before = passage.text[max(0, found.start() - 8) : found.start()]
        if not _IN_USE.search(before):
            yield Finding(*found.span(), f"还没有写完：{passage.around(*found.span())}")


def _personal(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _ID_NUMBER.finditer(passage.text):
        yield Finding(*found.span(), f"写有身份证号：{passage.around(*found.span())}")
    for found in _MOBILE.finditer(passage.text):
        before = passage.text[max(0, found.start() - 12) : found.start()]
        if not _CONTACT.search(before):
            yield Finding(*found.span(), f"写有手机号：{passage.around(*found.span())}")


FAMILY = Family(
    "没有写完的地方",
    (
        Rule(
            key="unfinished",
            title="没有写完",
            severity=Severity.ERROR,
            reason="待核、待补、问号等是写给自己看的",
            source="定稿不能有待补的内容",
            fix="补上，或删去",
            silent="“线索待核实12件”这样的正常说法",
            wrong="盘活农房（待核实）处。",
            right="盘活农房96处。",
            in_passage=_unfinished,
        ),
        Rule(
            key="personal-number",
            title="个人信息",
            reason="身份证号、手机号不写进材料",
            source="《个人信息保护法》",
            fix="删去",
            silent="联系电话",
            wrong="群众张某13800001234反映。",
            right="群众张某反映。",
            in_passage=_personal,
        ),
    ),
)
