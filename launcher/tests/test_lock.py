from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT

HOLD = """
import sys; sys.path.insert(0, {root!r})
from pathlib import Path
from launcher.house import House
from launcher.lock import alone
with alone(House(Path({house!r}))):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(house):
    """Starts a process that takes the lock, says so, and keeps it until it is told to end."""
    started = []

    def start():
        code = HOLD.format(root=str(ROOT), house=str(house.root))
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()


def test_second_setup_waits_and_names_the_first(holder):
    first = holder()
    assert first.stdout.readline() == "held\n"
    second = holder()
    assert f"another set-up is running here (process {first.pid})" in second.stderr.readline()
    first.stdin.write("\n")
    first.stdin.flush()
    assert second.stdout.readline() == "held\n"


def test_killed_setup_leaves_no_lock(holder):
    first = holder()
    assert first.stdout.readline() == "held\n"
    first.kill()
    first.wait()
    assert holder().stdout.readline() == "held\n"
