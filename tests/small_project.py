"""A small project with one of everything, and short ways to change and read it in tests."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from model.compose.compose import compose
from model.document import Document, Paragraph, Span, Table
from model.entry.apply import Assignment, set_values
from model.report.project import Project
from model.report.tree import find
from tests.samples import example

TODAY = date(2026, 7, 3)

INDICATORS: list[dict[str, Any]] = [
    {"id": "revenue", "name": "一般公共预算收入", "unit": "亿元", "growth": "nominal",
     "target": "total", "supplier": "财政局", "order": 2},
    {"id": "tax", "name": "税收收入", "unit": "亿元", "growth": "nominal", "part_of": "revenue",
     "order": 3},
    {"id": "gdp", "name": "地区生产总值", "unit": "亿元", "growth": "constant_price",
     "target": "growth", "order": 1},
    {"id": "deposits", "name": "住户存款余额", "unit": "亿元", "flow": "stock",
     "growth": "nominal", "order": 4},
    {"id": "industry", "name": "规模以上工业增加值", "unit": "%", "measure": "growth_only",
     "growth": "constant_price", "order": 5},
    {"id": "urban-rate", "name": "城镇化率", "unit": "%", "measure": "rate", "flow": "ratio",
     "growth": "points", "order": 6},
]  # fmt: skip

CONTENT: list[dict[str, Any]] = [
    {"kind": "section", "id": "s1", "heading": {"marker": {"style": "一、"}, "text": "经济运行"},
     "content": [
         {"kind": "indicators", "id": "b1", "opening": "{period}，",
          "use": [{"id": "u1", "indicator": "gdp"}, {"id": "u2", "indicator": "revenue",
                   "parts": [{"id": "u3", "indicator": "tax"}]}]},
         {"kind": "text", "id": "b2", "paragraphs": [
             [{"id": "i1", "marker": {"style": "一是"}, "lead": "项目推进有力。",
               "text": "新建项目XX个，完成投资3.5亿元，同比增长7.3%和9.1%。"},
              {"id": "i2", "marker": {"style": "一是"}, "lead": None,
               "text": "{leader}到会，预算收入{@revenue.yoy}，同比增长2.5%。"}],
             [{"id": "i3", "marker": None, "lead": None, "text": "在X月召开会议。"}]]}]},
    {"kind": "section", "id": "s2", "heading": {"marker": {"style": "一、"}, "text": "下步打算"},
     "content": [
         {"kind": "tasks", "id": "b3", "opening": "要抓好以下工作：", "tasks": [
             {"id": "t1", "marker": {"style": "一是"}, "lead": ["住建局"], "support": [],
              "deadline": "", "text": "改造老旧小区{quantity}，惠及居民XX户", "unit": "个"},
             {"id": "t2", "marker": {"style": "一是"}, "text": "抓好防汛。"}]},
         {"kind": "outlook", "id": "b4", "groups": [
             {"id": "g1", "outlook": "ahead", "marker": {"style": "一是"},
              "text": "提前实现的有{count}项。", "use": [{"id": "u4", "indicator": "deposits"}]},
             {"id": "g2", "outlook": "hard", "marker": {"style": "一是"},
              "text": "有困难的有{count}项。", "use": []}]},
         {"kind": "table", "id": "b5", "caption": "重点项目表", "columns": [
             {"key": "name", "title": "项目", "kind": "text"},
             {"key": "plan", "title": "年度计划", "kind": "money", "unit": "亿元"},
             {"key": "done", "title": "已完成", "kind": "money", "unit": "亿元"},
             {"key": "progress", "title": "进度", "kind": "percent", "unit": "%",
              "share_of": ["done", "plan"]},
             {"key": "opens", "title": "开工时间", "kind": "date"}],
          "rows": [{"id": "w1", "cells": ["茶产业园"]}]}]},
]  # fmt: skip

FIELDS: list[dict[str, Any]] = [
    {"id": "leader", "label": "领导", "kind": "text"},
    {"id": "meeting-day", "label": "开会日期", "kind": "date"},
    {"id": "towns", "label": "镇", "kind": "integer", "unit": "个"},
    {"id": "area", "label": "面积", "kind": "decimal", "unit": "平方公里"},
    {"id": "share", "label": "占比", "kind": "percent", "unit": "%"},
    {"id": "rise", "label": "升降", "kind": "points", "unit": "个百分点"},
    {"id": "money", "label": "资金", "kind": "money", "unit": "亿元"},
    {"id": "since", "label": "时段", "kind": "period"},
    {"id": "tone", "label": "语气", "kind": "choice", "choices": ["平稳", "较快"]},
    {"id": "place-in-city", "label": "位次", "kind": "rank"},
    {"id": "offices", "label": "单位", "kind": "departments"},
    {"id": "story", "label": "情况", "kind": "prose"},
    {"id": "note", "label": "备注", "kind": "text", "required": False},
]  # fmt: skip


def small(content: list[dict[str, Any]] | None = None, **changes: Any) -> Project:
    """The small project; `content` in the place of its own, other keys as they are named."""
    report = {
        "id": "r1", "template": {"key": "work-briefing", "version": 1}, "name": "汇报",
        "front": {"title": "{place}工作汇报", "closing": "汇报完毕。"},
        "content": CONTENT if content is None else content,
    }  # fmt: skip
    return Project.model_validate(
        {
            "format": "xugao-project", "version": 2, "id": "p1",
            "organization": {"name": "云岭县", "superior": "江州市", "peers": 18},
            "period": "2026-H1", "fields": FIELDS, "indicators": INDICATORS,
            "reports": [report | changes.pop("report", {})],
        }
        | changes
    )  # fmt: skip


def put(project: Project, *typed: tuple[str, str] | Assignment) -> Project:
    """The project with values set by place, all in one call."""
    return set_values(project, [Assignment(*one) for one in typed], TODAY)


def document(project: Project) -> Document:
    return compose(project, project.reports[0])


def text(project: Project) -> str:
    return document(project).text


def line(project: Project, start: str) -> str:
    """The composed paragraph that begins with `start`."""
    return next(one for one in text(project).splitlines() if one.startswith(start))


def spans_of(made: Document) -> list[Span]:
    """All spans of a document, those of table cells included."""
    spans: list[Span] = []
    for block in made.body:
        if isinstance(block, Paragraph):
            spans += block.spans
        elif isinstance(block, Table):
            spans += [span for row in block.rows for cell in row for span in cell.spans]
    return spans


def record(project: Project, id_: str) -> Any:
    """The record with this id; a test fails where there is none."""
    found = find(project, id_)
    assert found is not None, id_
    return found


@cache
def full(key: str) -> Project:
    """A full example, made once."""
    return example(key)
