"""What is told to the person: progress lines, and refusals of one sentence."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Refusal(Exception):
    """One sentence that says what was wrong and what to do. Printed without a stack trace."""


def say(line: str) -> None:
    """Prints one progress line. To stderr, so that `exec` leaves stdout to its command."""
    print(f"interlock: {line}", file=sys.stderr, flush=True)


@contextmanager
def step(title: str) -> Iterator[None]:
    """Announces a step, and says how long it took once it is done."""
    say(f"{title} …")
    start = time.monotonic()
    yield
    say(f"{title}: {time.monotonic() - start:.0f} s")
