"""bench: measures beside a peer, in turns in one run, as ratios."""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
import subprocess
from pathlib import Path
from typing import Any

from . import bench_browser, bench_demo, bench_gil, bench_processes, environment
from .house import JJAVA_VERSION, House
from .prepare import Prepared, prepare
from .say import Refusal, say

# The first run when no suite is named: the others take minutes, or half an hour.
USUAL = ("kernel", "browser")
SUITES = (*USUAL, "gil", "gil-engine", "processes", "demo")
PAIRS = 7
# What is measured, its unit, and how many of that unit a sample's 1 is.
_PARTS = {
    "start": ("start to first result", "ms", 1000),
    "empty": ("empty cell", "ms", 1000),
    "comm": ("widget messages", "/s", 1),
    "idle": ("idle CPU of a core", "%", 100),
    # Stock JJava's heap is another, and it may not answer any more.
    "full": ("full heap to its report", "ms", 1000),
}


def run(
    house: House, suite: str | None, pairs: int, minutes: float, json_file: Path | None
) -> int:
    """Runs one suite, or the usual ones."""
    if suite is not None and suite not in SUITES:
        raise Refusal(f"There is no benchmark suite {suite!r}; there is: {', '.join(SUITES)}.")
    if pairs < 1:
        raise Refusal("--pairs must be at least 1.")
    made = prepare(house)
    chosen = [suite] if suite else USUAL
    found = {name: _measured(made, name, pairs, minutes) for name in chosen}
    if json_file:
        json_file.write_text(json.dumps(found[suite] if suite else found, indent=1), "utf-8")
    return 0


def _measured(made: Prepared, suite: str, pairs: int, minutes: float) -> dict[str, Any]:
    if suite == "kernel":
        found = kernel(made, pairs)
        print(table(found), flush=True)
        return found
    if suite == "gil":
        return bench_gil.run(made, pairs)
    if suite == "gil-engine":
        return bench_gil.engine(made, pairs)
    tools = environment.ensure_test_tools(made.house, made.variables)
    if suite == "browser":
        found = bench_browser.run(made, tools)
        print(bench_browser.table(found), flush=True)
    elif suite == "processes":
        found = bench_processes.run(made, tools)
    else:
        found = bench_demo.run(made, tools, minutes)
        print(bench_demo.table(found), flush=True)
    return found


def kernel(made: Prepared, pairs: int) -> dict[str, Any]:
    """Our kernelspec against the one that JJava's own package brings, on the same JDK."""
    stock = made.environment.prefix / "share" / "jupyter" / "kernels"
    ours = made.house.jupyter_path / "kernels"
    say(f"kernel against stock JJava {JJAVA_VERSION}: {pairs} pairs in turns")
    done = subprocess.run(
        [
            str(made.python),
            str(made.house.launcher / "inside" / "bench_kernel.py"),
            str(ours),
            str(stock),
            str(pairs),
        ],
        stdout=subprocess.PIPE,
        text=True,
        env=made.variables,
        cwd=made.house.root,
    )
    if done.returncode != 0:
        raise Refusal(
            "A kernel did not answer, so nothing was measured: see what is printed above."
        )
    samples = json.loads(done.stdout)
    return {
        "suite": "kernel",
        "machine": machine(made),
        "pairs": pairs,
        "samples": samples,
        "ratios": {part: _ratio(samples, part) for part in _PARTS if part in samples["stock"]},
    }


def machine(made: Prepared) -> dict[str, Any]:
    """What the numbers hold for."""
    return {
        "cpu": cpu_name(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "jdk": made.jdk.version,
    }


def cpu_name() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _ratio(samples: dict[str, Any], part: str) -> float:
    ours, stock = (statistics.median(samples[side][part]) for side in ("ours", "stock"))
    return round(ours / stock, 3) if stock else math.nan


def table(found: dict[str, Any]) -> str:
    """Medians with the range of the samples, and the ratio of the medians."""
    on = found["machine"]
    lines = [
        f"{on['cpu']}, {on['cores']} cores, JDK {on['jdk']}, {found['pairs']} pairs; "
        "median (lowest–highest)"
    ]
    lines.append(f"{'':<25}{'ours':>26}{'stock JJava':>26}{'ratio':>8}")
    for part, ours in found["samples"]["ours"].items():
        line = f"{_PARTS[part][0]:<25}{_cell(ours, part):>26}"
        if part in found["ratios"]:
            stock = _cell(found["samples"]["stock"][part], part)
            line += f"{stock:>26}{found['ratios'][part]:>8.2f}"
        lines.append(line)
    return "\n".join(lines)


def _cell(samples: list[float], part: str) -> str:
    _, unit, scale = _PARTS[part]
    low, middle, high = (scale * f(samples) for f in (min, statistics.median, max))
    digits = 0 if high >= 20 else 1
    return f"{middle:.{digits}f} {unit} ({low:.{digits}f}–{high:.{digits}f})"
