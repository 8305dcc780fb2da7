"""bench browser: what a learner sees in a real JupyterLab in a real Chromium."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from .environment import Environment
from .prepare import Prepared
from .say import Refusal, say


def run(made: Prepared, tools: Environment) -> dict[str, Any]:
    """What measure.py finds in the browser. Raises Refusal when nothing was measured."""
    say("browser: JupyterLab in Chromium")
    done = subprocess.run(
        [str(tools.python), str(made.house.launcher / "tests" / "browser" / "measure.py")],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=made.variables,
        cwd=made.house.root,
    )
    if done.returncode != 0:
        raise Refusal("Nothing was measured in the browser: see what is printed above.")
    return {"suite": "browser", **json.loads(done.stdout)}


def table(found: dict[str, Any]) -> str:
    """The figures for a person."""
    live = found["live_chart_800x500"]
    drag = found["slider_drag_800x500"]
    lines = [
        found["browser"],
        f"live chart, 800×500: {live['frames_per_second']:.0f} frames/s "
        f"({live['different_pictures']} different pictures of {live['updates']} updates); "
        f"the first seconds on a fresh kernel: {live['first_frames_per_second']:.0f} frames/s",
        f"slider dragged over a chart, 800×500: drawn {drag['median_ms']:.0f} ms after the event "
        f"(95 % within {drag['p95_ms']:.0f} ms, {drag['unanswered']} of "
        f"{drag['events'] + drag['unanswered']} never); the first drag on a fresh kernel: "
        f"{drag['first_drag_median_ms']:.0f} ms",
    ]
    for name in ("100000_printlns", "10_MB_in_one_print"):
        part = found[name]
        name = name.replace("_", " ")
        if part["seconds"] is None:
            lines.append(f"{name}: the cell never ended in Lab")
            continue
        state = "whole" if part["whole"] else "NOT whole"
        lines.append(f"{name}: {part['characters']:,} characters, {state}, {part['seconds']:.1f} s")
    return "\n".join(lines)
