"""重复和过长: a sentence twice, words twice, paragraphs and sentences beyond reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.check.passage import Passage, Setting, sentences
from model.check.problem import Problem, Severity
from model.check.rule import Family, Finding, Rule
from model.check.spots import spot_of
from model.check.subject import Subject
from model.document import Role
from model.values.patterns import pattern

_LEAST = 16
_CLOSING = pattern(
    r"请(?:予|各位[^，。]{0,8})?(?:批评指正|审议|审阅)|(?:汇报|报告)完毕|特此报告|谢谢大家"
)
_PARAGRAPH, _SENTENCE = 1000, 250
_WORD_TWICE = pattern(
    r"的的(?!确)|了了(?!解|[断结])|和和(?![睦气美])|及及|与与|(?<!实)在在|为为|被被|把把|将将|"
    r"对对(?!联)|从从|是是(?!非)|我我|要要(?!求)|也也|就就(?!业)|等等等|不不(?!断)"
    r"|(?:取得|实现|完成|得到)了的(?!是)|一心一心|作为作为|为中心为中心|(?P<of>[为以在把][\u4e00-\u9fff]{2,4})(?P=of)(?=[，。；])|"
    r"(?P<word>不断|扎实|稳步|切实|努力|全力|大力|有效|有力|着力|精心|统筹|优化|完善|健全|创新|改革|保障|提升|强化|"
    r"聚焦|紧盯|围绕|突出|整治|治理|排查|整改|督查|检查|指导|强调|指出|要求|认为|明确|提出|帮扶|培训|投资|招商|产业|群众|干部|党员|部门|单位|增长|下降|提高|完成|实现|同比|推进|加快|开展|工作|项目|全县|全市|我县|我市|企业|"
    r"累计|建设|达到|新增|落实|坚持|深入|持续|进一步|上半年|全面|强化|加强|推动|积极|认真|发展|"
    r"服务|管理)(?P=word)"
)
_CLAUSE_TWICE = pattern(
    r"(?:^|(?<=[，。；：、]))(?P<half>[^，。；：、*＊XxＸ]{5,40})[，；、。](?P=half)(?=[，。；、]|$)"
)
_PAIR_TWICE = pattern(r"(?P<word>[\u4e00-\u9fff]{2})(?P=word)(?=[，。；、：）]|$)")
_MAY_TWICE = pattern(r"一|级|研究|讨论|商量|学习|考虑|辛苦")
_SIGN_TWICE = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?P<word>[\u4e00-\u9fff])(?P=word)(?=[，。；、：）]|$)"
)
_OFTEN_TWICE = frozenset(
    "人事家处天年月日常渐稳牢大多深紧久星妈爸哥姐弟妹明时刻个户村条种代块样滚熊欣孜兢勤扎实轰源井斤"
    "层件项点步门乡县镇线环关户次回句字篇页本章节色声口手头心面队组班队排厂校店楼栋院园田山水路桥"
    "谢看想说走试问聊谈听早好慢快悄默匆纷频屡往每仅偏刚恰等奶太公婆爷叔舅娃宝隆朗堂滔洋茫蒙昏沉"
    "连累缕历区声丝寸比株棵粒颗团阵趟遍幅套册批桩宗笔单双对"
    "青绿红白黑黄圆弯高低长短粗细满空清浊冷热辣甜酸苦香臭"
)
_STOP = pattern(r"[；;：:。！？]")


def _sentence_twice(subject: Subject) -> Iterator[Problem]:
    """The same sentence at another place of the report."""
    known: dict[str, str] = {}
    for paragraph, passage in subject.prose():
        for start, end in sentences(passage.text):
            words = _plain(passage, start, end)
            if len(words) < _LEAST or words[-1] not in "。！？" or _CLOSING.search(words):
                continue
            if words in known:
                spot = spot_of(paragraph, start, end)
                if spot is not None:
                    said = f"这一句前面已有：“{words[:24]}{'…' if len(words) > 24 else ''}”"
                    yield TWICE.problem(spot.place, said)
            known.setdefault(words, words)


def _plain(passage: Passage, start: int, end: int) -> str:
    """The words of a sentence without the sign that opens it."""
    for begins, ends in passage.signs:
        if start <= begins < end:
            start = max(start, ends)
    return passage.text[start:end].strip(" \u3000”’）)")


def _word_twice(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _WORD_TWICE.finditer(passage.text):
        half = found["word"] or None
        yield Finding(*found.span(), f"字词重复：{passage.around(*found.span())}", after=half)


def _at_the_stop(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """A clause, a word or a sign said twice before a mark: there no other word begins with it."""
    for phrasing in (_CLAUSE_TWICE, _PAIR_TWICE, _SIGN_TWICE):
        for found in phrasing.finditer(passage.text):
            word = found[1]
            if phrasing is _PAIR_TWICE and (_MAY_TWICE.search(word) or word[0] == word[1]):
                continue
            if phrasing is _SIGN_TWICE and (word in _OFTEN_TWICE or _is_aabb(passage, found)):
                continue
            yield Finding(*found.span(), f"重复：{passage.around(*found.span())}", after=found[1])


def _is_aabb(passage: Passage, found: re.Match[str]) -> bool:
    """老老实实, 方方面面."""
    at = found.start()
    return passage.text[at - 1] == passage.text[at - 2]


def _too_long(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Half as long for a speech, which is heard and not read."""
    if passage.role is not Role.BODY:
        return
    share = 2 if setting.is_speech else 1
    if len(passage.text) > _PARAGRAPH:
        yield Finding(0, 1, f"这一段有{len(passage.text)}字：{passage.text[:20]}…")
    for start, end in sentences(passage.text):
        at = start
        for stop in [*(one.end() for one in _STOP.finditer(passage.text, start, end)), end]:
            if stop - at > _SENTENCE // share * 1 and not _is_figures(passage, at, stop):
                yield Finding(at, at + 1, f"这一句有{stop - at}字：{passage.text[at : at + 20]}…")
            at = stop


