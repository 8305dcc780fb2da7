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
# The page's heap is read to some 0.3 MB: fewer updates would show that and not what they leave.
_ENOUGH = 5_000


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
    lines = [f"{found['minutes']:g} minutes, {len(looks)} looks, each after a full collection"]
    lines.append(f"{'':<24}{'middle third':>14}{'last third':>14}{'ratio':>8}")
    for name, title in _TITLES.items():
        middle, last = _middle_and_last(looks, name)
        lines.append(f"{title:<24}{middle:>14.1f}{last:>14.1f}{last / middle:>8.2f}")
    grown = f"server, a minute without a page: {found['server_growth_MB']:+.1f} MB"
    return "\n".join([*lines, *_history(found), grown])


def _history(found: dict[str, Any]) -> list[str]:
    """What the page keeps of each update, beside what JupyterLab keeps of one without a kernel."""
    looks, alone = found["looks"], found["alone_bytes_per_update"]
    heap, count = (_middle_and_last(looks, name) for name in ("page_heap_MB", "updates"))
    updates = count[1] - count[0]
    if updates < _ENOUGH or alone <= 0:
        return [f"page, bytes an update: not measured, {updates:.0f} updates are too few"]
    kept = 1e6 * (heap[1] - heap[0]) / updates
    return [
        f"{'':<24}{'the demo':>14}{'Lab alone':>14}{'ratio':>8}",
        f"{'page, bytes an update':<24}{kept:>14.0f}{alone:>14.0f}{kept / alone:>8.2f}",
        f"{looks[-1]['updates']} updates; JupyterLab's document remembers each change of an output",
    ]


def _middle_and_last(looks: list[dict[str, float]], name: str) -> tuple[float, float]:
    third = max(1, len(looks) // 3)
    parts = (looks[third:-third] or looks, looks[-third:])
    middle, last = (statistics.median(look[name] for look in part) for part in parts)
    return middle, last
