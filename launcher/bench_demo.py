"""bench demo: memory of the kernel and of the page while a live demo runs for a long time."""

from __future__ import annotations

import json
import statistics
import subprocess
from typing import Any

from .environment import Environment
from .prepare import Prepared
from .say import Refusal, say

_TITLES = {
    "kernel_heap_MB": "kernel, live heap, MB",
    "kernel_resident_MB": "kernel, resident, MB",
    "page_heap_MB": "page, live heap, MB",
    "page_nodes": "page, DOM nodes",
}


def run(made: Prepared, tools: Environment, minutes: float) -> dict[str, Any]:
    """What long_demo.py sees. Raises Refusal when nothing was measured."""
    if minutes <= 0:
        raise Refusal("--minutes must be above 0.")
    say(f"demo: a live chart in JupyterLab for {minutes:g} minutes")
    script = made.house.launcher / "tests" / "browser" / "long_demo.py"
    done = subprocess.run(
        [str(tools.python), str(script), str(minutes), str(made.jdk.home)],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=made.variables,
        cwd=made.house.root,
    )
    if done.returncode != 0:
        raise Refusal("The demo was not measured: see what is printed above.")
    return {"suite": "demo", "minutes": minutes, **json.loads(done.stdout)}


def table(found: dict[str, Any]) -> str:
    """The median of the second third of the time beside that of the last, and their ratio."""
    looks = found["looks"]
    third = max(1, len(looks) // 3)
    lines = [f"{found['minutes']:g} minutes, {len(looks)} looks, each after a full collection"]
    lines.append(f"{'':<24}{'middle third':>14}{'last third':>14}{'ratio':>8}")
    for name, title in _TITLES.items():
        middle, last = (
            statistics.median(look[name] for look in part)
            for part in (looks[third:-third] or looks, looks[-third:])
        )
        lines.append(f"{title:<24}{middle:>14.1f}{last:>14.1f}{last / middle:>8.2f}")
    return "\n".join(lines)
