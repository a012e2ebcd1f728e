"""上期、别处留下的话: old years, other spans, other places, people who hold no such post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from model.check.passage import Passage, Setting, Span, sentences
from model.check.rule import Family, Finding, Rule
from model.document import Role
from model.values.patterns import pattern

_OLD_YEAR = pattern(
    r"(?:^|(?<=[。；，：:]))(?P<year>20\d\d)年(?:上半年|一季度|第一季度|前三季度|1[-—]\d{1,2}月)?(?:，|来，)?"
    r"(?=全[县市区州](?!范围)|我[县市区州](?!获|被|荣|在|成)|(?:累计|共计?)?(?:列入|完成|实现|"
    r"安排|计划|力争|预计|新增|新建|新开工|计划投资|开工)|我们(?!获|被|荣)|各级各部门)"
)
_HISTORY = pattern(
    r"以来|至今|至20|[—-]20|历史|当年|先后|荣获|获得|获评|获批|被评|被列|授予|命名|末|基数|同期|"
    r"较|比|相比|去年|上年|首次|曾|前年|五年|三年|回顾|起|核实|修订|核算"
)
_YEAR = pattern(r"(?<![\d—-])(?P<year>20\d\d)年")
_SPAN_WORDS = {"一季度": 3, "上半年": 6, "前三季度": 9}
_SPAN = pattern(
    r"(?:^|(?<=[。；，]))(?:今年)?(?P<word>一季度|第一季度|上半年|前三季度|"
    r"1[-至到](?P<month>\d{1,2})月份?)，?"
    r"(?P<verb>共计?|累计|全[县市区]|我[县市区]|新增|新开工|完成|实现|召开|开展|组织)"
)
_OTHER_TIME = pattern(
    r"较|比|与|同期|上季|环比|去年|上年|计划|目标|力争|确保|预计|二季度|三季度|四季度|下半年|"
    r"分别|\d月"
)
_RESULT = pattern(r"\d")
_PLACE_AHEAD = pattern(
    r"(?:^|(?<=[。；，：、“（\s]))(?P<name>[\u4e00-\u9fff]{2}[县市区州旗])"
    r"(?=位于|地处|上下|境内|域内|坚持|紧紧|认真|深入|全面|经济|地区生产总值|始终|立足|聚焦|"
    r"扎实|积极|人民政府|县委|区委|委、|委高度|委认真|政府高度|高度重视|把|统筹|牢牢|广大|各级|党员|干部|"
    r"各项|全体|抢抓|紧扣|围绕|锚定|大力|持续|切实|着力|以|第[一二三四五六七八九十]{1,3}[次届]|高质量发展|经济社会)"
    r"|(?:推动|促进|助力|建设|推进|实现|为|谱写|开创|在)(?P<later>[\u4e00-\u9fff]{2}[县市区州旗])(?=高质量发展|委、县政府|委县政府|委的|委、县政府的|人民的|"
    r"经济社会|各项事业|新篇章|振兴|跨越|加快发展|全面发展|转型)"
)
_LINE_PLACE = pattern(r"(?P<name>[\u4e00-\u9fff]{2,3}[县市区州旗])(?=人民政府|委|政府|20\d\d年)")
_OWN_WORDS = pattern(
    r"^(?:围绕|是|使|让|为|我|全|各|该|本|两|邻|外|此|某|省|市|县|区|州|中共|在|对|由|向|和|与|及|从|以|"
    r"经|县委|原|新|老|同)|[省市县][市县区]$|(?:都|城|郊|景|园|灾|社|牧|林|山|库|地|小|片|校|厂|"
    r"辖|东|西|南|北|中|市辖|开发|示范|功能|工业|试验|新)区$|城市$|都市$|夜市$|超市$|"
    r"[上入股门花]市$"
)
_LINES = (Role.TITLE, Role.SUBTITLE, Role.SIGNATURE, Role.SEALED_SIGNATURE)
_OUR = pattern(r"我(?P<kind>[县市区州旗])(?![区市内场])")
_QUOTES = pattern(r"“[^”]*”|《[^》]*》")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢"
    "蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟"
    "龙万段漕钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂"
    "丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴"
    "席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕"
    "晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜"
    "鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习"
    "胥保和蔺"
)
_PERSON = pattern(
    rf"(?P<surname>[{_SURNAMES}])(?P<post>副?(?:市长|县长|区长|州长|省长))(?![助室办])"
)


def _old_year(passage: Passage, setting: Setting) -> Iterator[Finding]:
    text = passage.text
    quoted = _quoted(text)
    for found in _OLD_YEAR.finditer(text):
        year = int(found["year"])
        if year >= setting.year or _inside(quoted, found.start()):
            continue
        start, end = _sentence(text, found.start())
        clause = text[found.end() : end].split("，", 1)[0]
        own = {int(one["year"]) for one in _YEAR.finditer(text, start, end)}
        if _HISTORY.search(clause) or len(own) > 1 or _HISTORY.search(text[start : found.start()]):
            continue
        at = found.start(), found.start() + 5
        yield Finding(*at, f"{year}年，这份材料是{setting.year}年的：{passage.around(*at)}")


def _old_year_in_lines(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """A title of another year, or the place of others in a title or signature."""
    if passage.role not in (Role.TITLE, Role.SUBTITLE):
        return
    years = {int(found["year"]): found for found in _YEAR.finditer(passage.text)}
    if years and setting.year not in years and max(years) < setting.year:
        found = years[max(years)]
        told = f"题目里写的是{max(years)}年，这份材料是{setting.year}年的"
        yield Finding(*found.span(), f"{told}：{passage.around(*found.span())}")


def _other_span(passage: Passage, setting: Setting) -> Iterator[Finding]:
    if setting.months[0] != 1 or setting.months[1] == 12:
        return
    folded = passage.folded
    for found in _SPAN.finditer(folded):
        last = (
            int(found["month"]) if found["month"] else _SPAN_WORDS[found["word"].removeprefix("第")]
        )
        if last == setting.months[1] or any(a <= found.start("word") < b for a, b in passage.made):
            continue
        start, end = _sentence(folded, found.start("word"))
        before, after = folded[start : found.start("word")], folded[found.end("word") : end]
        clause = re.split(r"[，；。]", after.lstrip("，"), maxsplit=1)[0]
        if _OTHER_TIME.search(clause) or _OTHER_TIME.search(before):
            continue
        if not _RESULT.search(clause) or re.search(r"季度|半年|全年", before + after):
            continue
        at = found.span("word")
        yield Finding(*at, f"这份材料写的是{_span_name(setting)}：{passage.around(*at)}")


def _span_name(setting: Setting) -> str:
    named = {3: "一季度", 6: "上半年", 9: "前三季度"}
    last = setting.months[1]
    return named.get(last, f"1—{last}月")


def _other_place(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Another place's name where our own would stand."""
    if len(setting.place) < 2:
        return
    quoted = _quoted(passage.text)
    for found in _PLACE_AHEAD.finditer(passage.text):
        group = "name" if found["name"] else "later"
        at = found.span(group)
        if _is_ours(found[group], setting) or _inside(quoted, at[0]):
            continue
        yield Finding(*at, f"是不是“{setting.place}”：{passage.around(*at)}")
    if passage.role in _LINES and setting.place not in passage.text:
        for found in _LINE_PLACE.finditer(passage.text):
            if not _is_ours(found["name"], setting):
                at = found.span("name")
                yield Finding(*at, f"是不是“{setting.place}”：{passage.around(*at)}")
    for start, end in _almost(passage.text, setting.place):
        at = start, end
        if not _inside(quoted, start):
            yield Finding(
                *at, f"是不是“{setting.place}”：{passage.around(*at)}", after=setting.place
            )


