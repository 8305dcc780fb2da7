"""Waiting for a condition, with a deadline and a report of what was seen instead."""

from __future__ import annotations

import threading
import time

_CLOCK = threading.Event()


def wait_for(what: str, probe, accept=bool, seconds: float = 30, every: float = 0.1):
    """Calls `probe` until `accept` likes what it saw and returns that; else says the last of it."""
    end = time.monotonic() + seconds
    while True:
        seen = probe()
        if accept(seen):
            return seen
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds:.0f} s: {what}; last seen: {seen!r}")
        _CLOCK.wait(every)
