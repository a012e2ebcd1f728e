"""The record of limits has the layout that Windows documents for 64 bits."""

from __future__ import annotations

import ctypes
import sys
from ctypes.wintypes import DWORD

import pytest

from model.reading import windows_job


@pytest.mark.skipif(sys.maxsize < 2**32, reason="the layout for 64 bits")
def test_the_limits_lie_where_windows_looks_for_them() -> None:
    made = windows_job.limits_of(memory=512 << 20, seconds=10)
    # JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h; DWORD is 4 bytes, LONG64 and SIZE_T 8.
    if ctypes.sizeof(DWORD) == 4:
        assert ctypes.sizeof(made) == 144
        assert type(made).process_memory.offset == 112
    assert made.basic.process_time == 100_000_000
    assert made.basic.flags == 0x2102
    assert made.process_memory == 512 << 20


@pytest.mark.skipif(sys.platform == "win32", reason="limits the tests themselves")
def test_other_systems_have_no_jobs() -> None:
    assert not windows_job.bound_this_process(memory=1, seconds=1)
