"""clean: removes what set-up made, and nothing else."""

from __future__ import annotations

from pathlib import Path

from . import environment, rubbish
from .house import House
from .lock import alone
from .say import say


def run(house: House) -> int:
    """Removes .interlock, a .venv that set-up made, and Maven's output."""
    there = [path for path in _made(house) if path.exists() and not path.is_symlink()]
    if not there:
        say("nothing to remove")
        return 0
    # Nothing may be set up while it is removed; the state folder, which has the lock, goes last.
    with alone(house):
        for path in there:
            if path != house.state:
                rubbish.remove(house, path)
    rubbish.delete(house.state)
    for path in there:
        say(f"removed {path.relative_to(house.root)}")
    return 0


def _made(house: House) -> list[Path]:
    made = [house.target, *house.launcher.rglob("__pycache__")]
    if environment.made_here(house):
        made.append(house.venv)
    return [*made, house.state]
