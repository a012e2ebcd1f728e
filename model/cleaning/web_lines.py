"""What a web page puts around a text (网页文字), and watermarks and advertising (水印、广告)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from model.cleaning.edit import Block, Edit, numbered_texts, removals
from model.parse.structure_notes import lines_before_title
from model.values.patterns import pattern

_BUTTON = (
    r"(?:下载|打印|收藏|分享|关闭|返回|返回顶部|首页|纠错|朗读|转发|评论|复制链接|打印本页|关闭窗口|打印此页|关闭本页|"
    r"加入收藏|设为首页|网站地图|联系我们|无障碍|扫一扫|分享到|微信|微博|大|中|小|字体|字号|视力保护色)"
)
_GAP = r"[\s\u3000|｜/·\[\]【】（）()：:]"
_BUTTONS: Final = pattern(rf"{_GAP}{{0,4}}{_BUTTON}(?:{_GAP}{{0,4}}{_BUTTON}){{0,12}}{_GAP}{{0,4}}")
_SURE: Final = pattern(
    r"[\[【（(]? ?字[号体] ?[：:]|(?:当前|您的?|所在)位置[：:]|您?现在的?位置[：:]|首页 ?[>＞»›]|"
    r"(?:浏览|点击|阅读|访问)(?:次数|量|数)?[：:]|(?:责任)?编辑[：:]|分享到[：:]?|扫一扫|信息来源[：:]|"
    r"(?:信息)?索引号[：:]|发布(?:时间|日期|机构)[：:]|上一[篇条][：:]?|下一[篇条][：:]?|版权所有|网站标识码|"
    r".{0,12}ICP备|.{0,12}公网安备|附件下载|主办(?:单位)?[：:].{0,30}承办|打印本页|关闭窗口"
)
_MAYBE: Final = pattern(
    r"(?:文章|稿件)?来源[：:][^。]{0,40}$|(?:时间|日期|作者|发布人|发布者)[：:][^。]{0,30}$|"
    r"20\d\d-\d{1,2}-\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?$"
)
_ENDS_ALL: Final = pattern(
    r"(?:相关(?:文章|阅读|链接|新闻|信息|稿件)|上一[篇条]|下一[篇条]|热门(?:文章|推荐)|猜你喜欢|推荐阅读|友情链接|网站地图|"
    r"版权所有)"
)
_SENTENCE: Final = pattern(r"[。；！？].")
_HEAD_LINES = 15
_TAIL_LINES = 12

_SITE: Final = pattern(r"(?:https?://|www\.)[\w.-]{2,60}(?:/[\w./?=&%-]{0,80})?")
_ADVERTISES: Final = pattern(
    r"(?:本文|文章|资料|内容|文档|转载)(?:来自|来源于|源自|由.{1,20}整理|摘自|转自)|(?:免费|付费|点击|会员|更多.{0,12})下载|"
    r"(?:扫码|长按|微信)?(?:关注|搜索|添加).{0,12}(?:公众号|微信号|小程序)|(?:公众号|微信号?|QQ群?)[：:]|范文(?:网|大全|库)|"
    r"文库(?:网|下载)?$|^.{0,12}文库|仅供(?:学习)?(?:参考|交流)|侵权?(?:必|即|请联系)?删|更多.{0,20}(?:请?(?:访问|关注|登录))|"
    r"(?:水印|试读|试用版|预览版|未注册)"
)
_BRACKETED: Final = pattern(r"[（(【\[][^（）()【】\[\]]{0,60}[）)】\]]")
_NUMBER: Final = pattern(r"\d[万亿个家次件条项%]")
_OFFICIAL = ".gov.cn"
_LONGEST_ADVERTISING = 80


def find_web_lines(blocks: Sequence[Block]) -> list[Edit]:
    """Lines of a web page before the first and after the last sentence of the text."""
    texts = numbered_texts(blocks)
    head, tail = _head(texts), _tail(texts)
    near = set(head) | set(tail)
    sure = {nth for nth in near if _BUTTONS.fullmatch(texts[nth][1]) or _is_sure(texts[nth][1])}
    maybe = {nth for nth in near if _MAYBE.match(texts[nth][1])}
    ending = next((nth for nth in tail if _ENDS_ALL.match(texts[nth][1])), None)
    if ending is not None:
        sure |= set(range(ending, len(texts)))
    sure |= set(range(lines_before_title([text for _, text in texts])))
    if not sure:
        return []
    return removals(texts[nth][0] for nth in sure | maybe)


def _is_sure(text: str) -> bool:
    return len(text) <= 120 and _SURE.match(text) is not None and not _SENTENCE.search(text)


def _head(texts: Sequence[tuple[int, str]]) -> list[int]:
    """The lines before the first sentence."""
    found = []
    for nth, (_, text) in enumerate(texts[:_HEAD_LINES]):
        if _SENTENCE.search(text) or text.endswith("。"):
            break
        found.append(nth)
    return found


def _tail(texts: Sequence[tuple[int, str]]) -> list[int]:
    """The lines after the last sentence; what follows 相关文章 may be many."""
    found: list[int] = []
    for nth in range(len(texts) - 1, -1, -1):
        text = texts[nth][1]
        if _SENTENCE.search(text) or text.endswith(("。", "；")):
            break
        found.insert(0, nth)
    ending = next((nth for nth in found if _ENDS_ALL.match(texts[nth][1])), len(texts))
    return [nth for nth in found if nth >= min(ending, len(texts)) - _TAIL_LINES]


def find_advertising(blocks: Sequence[Block]) -> list[Edit]:
    """Lines that advertise a site, and the addresses of sites inside lines."""
    texts = numbered_texts(blocks)
    sites = Counter(site[0] for _, text in texts for site in _sites(text))
    repeated = {site for site, count in sites.items() if count > 1}
    edits = []
    for place, text in texts:
        cleaned = _BRACKETED.sub(lambda found: "" if _advertises(found[0]) else found[0], text)
        cleaned = _SITE.sub(lambda found: "" if found[0] in repeated else found[0], cleaned).strip()
        if not cleaned or _is_advertising(cleaned):
            edits.append(Edit(place, place + 1))
        elif cleaned != text:
            edits.append(Edit(place, place + 1, (cleaned,)))
    return edits


def _sites(text: str) -> list[re.Match[str]]:
    return [site for site in _SITE.finditer(text) if _OFFICIAL not in site[0]]


def _advertises(text: str) -> bool:
    return bool(_sites(text)) or _ADVERTISES.search(text) is not None


def _is_advertising(text: str) -> bool:
    """Whether a line of its own advertises: short, no number of a report, no official site."""
    if len(text) > _LONGEST_ADVERTISING or _NUMBER.search(text) or _OFFICIAL in text:
        return False
    return _advertises(text)
