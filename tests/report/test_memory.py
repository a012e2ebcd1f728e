"""What is remembered of a record lives as long as the record, and belongs to it alone."""

import gc

from model.report.item import Item
from model.report.memory import Memory


def test_a_result_belongs_to_the_very_record() -> None:
    memory: Memory[int] = Memory()
    one, same = Item(id="i1", text="甲"), Item(id="i1", text="甲")
    assert memory.keep(one, 7) == 7
    assert memory.get(one) == 7
    assert memory.get(same) is None


def test_what_is_gone_is_forgotten() -> None:
    memory: Memory[int] = Memory()
    for number in range(50):
        memory.keep(Item(id="i1", text="甲"), number)
    gc.collect()
    assert memory.get(Item(id="i1", text="甲")) is None
    assert len(memory._kept) == 0
