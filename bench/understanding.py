"""How much of a manuscript is understood, and how the time for it grows with its length.

The scores are F1 against hand-labelled reports that may lie beside the checkout; without them
only the times are measured. `docs/reading.md` keeps the table.
"""

import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from bench.harness import Row, best_of
from model.library import shipped
from model.parse.understand import as_json, lexicon_of, understand
from model.reading.text_file import read_pasted

SHARED = Path(__file__).resolve().parents[2] / "shared"
RUNS = 5
LINEAR = 1.5
"""How much longer a copy may take among a hundred than alone."""

_REPORT = """云岭县2026年上半年工作总结
一、工作情况
今年以来，全县上下攻坚克难，经济运行稳中有进。1—6月，全县实现地区生产总值86.4亿元，同比增长5.1%，\
增速居全市第3位；固定资产投资增长8.2%；城乡居民人均可支配收入分别达到18460元和9127元，增长6.3%和7.8%。
（一）狠抓项目建设。坚持项目为王，上半年新开工项目23个，完成投资12.6亿元，占年度计划的52.3%。
（二）提升民生福祉。教育质量稳步提升。改造农村学校6所，新增学位1800个。就业形势总体平稳。\
城镇新增就业2140人，完成年度任务的61.2%。
二、下半年工作安排
一是狠抓项目建设。发改局牵头，年底前开工重大项目15个以上。二是兜牢民生底线。民政、人社等部门要\
抓好低保提标，9月底前发放到位。
"""


def _times() -> Iterator[Row]:
    """One report, and copies of it."""
    lexicon = lexicon_of(shipped.bank())

    def read(copies: int) -> float:
        source = read_pasted(_REPORT * copies)
        return best_of(lambda: understand(source, lexicon), RUNS)

    alone, hundred = read(10) / 10, read(100) / 100
    yield Row("understand a report, one of 100 against one of 10", hundred, alone, LINEAR)


def scores(shared: Path = SHARED) -> dict[str, float]:
    """F1 of every measure over the labelled reports."""
    score = scorer(shared)
    lexicon = lexicon_of(shipped.bank())
    total = {measure: score.Tally() for measure in score.MEASURES}
    for file in sorted((shared / "gold").glob("*.gold.txt")):
        paragraphs, gold = score.parse_gold(file)
        source = read_pasted("\n".join(paragraphs) + "\n")
        out = json.loads(json.dumps(as_json(understand(source, lexicon))))
        found = score.score(paragraphs, gold, score.from_output(out, paragraphs))
        for measure, tally in found.items():
            total[measure].merge(tally)
    return {measure: tally.f1 for measure, tally in total.items()}


@cache
def scorer(shared: Path) -> ModuleType:
    """The scorer that lies beside the labelled reports."""
    spec = importlib.util.spec_from_file_location("score_read", shared / "accept/score_read.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run() -> list[Row]:
    """The times; the scores are printed above the table, being no times."""
    if (SHARED / "gold").is_dir():
        print("understood, F1: " + ", ".join(f"{k} {v:.3f}" for k, v in scores().items()))
    return list(_times())
