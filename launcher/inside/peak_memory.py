"""Peak memory of a process and all its children together, sampled while it runs."""

from __future__ import annotations

import os
import sys
import threading

_PERIOD_SECONDS = 0.08
_LINUX = sys.platform.startswith("linux")


class Peak(threading.Thread):
    """Samples the family of a process until stopped. `bytes` is the highest sum seen.

    On Linux it is the sum of proportional set sizes, so that pages shared by several JVMs (the
    archived classes) count once; elsewhere the sum of resident set sizes.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.bytes = 0
        self._family = {pid}
        self._end = threading.Event()

    def run(self) -> None:
        while not self._end.is_set():
            self.sample()
            self._end.wait(_PERIOD_SECONDS)

    def stop(self) -> int:
        """Ends the sampling and returns the peak in bytes."""
        self._end.set()
        self.join()
        return self.bytes

    def sample(self) -> None:
        # A child whose parent has ended is adopted by init: once seen, it stays in the family.
        self._family = descendants(self._family)
        resident = sum(map(_resident, self._family))
        # The proportional size is never above the resident one and is dear to ask for.
        if resident > self.bytes:
            size = sum(map(_proportional, self._family)) if _LINUX else resident
            self.bytes = max(self.bytes, size)


def descendants(family: set[int]) -> set[int]:
    """The living processes of the family, and all that they have started."""
    parents = _parents()
    grown = {pid for pid in family if pid in parents}
    while True:
        new = {pid for pid, parent in parents.items() if parent in grown} - grown
        if not new:
            return grown
        grown |= new


def _parents() -> dict[int, int]:
    if not _LINUX:
        import psutil

        return {process.pid: process.info["ppid"] for process in psutil.process_iter(["ppid"])}
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", "rb") as stream:
                    # The name of the program stands in brackets and may hold anything.
                    fields = stream.read().rpartition(b")")[2].split()
            except OSError:
                continue
            if fields[0] != b"Z":
                found[int(name)] = int(fields[1])
    return found


def _resident(pid: int) -> int:
    try:
        if _LINUX:
            with open(f"/proc/{pid}/statm", "rb") as stream:
                return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        import psutil

        return psutil.Process(pid).memory_info().rss
    except Exception:  # it has ended meanwhile, or belongs to somebody else
        return 0


def _proportional(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/smaps_rollup", "rb") as stream:
            for line in stream:
                if line.startswith(b"Pss:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return _resident(pid)
