"""The kernel's guard, told from a kernel's: it ends what was below a process, and nothing else."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time

import pytest
from conftest import ROOT, alive, first_line, linux_only

pytestmark = linux_only

GUARD = ROOT / "kernel-lib/src/main/resources/interlock/notebook/jjava/guard.py"

# Stands in for a kernel: starts its guard, then the programs named, tells their ids, and waits.
KERNEL = """
import os, subprocess, sys
scratch = os.path.dirname(sys.argv[2]) + "/scratch-"
program = open(sys.argv[1]).read()
guard = [sys.executable, "-I", "-S", "-c", program, scratch, str(os.getpid()), "interlock-guard"]
subprocess.run(guard, stdin=subprocess.DEVNULL, check=True)
children = [subprocess.Popen(command.split(), start_new_session=True) for command in sys.argv[3:]]
with open(sys.argv[2], "w") as told:
    print(*[child.pid for child in children], file=told)
sys.stdin.read()
"""


@pytest.fixture
def guard():
    """The program's functions."""
    spec = importlib.util.spec_from_file_location("guard", GUARD)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture
def kernel(tmp_path):
    """Starts the stand-in with these programs below it; answers it and their process ids."""
    told = tmp_path / "told"
    marked = 'export INTERLOCK_KERNEL="$$ own"; exec "$@"'

    def start(*commands: str) -> tuple[subprocess.Popen, list[int]]:
        program = [sys.executable, "-c", KERNEL, str(GUARD), str(told), *commands]
        running = subprocess.Popen(["sh", "-c", marked, "sh", *program], stdin=subprocess.PIPE)
        return running, list(map(int, first_line(told, running).split()))

    return start


def _wait_for(condition) -> None:
    end = time.monotonic() + 30
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    assert condition()


def test_children_with_the_mark_end_with_a_killed_kernel(kernel):
    running, children = kernel("sleep 600", "sleep 600")
    running.kill()
    running.wait()
    _wait_for(lambda: not any(map(alive, children)))


def test_scratch_folders_go_with_a_killed_kernel(kernel, tmp_path):
    mine, other = tmp_path / "scratch-1" / "deep", tmp_path / "scratched"
    mine.mkdir(parents=True)
    other.mkdir()
    running, _ = kernel()
    running.kill()
    running.wait()
    _wait_for(lambda: not mine.parent.exists())
    assert other.exists()


def test_children_without_the_mark_end_if_they_were_seen(kernel, guard):
    running, [child] = kernel("env -i sleep 600")
    guarded = guard.Kernel(running.pid)
    guarded.look()
    running.kill()
    running.wait()
    guard.end_all(guarded)
    _wait_for(lambda: not alive(child))


def test_process_with_a_number_used_again_is_left_alone(guard):
    other = subprocess.Popen(["sleep", "600"])
    try:
        kernel = guard.Kernel(os.getpid())
        kernel.seen = {other.pid: b"0"}
        assert kernel.living(guard.processes()) == []
        kernel.look()
        assert other.pid in kernel.living(guard.processes())
    finally:
        other.kill()
        other.wait()


def test_mark_of_another_kernel_is_no_mark(guard, monkeypatch):
    monkeypatch.setenv(guard.MARK, "1 other")
    assert guard.Kernel(os.getpid()).mark is None
    monkeypatch.setenv(guard.MARK, f"{os.getpid()} own")
    assert guard.Kernel(os.getpid()).mark == f"{guard.MARK}={os.getpid()} own".encode()


def test_end_is_seen_by_looking_where_there_is_no_event(guard, monkeypatch):
    monkeypatch.delattr(os, "pidfd_open", raising=False)
    monkeypatch.delattr(guard.select, "kqueue", raising=False)
    child = subprocess.Popen(["sleep", "600"])
    ends = guard.Ends([os.getppid(), child.pid])
    assert ends.next(0) == []
    child.kill()
    child.wait()
    assert ends.next(10) == [child.pid]


def test_processes_told_by_ps_are_those_of_proc(guard):
    by_ps, by_proc = guard.from_ps(), guard.from_proc()
    mine = os.getpid()
    assert by_ps[mine].parent == by_proc[mine].parent == os.getppid()
    assert by_ps[mine].group == by_proc[mine].group == os.getpgrp()
