"""Ends the programs that a launcher has started, when the launcher is gone and did not end them.

Standard input brings a line for each: `+PID` once a program runs, `-PID` once it has ended. Each
leads a process group. At the end of the input, which also comes when the launcher is killed, the
groups that are left are told to end, and a little later are ended.
"""

from __future__ import annotations

import os
import signal
import sys
import time

# JupyterLab first shuts its kernels down.
PATIENCE_SECONDS = 12


def main() -> None:
    left = _left_at_the_end()
    _send(left, signal.SIGTERM)
    end = time.monotonic() + PATIENCE_SECONDS
    while left and time.monotonic() < end:
        time.sleep(0.1)
        left = [group for group in left if _runs(group)]
    _send(left, signal.SIGKILL)


def _left_at_the_end() -> list[int]:
    running: set[int] = set()
    for line in sys.stdin:
        group = int(line[1:])
        if line[0] == "+":
            running.add(group)
        else:
            running.discard(group)
    return sorted(running)


def _send(groups: list[int], what: int) -> None:
    for group in groups:
        try:
            os.killpg(group, what)
        except OSError:
            pass  # ended meanwhile


def _runs(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
