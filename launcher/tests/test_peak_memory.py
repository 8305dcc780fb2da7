from __future__ import annotations

import subprocess
import sys

import pytest
from peak_memory import Peak, descendants

FAMILY = """
import subprocess, sys
block = bytearray(b"x" * 40_000_000)
child = subprocess.Popen([sys.executable, "-c", '''
import sys
block = bytearray(b"x" * 40_000_000)
print("ready", flush=True); sys.stdin.readline()'''], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdout.readline()
print(child.pid, flush=True); sys.stdin.readline()
child.stdin.close(); child.wait()
"""
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no /proc here")


@pytest.fixture
def family():
    process = subprocess.Popen(
        [sys.executable, "-c", FAMILY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    process.child = int(process.stdout.readline())
    yield process
    process.stdin.close()
    process.wait()
    process.stdout.close()


def test_process_and_child_are_summed(family):
    peak = Peak(family.pid)
    peak.sample()
    assert 80_000_000 < peak.bytes < 200_000_000


def test_family_is_the_process_and_its_child(family):
    assert descendants({family.pid}) == {family.pid, family.child}


def test_ended_process_is_not_in_the_family():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert descendants({ended.pid}) == set()
