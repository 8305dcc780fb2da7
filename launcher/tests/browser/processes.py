"""The processes of one test run: found by a mark in their environment, counted by their CPU ticks.

A mark is inherited by every child, also by one that started a session of its own, so nothing that
a test started can hide from the search. Reads /proc, so Linux only.
"""

from __future__ import annotations

import math
import os
import signal
import time
from pathlib import Path

from deadline import wait_for

MARK = "INTERLOCK_TEST_MARK"
_WINDOW = 0.5
AVAILABLE = Path("/proc/self/environ").exists()


def marked(mark: str) -> dict[int, str]:
    """Process id to command line of every living process that carries the mark."""
    wanted = f"{MARK}={mark}".encode()
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                line = command_line(int(folder.name))
                if line:
                    found[int(folder.name)] = line
        except OSError:
            continue  # ended meanwhile, or another user's
    found.pop(os.getpid(), None)
    return found


def guards(mark: str) -> list[int]:
    """The guards on watch of the kernels that carry the mark. One that has just begun is none yet:
    until it leads a session of its own, what kills the kernel's group kills it, too."""
    return [pid for pid in beginning_guards(mark) if _session(pid) == pid]


def beginning_guards(mark: str) -> list[int]:
    """The same, and those that have just begun."""
    return [pid for pid, line in marked(mark).items() if line.endswith("interlock-guard")]


def _session(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except OSError:
        return None  # ended meanwhile


def command_line(pid: int) -> str:
    """The command line; empty for a process that has ended."""
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return ""
    return line.replace(b"\0", b" ").decode(errors="replace").strip()


def children(pid: int) -> set[int]:
    """The living processes that a process started itself."""
    return _families().get(pid, set())


def descendants(pid: int) -> set[int]:
    """All living children of a process, and theirs."""
    families = _families()
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        new = families.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _families() -> dict[int, set[int]]:
    families: dict[int, set[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        stat = _stat(int(folder.name))
        if stat and stat[0] != "Z":
            families.setdefault(int(stat[1]), set()).add(int(folder.name))
    return families


def cpu_ticks(pids) -> int:
    """CPU ticks (user and system, with waited-for children) that the processes have used so far."""
    return sum(sum(map(int, stat[11:15])) for stat in map(_stat, pids) if stat)


def wait_computing(what: str, pids, seconds: float = 30) -> None:
    """Waits until the processes that `pids()` names clearly compute, also on a busy machine."""
    busy = f"{what} uses the CPU (percent of a core)"
    wait_for(busy, _Load(pids), lambda percent: percent > 12, seconds, every=_WINDOW)


def wait_quiet(what: str, pids, seconds: float = 30) -> None:
    """Waits until the processes that `pids()` names use next to nothing, twice in a row."""
    quiet = [False]

    def twice(percent: float) -> bool:
        quiet.append(percent < 5)
        return quiet[-2:] == [True, True]

    over = f"{what} uses no CPU any more (percent of a core)"
    wait_for(over, _Load(pids), twice, seconds, every=_WINDOW)


class _Load:
    """Percent of one core used since the call before, or NaN too soon after it to tell."""

    def __init__(self, pids):
        self._pids = pids
        self._ticks = cpu_ticks(pids())
        self._at = time.monotonic()

    def __call__(self) -> float:
        ticks, at = cpu_ticks(self._pids()), time.monotonic()
        if at - self._at < _WINDOW / 2:
            return math.nan
        used = (ticks - self._ticks) / os.sysconf("SC_CLK_TCK")
        percent = 100 * used / (at - self._at)
        self._ticks, self._at = ticks, at
        return percent


def kill(pids) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def _stat(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat from the state on, or None when the process is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    return text[text.rindex(")") + 2 :].split()
