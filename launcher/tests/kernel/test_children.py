"""Nothing that a kernel has started outlives it, however the kernel dies."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
from pathlib import Path
from typing import Iterator

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "browser"))

import litter  # noqa: E402
import processes  # noqa: E402
from conftest import Kernel  # noqa: E402
from deadline import wait_for  # noqa: E402

pytestmark = [
    pytest.mark.skipif(not processes.AVAILABLE, reason="no /proc to count processes in"),
    pytest.mark.skipif("INTERLOCK_PYTHON" not in os.environ, reason="no INTERLOCK_PYTHON: run ./interlock test"),
]


class Littered:
    """A kernel of its own for a test, with everything running below it that can."""

    def __init__(self, log) -> None:
        self.mark = secrets.token_hex(8)
        self.kernel = Kernel(log, **{processes.MARK: self.mark})
        self.pid = self.kernel.ask("pid")
        wait_for("the kernel's guard", lambda: processes.guards(self.mark))
        self.kernel.run(litter.IMPORTS)
        self.kernel.run(litter.LITTER)
        self.kernel.ask("send", litter.endless("child JVMs"))
        pieces = litter.PIECES + 2
        wait_for("everything runs", self.below, lambda seen: len(seen) == pieces)

    def below(self) -> dict[int, str]:
        """What the kernel has started, wherever that stands by now."""
        known = {self.kernel.driver, self.pid, *processes.guards(self.mark)}
        return {pid: line for pid, line in processes.marked(self.mark).items() if pid not in known}

    def left_over(self) -> dict[int, str]:
        found = processes.marked(self.mark)
        found.pop(self.kernel.driver, None)
        return found


@pytest.fixture
def littered(tmp_path) -> Iterator[Littered]:
    with open(tmp_path / "log", "w", encoding="utf-8") as log:
        started = Littered(log)
        try:
            yield started
        finally:
            processes.kill(processes.marked(started.mark))


def nothing_left(littered: Littered) -> None:
    wait_for("no process left over", littered.left_over, lambda seen: not seen, 20)


def test_killed_kernel_leaves_nothing(littered):
    os.kill(littered.pid, signal.SIGKILL)
    nothing_left(littered)


def test_killed_group_of_the_kernel_leaves_nothing(littered):
    os.killpg(littered.pid, signal.SIGKILL)  # what Jupyter does to a kernel that does not answer
    nothing_left(littered)


def test_shut_down_kernel_leaves_nothing(littered):
    littered.kernel.ask("shutdown")
    nothing_left(littered)


def test_killed_server_leaves_nothing(littered):
    os.kill(littered.kernel.driver, signal.SIGKILL)
    nothing_left(littered)


def test_shutdown_hook_that_never_returns_delays_the_end_only(littered):
    littered.kernel.ask("interrupt")
    littered.kernel.ask("send", "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) Thread.onSpinWait(); }));"
                                'System.out.println("hooked");')
    littered.kernel.ask("listen", "hooked", 20)
    os.kill(littered.kernel.driver, signal.SIGKILL)
    nothing_left(littered)


def test_processes_of_others_are_left_alone(littered):
    other = subprocess.Popen(["sleep", "1000"], env=os.environ | {"INTERLOCK_KERNEL": "1 other"})
    try:
        os.kill(littered.pid, signal.SIGKILL)
        nothing_left(littered)
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_guard_is_no_child_of_the_kernel_and_in_no_group_of_it(littered):
    [guard] = processes.guards(littered.mark)
    assert guard not in processes.descendants(littered.pid)
    assert os.getpgid(guard) == os.getsid(guard) == guard or os.getpgid(guard) != littered.pid
    assert os.getsid(guard) != littered.pid
