#!/usr/bin/env python3
"""Measures in a real JupyterLab and prints the figures as JSON; see launcher/bench_browser.py."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from playwright.sync_api import Locator

import cells
import chromium
import lab_server
from deadline import wait_for
from frames import FrameCounter, Frames
from lab_page import LabPage
from latency import Latency
from scratch import notebook

COLD_SECONDS = 3
LIVE_SECONDS = 6
DRAG_MOVES = 120
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


def slider_drag(lab: LabPage) -> dict:
    """Milliseconds from a pointer event on a slider to the changed chart of 800×500 below it."""
    lab.open(notebook(lab.server.folder, "drag", cells.WIDGET_IMPORTS, cells.SLIDER_CHART))
    lab.run_cell(0)
    lab.run_cell(1)
    area = lab.output_area(1)
    area.locator(".noUi-handle").wait_for()
    latency = Latency(area)
    _drag(lab, area, latency, 0.9)
    cold = latency.take()
    for end in (0.1, 0.9):
        _drag(lab, area, latency, end)
    latency.take()
    _drag(lab, area, latency, 0.1)
    warm = latency.take()
    return {
        "median_ms": round(warm.share(0.5), 1),
        "p95_ms": round(warm.share(0.95), 1),
        "events": len(warm.milliseconds),
        "unanswered": warm.unanswered,
        "first_drag_median_ms": round(cold.share(0.5), 1),
        "first_drag_p95_ms": round(cold.share(0.95), 1),
    }


def _drag(lab: LabPage, area: Locator, latency: Latency, end: float) -> None:
    """Drags the handle to a share of the track, in steps of a screen's frame."""
    track = area.locator(".noUi-base").bounding_box()
    handle = area.locator(".noUi-handle").bounding_box()
    height = track["y"] + track["height"] / 2
    begin = handle["x"] + handle["width"] / 2
    way = track["x"] + end * track["width"] - begin
    mouse = lab.page.mouse
    mouse.move(begin, height)
    mouse.down()
    for move in range(1, DRAG_MOVES + 1):
        mouse.move(begin + way * move / DRAG_MOVES, height)
        lab.page.wait_for_timeout(1000 / 60)
    mouse.up()
    wait_for("the last drawing", latency.waiting, lambda left: left == 0, every=0.05)


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
        "slider_drag_800x500": slider_drag,
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
