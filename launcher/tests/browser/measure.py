#!/usr/bin/env python3
"""Measures in a real JupyterLab and prints the figures as JSON; see launcher/bench_browser.py."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import cells
import chromium
import lab_server
from frames import FrameCounter, Frames
from lab_page import LabPage
from scratch import notebook

COLD_SECONDS = 3
LIVE_SECONDS = 6
VIEWPORT = {"width": 1280, "height": 900}


def live_chart(lab: LabPage) -> dict:
    """Frames a second that the browser paints of an 800×500 chart: of the first, and once warm."""
    loops = [cells.live_loop(seconds) for seconds in (COLD_SECONDS, LIVE_SECONDS)]
    lab.open(notebook(lab.server.folder, "live", cells.LIVE_IMPORTS, cells.LIVE_CHART, *loops))
    lab.run_cell(0)
    lab.run_cell(1)
    cold = _frames(lab, 2)
    warm = _frames(lab, 3)
    if errors := lab.error_outputs():
        raise SystemExit(f"the live chart did not run: {errors}")
    return {
        "frames_per_second": round(warm.per_second(), 1),
        "different_pictures": warm.states,
        "updates": int(lab.text(3)),
        "first_frames_per_second": round(cold.per_second(), 1),
    }


def _frames(lab: LabPage, loop: int) -> Frames:
    counter = FrameCounter(lab.cell(1))
    lab.run_cell(loop)
    return counter.stop()


def whole_output(lab: LabPage, source: str, expected: str) -> dict:
    """Seconds from the click until the cell is done in Lab, and how much of its output came."""
    lab.open(notebook(lab.server.folder, "long-output", "1", source))
    lab.run_cell(0)
    start = time.monotonic()
    try:
        lab.run_cell(1, 60)
    except AssertionError as never_done:
        return {"seconds": None, "characters": 0, "whole": False, "problem": str(never_done)}
    seconds = time.monotonic() - start
    text = lab.text(1)
    return {"seconds": round(seconds, 2), "characters": len(text), "whole": text == expected}


def measure(browser, server) -> dict:
    parts = {
        "live_chart_800x500": live_chart,
        "100000_printlns": lambda lab: whole_output(lab, cells.MANY_PRINTLNS, cells.PRINTLNS_TEXT),
        "10_MB_in_one_print": lambda lab: whole_output(lab, cells.ONE_PRINT, cells.ONE_PRINT_TEXT),
    }
    found = {}
    for name, part in parts.items():
        page = browser.new_page(viewport=VIEWPORT)
        found[name] = part(LabPage(page, server))
        page.close()
        server.stop_kernels()
    return found


def main() -> int:
    executable = chromium.find()
    if executable is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    python = os.environ.get("INTERLOCK_PYTHON", sys.executable)
    with lab_server.running(python) as server, chromium.launched(executable) as browser:
        found = measure(browser, server)
        found["browser"] = f"Chromium {browser.version}"
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
