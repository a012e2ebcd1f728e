"""Every rule: its data, its example, and that none raises on any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.check.passage import Passage, Setting
from model.check.registry import FAMILIES, RULES, in_passage, problems
from model.check.rule import Rule
from model.check.spots import spot_of
from model.compose.compose import compose
from model.document import Paragraph
from tests.check.cases import HITS, SILENT, SILENT_IN_A_SPEECH
from tests.check.clean import clean

SETTING = Setting(2026, (1, 6), "云岭县", "江州市", peers=18)
OF_PASSAGE = [rule for rule in RULES.values() if rule.in_passage is not None]
WITH_EXAMPLE = [rule for rule in OF_PASSAGE if rule.wrong]
SIGNS = (
    "一二三四五六七八九十百千万亿元个家户项人%％个百分点增长下降提高同比较上年去年其中分别约余"
    "左右年月日号全县我市县委书记第位占计划的，。；：、“”《》（）()【】，,;:!?.…-—～"
    "0123456789０９XX□*　 \n"
)
ANY_TEXT = st.text(st.sampled_from(SIGNS), max_size=120) | st.text(max_size=60)


def keys(text: str, setting: Setting = SETTING) -> set[str]:
    return {key for key, _ in in_passage(Passage(text), setting)}


def test_every_rule_has_a_key_of_its_own_and_says_why_and_whereupon() -> None:
    listed = [rule for family in FAMILIES for rule in family.rules]
    assert len({rule.key for rule in listed}) == len(listed) == len(RULES)
    for rule in listed:
        assert rule.title
        assert rule.reason
        assert rule.source
        assert rule.fix
        assert (rule.in_passage is None) != (rule.in_report is None), rule.key


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.key)
def test_an_example_is_found_and_silent_once_it_is_right(rule: Rule) -> None:
    assert rule.key in keys(rule.wrong)
    assert rule.key not in keys(rule.right)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key in HITS for text in HITS[key]])
def test_a_rule_speaks_on_what_is_wrong(key: str, text: str) -> None:
    assert key in keys(text)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key in SILENT for text in SILENT[key]])
def test_a_rule_is_silent_on_what_is_right(key: str, text: str) -> None:
    assert key in RULES
    assert key not in keys(text)


def test_a_speech_may_say_what_a_written_text_may_not() -> None:
    for key, texts in SILENT_IN_A_SPEECH.items():
        for text in texts:
            assert key in keys(text)
            assert key not in keys(text, SETTING._replace(is_speech=True))


@given(ANY_TEXT)
def test_no_rule_raises_on_any_text_and_findings_stand_in_it(text: str) -> None:
    for _, finding in in_passage(Passage(text), SETTING):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.message


@given(ANY_TEXT.filter(lambda text: "{" not in text and "}" not in text))
def test_no_rule_of_a_report_raises_and_every_correction_stands_in_its_text(text: str) -> None:
    project = clean()
    item = project.reports[0].content[1].paragraphs[0][0]  # type: ignore[union-attr]
    changed = item.changed(text=text)
    block = project.reports[0].content[1].changed(paragraphs=((changed,),))
    report = project.reports[0].changed(content=(project.reports[0].content[0], block))
    whole = project.changed(reports=(report,))
    for problem in problems(whole):
        for one in problem.corrections:
            if one.place == "i1.text":
                assert text[one.start : one.end] == one.before


def test_a_place_of_every_paragraph_is_known() -> None:
    project = clean(("i1.text", "{place}位于{superior}，，好{leader}。"))
    for paragraph in compose(project, project.reports[0]).body:
        if isinstance(paragraph, Paragraph):
            for at in range(len(paragraph.text)):
                spot = spot_of(paragraph, at, at + 1)
                assert spot is None or spot.place


def test_a_fault_behind_a_link_has_its_place_in_the_raw_text() -> None:
    text = "{place}位于{superior}西部，，风景好,物产多。"
    project = clean(("i1.text", text))
    found = {one.check: one for one in problems(project) if one.corrections}
    for key, words in (("doubled-mark", "，，"), ("half-width", ",")):
        (one,) = found[key].corrections
        assert (one.place, text[one.start : one.end]) == ("i1.text", words)
