"""Runs the programs that set-up needs: quietly, with their output kept in a log file."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import guard
from .house import WINDOWS

_running: set[subprocess.Popen] = set()
_one_at_a_time = threading.Lock()
_stopping = False


class ChildFailed(Exception):
    """A program ended with an error; `text` is what it printed."""

    def __init__(self, text: str, log: Path) -> None:
        super().__init__(text)
        self.text = text
        self.log = log


class Stopped(Exception):
    """The set-up is being stopped, so no further program is started."""


def run(args: Sequence[object], log: Path, env: Mapping[str, str], cwd: Path) -> None:
    """Runs a program to its end. Raises ChildFailed with its output when it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, "wb") as out:
        code = _wait(_start([str(a) for a in args], out, env, cwd))
    if code != 0:
        raise ChildFailed(log.read_text("utf-8", "replace"), log)


def _start(args: list[str], out, env: Mapping[str, str], cwd: Path) -> subprocess.Popen:
    # A group of its own: one Ctrl-C must stop the program *and* what it started.
    own = {} if WINDOWS else {"start_new_session": True}
    guard.start()
    with _one_at_a_time:
        if _stopping:
            raise Stopped
        child = subprocess.Popen(
            args,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=dict(env),
            cwd=cwd,
            **own,
        )
        guard.watch(child)
        _running.add(child)
    return child


def _wait(child: subprocess.Popen) -> int:
    try:
        return child.wait()
    finally:
        guard.release(child)
        with _one_at_a_time:
            _running.discard(child)


def stop_all() -> None:
    """Ends every program that still runs, and all that they started."""
    global _stopping
    with _one_at_a_time:
        _stopping = True
        left = list(_running)
    for child in left:
        end(child, signal.SIGTERM)
    for child in left:
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            end(child, signal.SIGTERM if WINDOWS else signal.SIGKILL)


def end(child: subprocess.Popen, with_signal: int) -> None:
    """Sends the signal to the program's whole group."""
    try:
        if WINDOWS:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(child.pid)], capture_output=True)
        else:
            os.killpg(child.pid, with_signal)
    except ProcessLookupError:
        pass
