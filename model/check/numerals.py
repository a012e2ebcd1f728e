"""数字用法: GB/T 15835. Full-width digits, short years, ranges, dates, doubled units."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from functools import partial

from model.check.passage import Passage, Setting
from model.check.rule import Family, Finding, Rule
from model.values.patterns import pattern

_FULL_DIGITS = pattern(r"[０-９][０-９．，％]*")
_HALF = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_SHORT_YEAR = pattern(
    r"(?<![\d.年第])(?P<year>[12]\d)年(?=\d{1,2}月|上半年|下半年|[一二三四]季度|前三季度|年?底|"
    r"全年)"
)
_RANGE = pattern(
    r"(?<![\d.-])(?P<low>\d+(?:\.\d+)?)(?P<sign>[-－–—~～]|至)(?P<high>\d+(?:\.\d+)?)(?P<unit>%|％)"
)
_RANGE_OF_SCALE = pattern(
    r"(?<![\d.年月日第-])(?P<low>\d+(?:\.\d+)?)(?P<sign>[-－–~～])(?P<high>\d+(?:\.\d+)?)(?P<sc"
    r"ale>万亿|亿|万)(?=[元吨人户亩千平立])"
)
_LEADING_ZERO = pattern(r"(?<![\d.:：/-])0(?=[1-9][月日号])|(?<=[年月])0(?=[1-9][月日号])")
_DAY_SPOKEN = pattern(r"(?<=\d月)(\d{1,2})号|(?<=\d月份)(\d{1,2})号")
_BARE_POINT = pattern(r"(?<![\d.．a-zA-Z一二三四五六七八九十）)])\.(?=\d+(?:%|个百分点|[万亿]))")
_MIXED_DATE = pattern(
    r"\d{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?|"
    r"二零[一二三][零〇一二三四五六七八九]年|"
    r"[一二][〇○零一二三四五六七八九]{3}年\d{1,2}月|\d{1,2}月[一二三四五六七八九十]{1,3}日"
)
_DATE = pattern(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?<![\d—–-])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
)
_TWICE = pattern(
    r"(?:[%％]{2,}|‰‰|个百分点个百分点|个个(?=百分点)|[%％]个?百分点|元元|亿亿|"
    r"万万(?=[元人亩吨户])|亿元亿|万元万|[万亿]元人?民?币?元"
    r"|(?<=\d)(?:个个|家家|户户|项项|件件|人人|亩亩|吨吨|位位|天天|名名|"
    r"处处)(?![\u4e00-\u9fff]{0,2}[通有皆都知出安争])|公里里|平方米米)"
)
_ANY_TWICE = pattern(
    r"(?<=\d)[万亿]?(?P<unit>[\u4e00-\u9fff]{1,5})(?P=unit)(?=[，。；、：）]|$)"
    r"|(?<=\d)(?:亿万|万亿亿)元|人次次|(?<=百分)点点|(?<=\d)公里里"
)
_DOCUMENT = pattern(
    r"(?<=[\u4e00-\u9fff])(?P<open>[\[［【（(〔])(?P<year>(?:19|20)\d\d)(?P<close>[\]］】）)〕])"
    r"(?P<nth>第?)(?P<zero>0*)(?P<number>[1-9]\d*)号"
)
_SPAN = pattern(
    r"(?<![年\d])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?(?:至|到|—|-|～|~)"
    r"(?P<last>\d{1,2})月(?:(?P<last_day>\d{1,2})日)?"
)
_CHINESE_PERCENT = pattern(r"百分之\d+(?:\.\d+)?[%％]?")
_TWO_POINTS = pattern(r"(?<![\d.])\d+\.\d+\.\d+(?=%|％|[万亿]|个百分点)")


def _full_digits(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _FULL_DIGITS.finditer(passage.text):
        at = found.span()
        after = found[0].translate(_HALF)
        yield Finding(*at, f"用了全角数字：{passage.around(*at)}", after=after)


def _short_year(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _SHORT_YEAR.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"年份没有写全：{passage.around(*at)}", after=f"20{found[0]}")


def _ranges(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _RANGE.finditer(passage.text):
        at = found.span()
        after = f"{found['low']}%～{found['high']}%"
        yield Finding(*at, f"范围的两头都要带%：{passage.around(*at)}", after=after)
    for found in _RANGE_OF_SCALE.finditer(passage.text):
        at = found.span()
        scale = found["scale"]
        after = f"{found['low']}{scale}～{found['high']}{scale}"
        yield Finding(*at, f"范围的两头都要带“{scale}”：{passage.around(*at)}", after=after)


def _leading_zero(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _LEADING_ZERO.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"月、日前不加0：{passage.around(*at)}", after="")


def _spoken_day(passage: Passage, setting: Setting) -> Iterator[Finding]:
    if setting.is_speech:
        return
    for found in _DAY_SPOKEN.finditer(passage.text):
        at = found.end() - 1, found.end()
        yield Finding(*at, f"书面用“日”：{passage.around(*at)}", after="日")


def _bare_point(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _BARE_POINT.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"小数点前要写0：{passage.around(*at)}", after="0.")


def _mixed_date(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for found in _MIXED_DATE.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"同一个日期里数字写法不一：{passage.around(*at)}")


def _no_such_day(passage: Passage, setting: Setting) -> Iterator[Finding]:
    for found in _DATE.finditer(passage.text):
        month, day = int(found["month"]), int(found["day"] or 1)
        year = int(found["year"] or setting.year)
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            at = found.span()
            yield Finding(*at, f"没有这一天：{passage.around(*at)}")


def _unit_twice(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    for phrasing in (_TWICE, _ANY_TWICE, _CHINESE_PERCENT):
        for found in phrasing.finditer(passage.text):
            at = found.span()
            is_sign = set(found[0]) <= {"%", "％"}
            after = found[0][0] if is_sign else None
            yield Finding(*at, f"单位重复：{passage.around(*at)}", after=after)
    for found in _TWO_POINTS.finditer(passage.text):
        at = found.span()
        yield Finding(*at, f"数里有两个小数点：{passage.around(*at)}")


def _document_number(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """发文字号: 云政发〔2026〕8号."""
    for found in _DOCUMENT.finditer(passage.text):
        after = f"〔{found['year']}〕{found['number']}号"
        if found[0] != after:
            at = found.span()
            yield Finding(*at, f"发文字号应写作“{after}”：{passage.around(*at)}", after=after)


def _reversed_span(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """5月至3月; a winter goes on into the next year."""
    for found in _SPAN.finditer(passage.text):
        first = int(found["month"]), int(found["day"] or 1)
        last = int(found["last"]), int(found["last_day"] or 31)
        is_winter = first[0] >= 9 and last[0] <= 6
        if last < first and not is_winter and max(first[0], last[0]) <= 12:
            at = found.span()
            yield Finding(*at, f"时间前后颠倒：{passage.around(*at)}")


_form = partial(Rule, merged=True, source="GB/T 15835—2011")

FAMILY = Family(
    "数字用法",
    (
        _form(
            key="full-width-digits",
            title="全角数字",
            reason="数字用半角",
            fix="改成半角",
            wrong="包联项目８６个。",
            right="包联项目86个。",
            in_passage=_full_digits,
        ),
        _form(
            key="short-year",
            title="年份不全",
            reason="公历年份写全四位",
            fix="写成四位",
            silent="从教26年这样的时长",
            wrong="26年6月开工。",
            right="2026年6月开工。",
            in_passage=_short_year,
        ),
        _form(
            key="range",
            title="范围的写法",
            reason="两个数值的附加符号或计量单位不能省略前一个",
            fix="两头都带上，用“～”",
            silent="1—5月这样的时段、日期、编号",
            wrong="增长5-10%。",
            right="增长5%～10%。",
            in_passage=_ranges,
        ),
        _form(
            key="leading-zero",
            title="月、日前的0",
            reason="月、日不编虚位",
            fix="删去0",
            wrong="2026年08月开工。",
            right="2026年8月开工。",
            in_passage=_leading_zero,
        ),
        _form(
            key="spoken-day",
            title="“号”与“日”",
            reason="书面日期用“日”",
            fix="改成“日”",
            silent="讲话稿",
            wrong="截至6月30号。",
            right="截至6月30日。",
            in_passage=_spoken_day,
        ),
        _form(
            key="bare-point",
            title="小数点前缺0",
            reason="小于1的小数要写出0",
            fix="补上0",
            wrong="提高.5个百分点。",
            right="提高0.5个百分点。",
            in_passage=_bare_point,
        ),
        _form(
            key="mixed-date",
            title="日期数字写法不一",
            reason="同一日期里要么都用阿拉伯数字，要么都用汉字",
            fix="改成一种写法",
            wrong="2026年六月5日。",
            right="2026年6月5日。",
            in_passage=_mixed_date,
        ),
        Rule(
            key="no-such-day",
            title="没有这一天",
            reason="日历上没有这个日期",
            source="日历",
            fix="核对日期",
            wrong="6月31日前完成。",
            right="6月30日前完成。",
            in_passage=_no_such_day,
        ),
        _form(
            key="document-number",
            title="发文字号",
            reason="年份用六角括号，编号不加“第”、不编虚位",
            source="《党政机关公文格式》（GB/T 9704—2012）7.2.5",
            fix="改成〔2026〕8号这样的写法",
            wrong="印发《方案》（云政发[2026]008号）。",
            right="印发《方案》（云政发〔2026〕8号）。",
            in_passage=_document_number,
        ),
        _form(
            key="reversed-span",
            title="起止时间颠倒",
            reason="开始的时间比结束的晚",
            source="日历",
            fix="核对起止时间",
            silent="跨年的冬春",
            wrong="6月15日至6月5日实行错峰生产。",
            right="6月5日至6月15日实行错峰生产。",
            in_passage=_reversed_span,
        ),
        _form(
            key="unit-twice",
            title="单位重复",
            reason="单位或符号写了两遍",
            fix="删去一个",
            wrong="增长8.3%%。",
            right="增长8.3%。",
            in_passage=_unit_twice,
        ),
    ),
    at_once=True,
)