def _is_figures(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence lists values, or things with pauses, which is read in pieces."""
    figures = sum(start <= figure.start < end for figure in passage.figures)
    return figures >= 6 or passage.text.count("、", start, end) >= 12


TWICE = Rule(
    key="sentence-twice",
    title="一句话写了两遍",
    reason="同一句话在文中出现两次",
    source="字数16字以上、一字不差",
    fix="删去一处",
    silent="短句、标题、“汇报完毕，请批评指正”这样的结尾",
    wrong="各项工作取得新的明显成效，群众满意。各项工作取得新的明显成效，群众满意。",
    right="各项工作取得新的明显成效，群众满意。",
    in_report=_sentence_twice,
)
FAMILY = Family(
    "重复和过长",
    (
        TWICE,
        Rule(
            key="word-twice",
            title="字词重复",
            reason="同一个词连写了两遍",
            source="汉语语法",
            fix="删去一个",
            silent="了解、和睦等词",
            wrong="进一步的的提高。",
            right="进一步的提高。",
            in_passage=_word_twice,
        ),
        Rule(
            key="said-twice",
            title="停顿前重复",
            reason="标点前的半句、词或字写了两遍",
            source="汉语语法",
            fix="删去一遍",
            silent="人人、老老实实、研究研究这样的叠词",
            wrong="在县委坚强领导下下，新增学位720个，新增学位720个。",
            right="在县委坚强领导下，新增学位720个。",
            in_passage=_at_the_stop,
        ),
        Rule(
            key="too-long",
            title="段或句太长",
            severity=Severity.INFO,
            reason="读起来吃力",
            source="段1000字、句250字以上；讲话的句子减半",
            fix="分成几段或几句",
            silent="列举许多数的句子",
            in_passage=_too_long,
        ),
    ),
)
