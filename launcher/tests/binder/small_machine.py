"""One CPU and 2 GB, as Binder gives: by a control group if one can be made, else the CPU alone."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Optional

MEMORY = 2 << 30


@dataclass(frozen=True)
class SmallMachine:
    """How to start a program within the limits, and whether the memory limit is real."""

    cpu: int
    group: Optional[Path]

    def command(self, *words: object) -> list[str]:
        """The command line that starts the program within the limits."""
        enter = f'echo $$ > "{self.group}/cgroup.procs"; ' if self.group else ""
        return ["sh", "-c", enter + 'exec taskset -c "$0" "$@"', str(self.cpu), *map(str, words)]


@contextmanager
def small_machine() -> Iterator[SmallMachine]:
    """Holds a control group of 2 GB for as long as it is used."""
    group = _group()
    try:
        yield SmallMachine(min(os.sched_getaffinity(0)), group)
    finally:
        if group:
            group.rmdir()


def _group() -> Optional[Path]:
    tree = Path("/sys/fs/cgroup")
    for parent, limit in ((tree / "memory", "memory.limit_in_bytes"), (tree, "memory.max")):
        group = parent / f"interlock-test-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:
            continue
        try:
            (group / limit).write_text(str(MEMORY))
            return group
        except OSError:
            group.rmdir()
    return None
