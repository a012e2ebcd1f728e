"""Limits a Windows process as `setrlimit` limits one elsewhere: by a job object of its own."""

from __future__ import annotations

import ctypes
import sys
from ctypes.wintypes import DWORD, HANDLE

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_TIME, _PROCESS_MEMORY, _KILL_ON_CLOSE = 0x2, 0x100, 0x2000
_TICKS_A_SECOND = 10_000_000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", DWORD),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority", DWORD),
        ("scheduling", DWORD),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limits_of(memory: int, seconds: int) -> _ExtendedLimits:
    """Return the record that Windows wants; `memory` in bytes, `seconds` of processor time."""
    made = _ExtendedLimits()
    made.basic.flags = _PROCESS_TIME | _PROCESS_MEMORY | _KILL_ON_CLOSE
    made.basic.process_time = seconds * _TICKS_A_SECOND
    made.process_memory = memory
    return made


def bound_this_process(memory: int, seconds: int) -> bool:
    """Put the calling process under the limits; tells whether Windows took them.

    The handle of the job stays open until the process ends, for closing it would end the process.
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = HANDLE
        kernel.GetCurrentProcess.restype = HANDLE
        kernel.SetInformationJobObject.argtypes = (HANDLE, ctypes.c_int, ctypes.c_void_p, DWORD)
        kernel.AssignProcessToJobObject.argtypes = (HANDLE, HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        limits = limits_of(memory, seconds)
        size = ctypes.sizeof(limits)
        return bool(
            job
            and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        )
    else:  # noqa: RET505  (so that the other branch is checked only where it is reached)
        return False
