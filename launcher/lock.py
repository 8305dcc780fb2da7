"""One set-up at a time: a second one waits for the first."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .house import WINDOWS, House
from .say import say

if WINDOWS:
    import msvcrt
else:
    import fcntl


@contextmanager
def alone(house: House) -> Iterator[None]:
    """Holds the lock of this house. The system frees it even when the holder is killed."""
    house.state.mkdir(exist_ok=True)
    path = house.state / "setup.lock"
    with open(path, "a+", encoding="utf-8") as stream:
        if not _taken(stream):
            say(
                f"another set-up is running here{_who(path)}: waiting for it to end "
                "(Ctrl-C to stop waiting)"
            )
            while not _taken(stream):
                time.sleep(0.2)
        _sign(stream)
        yield


def _taken(stream) -> bool:
    try:
        if WINDOWS:
            # A byte far behind the text, so that others can still read who holds the lock.
            stream.seek(1 << 20)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sign(stream) -> None:
    stream.seek(0)
    stream.truncate()
    stream.write(str(os.getpid()))
    stream.flush()


def _who(path: Path) -> str:
    try:
        return f" (process {int(path.read_text('utf-8'))})"
    except (OSError, ValueError):
        return ""
