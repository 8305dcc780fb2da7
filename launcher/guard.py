"""Sees to it that no program outlives a launcher that is killed and can do nothing itself.

A small program of its own, in a session of its own, holds the other end of a pipe: see
`inside/end_programs.py`. POSIX only: on Windows a launcher that is killed leaves its programs.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from .house import WINDOWS

_PROGRAM = Path(__file__).resolve().parent / "inside" / "end_programs.py"
_one_at_a_time = threading.Lock()
_guard: subprocess.Popen | None = None


def start() -> None:
    """Starts the guard, so that a program that is started next is not without it for a moment."""
    if not WINDOWS:
        with _one_at_a_time:
            _started()


def watch(program: subprocess.Popen) -> None:
    """Has the program, which leads a process group, ended when this process is gone."""
    _tell(f"+{program.pid}\n")


def release(program: subprocess.Popen) -> None:
    """Takes back `watch`: the program has ended."""
    _tell(f"-{program.pid}\n")


def end() -> None:
    """Ends the guard itself: this process is about to become another program."""
    global _guard
    with _one_at_a_time:
        if _guard is not None:
            _guard.stdin.close()
            _guard.wait()
            _guard = None


def _tell(line: str) -> None:
    if WINDOWS:
        return
    with _one_at_a_time:
        try:
            pipe = _started().stdin
            pipe.write(line.encode())
            pipe.flush()
        except OSError:
            pass  # without a guard everything else still works


def _started() -> subprocess.Popen:
    global _guard
    if _guard is None:
        _guard = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
        )
    return _guard
