"""clean: removes what set-up made, and nothing else."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from . import environment
from .house import House
from .lock import alone
from .say import Refusal, say


def run(house: House) -> int:
    """Removes .interlock, a .venv that set-up made, and Maven's output."""
    there = [path for path in _made(house) if path.exists() and not path.is_symlink()]
    if not there:
        say("nothing to remove")
        return 0
    # Nothing may be set up while it is removed; the state folder with the lock goes last.
    with alone(house):
        for path in there:
            if path != house.state:
                _remove(path)
    if house.state.is_dir():
        _remove(house.state)
    for path in there:
        say(f"removed {path.relative_to(house.root)}")
    return 0


def _made(house: House) -> list[Path]:
    made = [house.target, *house.launcher.rglob("__pycache__")]
    if environment.made_here(house):
        made.append(house.venv)
    return [*made, house.state]


def _remove(path: Path) -> None:
    try:
        shutil.rmtree(path, onerror=_writable_and_again)
    except OSError as failed:
        raise Refusal(
            f"{failed.filename} could not be removed ({failed.strerror}): "
            "stop JupyterLab and whatever else uses it, and run clean again."
        ) from None


def _writable_and_again(function, path: str, error) -> None:
    """Windows does not remove a file that is read-only, as some of a JDK's are."""
    if isinstance(error[1], FileNotFoundError):
        return
    os.chmod(path, stat.S_IRWXU)
    function(path)
