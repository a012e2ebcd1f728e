"""人名: what a text says of leaders against the list of leaders that the clerk keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.spots import spot_of
from model.check.subject import Subject
from model.report.leaders import Leader

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖董潘袁蔡蒋余杜叶程魏苏吕丁沈姚卢姜崔钟谭陆"
    "汪范廖贾韦付邹孟熊秦邱侯尹薛闫段雷史陶贺顾毛郝龚邵严赖覃戴莫孔汤"
)
"""Surnames that are hardly any other word before a post."""


def _gone(subject: Subject) -> Iterator[Problem]:
    """A leader who left, named in a text as if in office."""
    for one in subject.left_office:
        said = f"“{one.name}”已于{_month(one)}不再任{one.post}"
        yield from _told(subject, re.compile(rf"(?<![原前]任){re.escape(one.name)}"), said)
        if one.called and not any(other.address == one.address for other in subject.leaders):
            yield from _told(subject, _address(one.surname, one.called), said)


def _mistaken(subject: Subject) -> Iterator[Problem]:
    """A surname before a post that another leader holds alone."""
    for one in subject.leaders:
        if not one.called or sum(other.called == one.called for other in subject.leaders) > 1:
            continue
        known = {other.surname for other in (one, *subject.left_office)}
        others = "".join(sign for sign in _SURNAMES if sign not in known)
        said = f"{one.post}是{one.name}，称“{one.address}”"
        yield from _told(subject, _address(f"[{others}]", one.called), said)


def _wrong_post(subject: Subject) -> Iterator[Problem]:
    """A whole name right behind the post of another leader."""
    posts = {one.post for one in subject.leaders}
    for one in subject.leaders:
        own = {other.post for other in subject.leaders if other.name == one.name}
        others = {post for post in posts if not any(held.endswith(post) for held in own)}
        if others:
            words = "|".join(map(re.escape, sorted(others, key=len, reverse=True)))
            pattern = re.compile(rf"(?<!副)(?:{words}){re.escape(one.name)}")
            yield from _told(subject, pattern, f"{one.name}现任{one.post}")


def _address(surname: str, called: str) -> re.Pattern[str]:
    return re.compile(rf"{surname}{re.escape(called)}")


def _told(subject: Subject, pattern: re.Pattern[str], said: str) -> Iterator[Problem]:
    for paragraph, passage in zip(subject.paragraphs, subject.passages, strict=True):
        for found in pattern.finditer(passage.text):
            spot = spot_of(paragraph, *found.span())
            if spot is not None:
                message = f"“{found[0]}”：{said}：{passage.around(*found.span())}"
                yield LEADERS.problem(spot.place, message)


def _month(one: Leader) -> str:
    return f"{one.until.year}年{one.until.month}月" if one.until else "此前"


def _amiss(subject: Subject) -> Iterator[Problem]:
    for rule in (_gone, _wrong_post, _mistaken):
        yield from rule(subject)


LEADERS = Rule(
    key="leaders",
    title="领导姓名职务与名单不符",
    reason="姓名、职务、称呼和“领导名单”里的不一样，或者人已离任",
    source="“编辑”菜单里的领导名单",
    fix="改姓名或职务；名单不对的，改名单",
    silent="没有建领导名单，或同一称呼有几个人",
    in_report=_amiss,
)
FAMILY = Family("人名", (LEADERS,))