def _is_ours(name: str, setting: Setting) -> bool:
    if _OWN_WORDS.search(name):
        return True
    known = (setting.place, setting.superior, *setting.names)
    return any(name in one or (one and one in name) for one in known)


@lru_cache(maxsize=2048)
def _almost(text: str, place: str) -> tuple[Span, ...]:
    """Where a name of three signs or more stands with one of them wrong."""
    if len(place) < 3 or place[-1] not in "县市区州旗":
        return ()
    stem = place[:-1]
    found = []
    for kind in "县市区州":
        if kind != place[-1]:
            found += [
                (at.start(), at.end())
                for at in re.finditer(rf"{re.escape(stem)}{kind}(?![委政长城内外域直属场民])", text)
            ]
    return tuple(found)


def _our_kind(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """我市 in a county's text; a county-level city says 我市."""
    kind = setting.place[-1:]
    if kind not in tuple("县市区州旗"):
        return
    quoted = _quoted(passage.text)
    for found in _OUR.finditer(passage.text):
        if found["kind"] != kind and not _inside(quoted, found.start()):
            at = found.span()
            told = f"{setting.place}应当说“我{kind}”"
            yield Finding(*at, f"{told}：{passage.around(*at)}", after=f"我{kind}")


def _other_person(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """A surname with a post that somebody else holds."""
    known = _people(setting.names)
    if not known:
        return
    for found in _PERSON.finditer(passage.text):
        post, surname = found["post"].removeprefix("副"), found["surname"]
        holders = known.get(post)
        if not holders or surname in holders:
            continue
        before = passage.text[max(0, found.start() - 4) : found.start()]
        if re.search(r"[县市区州省原副]$|时任$", before):
            continue
        at = found.span()
        told = f"这份材料里是{'、'.join(f'{one}{post}' for one in sorted(holders))}"
        yield Finding(*at, f"{told}：{passage.around(*at)}")


@lru_cache(maxsize=64)
def _people(names: tuple[str, ...]) -> dict[str, set[str]]:
    """Who holds which post, as the project's fields say: 王市长."""
    known: dict[str, set[str]] = {}
    for name in names:
        for found in _PERSON.finditer(name):
            known.setdefault(found["post"].removeprefix("副"), set()).add(found["surname"])
    return known


def _sentence(text: str, at: int) -> Span:
    return next((span for span in sentences(text) if span[0] <= at < span[1]), (0, len(text)))


def _quoted(text: str) -> list[Span]:
    return [found.span() for found in _QUOTES.finditer(text)]


def _inside(spans: list[Span], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


FAMILY = Family(
    "上期和别处留下的话",
    (
        Rule(
            key="old-year",
            title="旧年份",
            reason="句首的年份比这份材料的早，又不像在说往事",
            source="与基本情况里的地方、报告期一致",
            fix="核对年份",
            silent="以来、年度、税收、项目、获得、与上年相比；书名号里",
            wrong="2025年，全县列入省重点项目14个。",
            right="2026年，全县列入省重点项目14个。",
            in_passage=_old_year,
        ),
        Rule(
            key="old-year-in-title",
            title="题目里的旧年份",
            reason="题目的年份比这份材料的早",
            source="与基本情况里的地方、报告期一致",
            fix="核对年份",
            in_passage=_old_year_in_lines,
        ),
        Rule(
            key="other-span",
            title="别的时段",
            reason="句首的时段不是这份材料的",
            source="与基本情况里的地方、报告期一致",
            fix="核对时段",
            silent="比较、计划、分期说的句子，全年的材料",
            wrong="一季度共召开调度会14次。",
            right="上半年共召开调度会14次。",
            in_passage=_other_span,
        ),
        Rule(
            key="other-place",
            title="别处地名",
            reason="该写自己地名的地方写了别处的",
            source="与基本情况里的地方、报告期一致",
            fix="核对地名",
            silent="上级、字段里有的地名；引号里",
            wrong="青山县位于江州市西北部。",
            right="云岭县位于江州市西北部。",
            in_passage=_other_place,
        ),
        Rule(
            key="our-kind",
            merged=True,
            title="我县、我市",
            reason="县里的材料说我县，市里的说我市",
            source="与基本情况里的地方、报告期一致",
            fix="改正",
            silent="引号里",
            wrong="我市坚持稳中求进。",
            right="我县坚持稳中求进。",
            in_passage=_our_kind,
        ),
        Rule(
            key="other-person",
            title="称呼前后不一",
            reason="这个职务在这份材料里是另一个人",
            source="与字段里的领导称呼一致",
            fix="核对姓氏和职务",
            silent="字段里有的人，别处的领导",
            in_passage=_other_person,
        ),
    ),
)
