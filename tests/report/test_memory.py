"""What is remembered of a record lives as long as the record, and belongs to it alone."""

import gc
import weakref

from model.report.item import Item
from model.report.memory import Memory, remembered, remembered_last


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


def test_a_remembered_function_works_once_for_each_record() -> None:
    asked: list[str] = []

    @remembered
    def length(item: Item) -> int:
        asked.append(item.text)
        return len(item.text)

    one, same = Item(id="i1", text="甲"), Item(id="i1", text="甲")
    assert [length(one), length(one), length(same), length(one)] == [1, 1, 1, 1]
    assert asked == ["甲", "甲"]
    assert length.__name__ == "length"


def test_a_remembered_function_keeps_no_record_alive() -> None:
    @remembered
    def length(item: Item) -> int:
        return len(item.text)

    item = Item(id="i1", text="甲")
    length(item)
    gone = weakref.ref(item)
    del item
    gc.collect()
    assert gone() is None


def test_the_last_asked_is_known_by_identity() -> None:
    asked: list[tuple[int, ...]] = []

    @remembered_last
    def total(numbers: tuple[int, ...]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, same = tuple(range(1, 3)), tuple(range(1, 3))
    assert [total(one), total(one), total(same), total(same), total(one)] == [3] * 5
    assert [numbers is one for numbers in asked] == [True, False, True]
