"""bench processes: how many processes are left over after each way in which something ends."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from .environment import Environment
from .prepare import Prepared
from .say import Refusal, say

_WIDTH = 46


def run(made: Prepared, tools: Environment) -> dict[str, Any]:
    """Plays every case, prints a line for each as it is done. Raises Refusal when one cannot be."""
    say("processes: JupyterLab in Chromium, some minutes")
    script = made.house.launcher / "tests" / "browser" / "count_leftovers.py"
    print(f"{'case':<{_WIDTH}}{'left over':>12}", flush=True)
    cases = []
    with subprocess.Popen(
        [str(tools.python), str(script)],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=made.variables,
        cwd=made.house.root,
    ) as running:
        for text in running.stdout:
            cases.append(json.loads(text))
            print(line(cases[-1]), flush=True)
    if running.returncode != 0:
        raise Refusal("Not every case could be played: see what is printed above.")
    return {"suite": "processes", "cases": cases}


def line(case: dict[str, Any]) -> str:
    """One case for a person: the number, and what is left where that is not nothing."""
    named = "".join(f"\n    {command[:100]}" for command in case["which"])
    return f"{case['case']:<{_WIDTH}}{case['left_over']:>12}{named}"
