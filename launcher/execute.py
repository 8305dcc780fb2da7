"""exec: runs a command in the prepared environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from . import guard
from .house import WINDOWS, House
from .prepare import prepare
from .say import Refusal


def run(house: House, command: list[str]) -> int:
    """Runs the command in place of this process; its exit code is ours."""
    if not command:
        raise Refusal(
            "exec needs a command: for example ./interlock exec jupyter console --kernel java."
        )
    made = prepare(house)
    program = shutil.which(command[0], path=made.variables["PATH"])
    if not program:
        raise Refusal(
            f"There is no program {command[0]!r} in the environment or on PATH: check its name."
        )
    sys.stdout.flush()
    if WINDOWS:
        return subprocess.call([program, *command[1:]], env=made.variables)
    guard.end()
    os.execve(program, command, made.variables)
