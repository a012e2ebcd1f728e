"""文中的比例: done of begun, the rate that is said, parts of a whole, shares and averages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from model.check.passage import Passage, Setting, sentences
from model.check.rule import Family, Finding, Rule
from model.values.number import tolerance, written
from model.values.patterns import pattern
from model.values.units import comparable, convert
from model.wording.finding.figures import Figure, value_of

_DONE = (
    r"办结|化解|整改(?:完成|到位|销号)?|销号|解决|完成(?:整改|治理|改造|建设)?|建成|开工|复工|"
    r"竣工|整治|处置|修复|兑现|"
    r"拆除|交付|办理|答复|回访|清退|关停|改造|治理|投产|落地|签约|入库|封顶|验收|查处|清偿|脱贫|"
    r"恢复建设|调处成功|调解成功|调处|恢复生产|调解|受理|达标|归还|办复|答复|核处|核查|查结|审结|执结|"
    r"消除|消号|清零|清理|清收|追回|分流|安置|搬迁|退还|回复|打通|疏浚|加固|腾退|盘活|完工|投用|"
    r"启用|通车|出让|供地|兑付|化减|破获|侦破|起诉|判决|安装|更换|采纳|处理|纠正|关闭|取缔|移交|办证|搬迁入园|入园|督促整改|督改|缴费|接种|检测|救助|认定|审批|拨付|销户|迁出|改建|拆改"
)
_THEN_DONE = pattern(
    rf"(?P<noun>[^，。;:、()\d]{{0,22}})(?:[，、(](?:其中|目前|现|截至目前|现已|均|共|全部|"
    rf"上半年|今年以来)*[，]?)?(?:[^，。;:、()\d]{{2,14}}，(?=(?:目前|现|截至目前)?已))?(?:目前|现)?"
    rf"(?P<already>已经?|均已|现已|目前已|已全部|累计已)?(?:按时|按期|及时|如期|依法|全部|成功|现场)?"
    rf"(?P<verb>{_DONE})(?:完成|完毕|到位|结束)?了?(?P<of>[^，。"
    rf";:、()\d]{{0,4}})"
)
_DUE_AND_DONE = pattern(
    r"应(?P<verb>[\u4e00-\u9fff]{1,2}?)[^，。;:、\d]{0,6}(?P<due>\d+(?:\.\d+)?)"
    r"(?P<unit>[\u4e00-\u9fff]{1,3})，"
    r"(?P<did>(?:已|实际?|完成)(?P=verb))[^，。;:、\d]{0,6}(?P<done>\d+(?:\.\d+)?)(?P=unit)(?![\u4e00-\u9fff])"
)
_BEGUN = pattern(
    r"排查|摸排|发现|受理|收到|接到|接收|梳理|列入|纳入|交办|转办|反馈|登记|收集|征集|督办|立案|需|应|查出|检查|抽查|反映"
)
_REACHED = pattern(r"(?:完成|建成|实现|新建|新增|改造)[了]?$")
_PLANNED = pattern(r"计划|任务|目标|拟|预计|力争|超额|结转|累计|含|另|新发|历年|往年|排查出|全年")
_MORE_THAN = pattern(r"超额|结转|累计|含|另|计划|拟|力争|目标|新发")
_WHICH = pattern(r"其中|包括")
_OTHER_MEASURE = pattern(
    r"总投资|计划|全年|累计|利润|净|目标|人均|户均|亩均|注册资本|以上(?!学历)|每|单位|规模|历年|"
    r"近[三五]年|库容|流域|同比|增长|下降"
)
_NO_PART = frozenset(
    (
        "%",
        "％",
        "‰",
        "个百分点",
        "百分点",
        "倍",
        "位",
        "名",
        "年",
        "岁",
        "次",
        "届",
        "天",
        "平方公里",
        "米",
    )
)
_EXCLUSIVE = (
    ("男", "女"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("新建", "续建"),
    ("出口", "进口"),
    ("存款", "贷款"),
    ("本科", "研究生"),
    ("行政人员", "事业人员"),
    ("省级", "市级"),
    ("新开工", "续建"),
    ("集体", "个人"),
    ("企业", "个体工商户"),
    ("竣工", "在建"),
    ("完工", "在建"),
    ("建成", "在建"),
    ("完成", "正在"),
    ("开工", "未开工"),
    ("县道", "乡道"),
    ("国道", "省道"),
    ("公办", "民办"),
    ("小学", "中学"),
    ("初中", "高中"),
    ("一般隐患", "重大隐患"),
    ("境内", "境外"),
    ("线上", "线下"),
    ("国内", "国外"),
    ("水田", "旱地"),
    ("单位", "个人"),
    ("城区", "乡镇"),
    ("城区", "农村"),
    ("县城", "乡镇"),
    ("城镇", "乡村"),
    ("党员", "非党员"),
    ("一般户", "监测户"),
    ("政府投资", "社会投资"),
    ("税收收入", "非税收入"),
    ("中央资金", "省级资金"),
    ("幼儿园", "小学"),
    ("第一产业", "第二产业"),
    ("第二产业", "第三产业"),
    ("干部", "群众"),
    ("人工造林", "封山育林"),
    ("工业企业", "服务业企业"),
    ("工业", "服务业"),
    ("硕士", "博士"),
    ("新改建", "维修"),
    ("高中", "初中"),
    ("快充", "慢充"),
    ("中央", "省级"),
    ("正科", "副科"),
    ("结转", "新开工"),
    ("一等奖", "二等奖"),
)
_EACH = pattern(r"分别")
_JOINED = pattern(r"[、和与及]|以及")
_PAIRS = pattern(
    r"城乡|存贷款|收支|进出口|供排|一二三产|[一二三]产业|三次产业|产销|男女|党政|干群|"
    r"[两三四五六双](?:个|大|项|类|次|者|县|市|区)"
)
_HUNDRED = Decimal(100)


def sentence_figures(passage: Passage) -> Iterator[tuple[str, int, list[Figure]]]:
    """Every sentence, folded, where it begins, and its figures that are filled in."""
    folded = passage.folded
    figures = [figure for figure in passage.figures if not figure.blank]
    for start, end in sentences(passage.text):
        held = [figure for figure in figures if start <= figure.start < end]
        if held:
            yield folded[start:end], start, held


def end_of(figure: Figure) -> int:
    return figure.end + len(figure.unit)


def _done(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """More is done than there was to do; and the rate said of it."""
    for sentence, start, figures in sentence_figures(passage):
        for begun, done in pairwise(figures):
            between = sentence[end_of(begun) - start : done.start - start]
            found = _THEN_DONE.fullmatch(between)
            if found is None or begun.unit != done.unit or begun.unit in _NO_PART:
                continue
            first, second = value_of(begun), value_of(done)
            if first is None or second is None:
                continue
            clause = sentence[max(0, begun.start - start - 14) : begun.start - start]
            is_begun = _BEGUN.search(clause) is not None
            of_other = found["of"] and not is_begun
            if not found["noun"] and (of_other or not between.startswith(("，", "、"))):
                continue
            if sentence[end_of(done) - start :].startswith("的") and "元" in done.unit:
                continue
            if _REACHED.search(clause):
                continue
            if _PLANNED.search(clause) or _MORE_THAN.search(between) or begun.direction:
                continue
            at = begun.start, min(end_of(done), len(passage.text))
            if second > first:
                verb = found["verb"]
                told = f"一共{written(first)}{begun.unit}，{verb}了{written(second)}{done.unit}"
                yield Finding(*at, f"{told}：{passage.around(*at)}")
    for found in _DUE_AND_DONE.finditer(passage.folded):
        if Decimal(found["done"]) > Decimal(found["due"]):
            told = f"应{found['verb']}{found['due']}，{found['did']}了{found['done']}"
            yield Finding(*found.span(), f"{told}：{passage.around(*found.span())}")


def _parts(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """What stands behind 其中 is no more than what stands before it."""
    for sentence, start, figures in sentence_figures(passage):
        for which in _WHICH.finditer(sentence):
            at = start + which.start()
            before = [figure for figure in figures if figure.start < at]
            after = [figure for figure in figures if figure.start > at]
            stop = re.search(r"[;)]|其余|此外|另", sentence[which.end() :])
            last = start + which.end() + stop.start() if stop else start + len(sentence)
            parts = [figure for figure in after if figure.start < last]
            yield from _parts_of(passage, sentence, start, before, parts)


def _parts_of(
    passage: Passage, sentence: str, start: int, before: list[Figure], parts: list[Figure]
) -> Iterator[Finding]:
    counted: list[tuple[Figure, Decimal]] = []
    for part in parts:
        is_rank = sentence[: part.start - start].endswith("第")
        no_part = part.unit in _NO_PART and (part.unit != "名" or is_rank)
        if no_part or part.direction is not None or passage.is_made(part.start):
            continue
        whole = next((one for one in reversed(before) if _same_kind(one, part)), None)
        value, total = value_of(part), value_of(whole) if whole else None
        if whole is None or value is None or total is None:
            continue
        lead = re.split(r"[，;、]", sentence[: part.start - start])[-1]
        if _OTHER_MEASURE.search(lead) or _OTHER_MEASURE.search(
            re.split(r"[，;]", sentence[: whole.start - start])[-1]
        ):
            continue
        value = convert(value, part.unit, whole.unit)
        at = whole.start, end_of(part)
        if value > total:
            told = f"其中的{part.text}{part.unit}比总数{whole.text}{whole.unit}还大"
            yield Finding(*at, f"{told}：{passage.around(*at)}")
            return
        counted.append((part, value))
        if len(counted) == 2 and _are_exclusive(sentence, start, counted):
            added = counted[0][1] + counted[1][1]
            if added > total + tolerance(total) * 2:
                total_words = f"{whole.text}{whole.unit}"
                told = f"其中两项加起来是{written(added)}{whole.unit}，比总数{total_words}大"
                yield Finding(*at, f"{told}：{passage.around(*at)}")


def _same_kind(one: Figure, other: Figure) -> bool:
    if one.unit[:1] == other.unit[:1] and "元" not in one.unit + other.unit:
        return one.unit[:1] not in "万千百亿" or one.unit == other.unit
    return one.unit == other.unit or (
        "元" in one.unit and "元" in other.unit and comparable(one.unit, other.unit)
    )


def _are_exclusive(sentence: str, start: int, counted: list[tuple[Figure, Decimal]]) -> bool:
    """Whether the two parts shut one another out: 男 and 女."""
    leads = []
    for figure, _ in counted:
        lead = re.split(r"[，;、:]|其中", sentence[: figure.start - start])[-1]
        leads.append(lead + sentence[end_of(figure) - start : end_of(figure) - start + 4])
    return any(
        (one in leads[0] and other in leads[1]) or (other in leads[0] and one in leads[1])
        for one, other in _EXCLUSIVE
    )


def _each(passage: Passage, _setting: Setting) -> Iterator[Finding]:
    """分别 has as many values as names."""
    for sentence, start, figures in sentence_figures(passage):
        for found in _EACH.finditer(sentence):
            at = start + found.start()
            row = _row_after(sentence, start, [one for one in figures if one.start > at])
            named = re.split(r"[，;:。(]", sentence[: found.start()])[-1]
            names = [part for part in _JOINED.split(named) if part.strip()]
            if len(row) < 2 or len(names) < 2 or _PAIRS.search(named):
                continue
            readings = {len(names), named.count("、") + 1, len(re.split(r"[和与及]", named))}
            if len(row) not in readings:
                span = start + found.start() - len(named), end_of(row[-1])
                told = f"“分别”前有{len(names)}项，后有{len(row)}个数"
                yield Finding(*span, f"{told}：{passage.around(*span)}")


def _row_after(sentence: str, start: int, figures: list[Figure]) -> list[Figure]:
    """The figures of one list, from the first on."""
    row = figures[:1]
    for one in figures[1:]:
        between = sentence[row[-1].end - start : one.start - start]
        if not re.fullmatch(rf"{re.escape(row[-1].unit)}?\s?(?:[、和与及]|以及|，)", between):
            break
        row.append(one)
    return row


FAMILY = Family(
    "文中的比例",
    (
        Rule(
            key="more-done",
            title="办成的比要办的还多",
            reason="前面说了总数，后面办成的不会更多",
            source="部分不大于总数；比率＝办成数÷总数",
            fix="核对两个数",
            silent="前面是计划、任务，说了超额、累计、结转；另起一个主语",
            wrong="列入清单的9个楼盘已销号12个。",
            right="列入清单的9个楼盘已销号7个。",
            in_passage=_done,
        ),
        Rule(
            key="part-in-text",
            title="“其中”大于总数",
            reason="“其中”的一项不会大于总数",
            source="部分不大于总数；互不相容的两项之和不大于总数",
            fix="核对几个数",
            silent="总投资、计划、累计、利润等另一种数",
            wrong="培育企业86家，其中高新技术企业92家。",
            right="培育企业86家，其中高新技术企业52家。",
            in_passage=_parts,
        ),
        Rule(
            key="each",
            title="“分别”前后个数不等",
            reason="“分别”前几项，后面就有几个数",
            source="一一对应",
            fix="补上或删去一项",
            silent="有一种读法对得上的，城乡、存贷款等一词指两项的",
            wrong="一产、二产、三产分别增长3.6%和6.4%。",
            right="一产、二产、三产分别增长3.6%、6.4%和5.9%。",
            in_passage=_each,
        ),
    ),
)
