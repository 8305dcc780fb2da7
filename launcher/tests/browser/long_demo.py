#!/usr/bin/env python3
"""Watches the memory of the kernel and of the page while a live demo runs; see bench_demo.py."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import chromium
import lab_server
import processes
from lab_page import LabPage
from scratch import notebook

VIEWPORT = {"width": 1280, "height": 900}
LOOKS = 30

IMPORTS = """\
import static interlock.notebook.Notebook.*;
import interlock.notebook.*;
import interlock.notebook.widget.*;
import interlock.view.*;"""

# Some 20 frames a second: a chart that moves, a table that grows no longer, a line of text.
DEMO = """\
Slider<Double> speed = Slider.of("speed", 0.1, 5.0).step(0.1).start(1.0);
show(speed);
LiveDisplay chart = live("…");
demo("waves", demo -> {
  double phase = 0;
  while (!demo.isStopped()) {
    phase += 0.1 * speed.value();
    double[] y = new double[100];
    for (int i = 0; i < 100; i++) y[i] = Math.sin(i / 9.0 + phase);
    chart.update(Charts.lines("wave", "x", "y", y));
    Thread.sleep(50);
  }
})"""


class Watch:
    """Looks at one kernel and one page from outside."""

    def __init__(self, lab: LabPage, jdk: Path) -> None:
        self._page = lab.page.context.new_cdp_session(lab.page)
        self._page.send("Performance.enable")
        self._kernel = max(processes.children(lab.server.pid), key=_resident)
        self._jcmd = jdk / "bin" / "jcmd"

    def look(self) -> dict[str, float]:
        """Megabytes after a full collection on both sides, and the page's nodes."""
        self._page.send("HeapProfiler.collectGarbage")
        metrics = self._page.send("Performance.getMetrics")["metrics"]
        page = {metric["name"]: metric["value"] for metric in metrics}
        return {
            "kernel_heap_MB": self._live_heap() / 1e6,
            "kernel_resident_MB": _resident(self._kernel) / 1e6,
            "page_heap_MB": page["JSHeapUsedSize"] / 1e6,
            "page_nodes": page["Nodes"],
        }

    def _live_heap(self) -> int:
        """What the kernel's heap holds after a full collection, in bytes."""
        asked = [str(self._jcmd), str(self._kernel), "GC.class_histogram"]
        said = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True).stdout
        return int(said.rstrip().splitlines()[-1].split()[2])


def _resident(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def watch(lab: LabPage, jdk: Path, minutes: float) -> list[dict[str, float]]:
    lab.open(notebook(lab.server.folder, "long-demo", IMPORTS, DEMO))
    lab.run_cell(0)
    lab.run_cell(1)
    if errors := lab.error_outputs():
        raise SystemExit(f"the demo did not run: {errors}")
    looks = Watch(lab, jdk)
    begin = time.monotonic()
    seen = []
    for look in range(LOOKS + 1):
        lab.page.wait_for_timeout(max(0, 1000 * (begin + 60 * minutes * look / LOOKS - time.monotonic())))
        seen.append({"minutes": (time.monotonic() - begin) / 60, **looks.look()})
    if "<svg" not in lab.output_area(1).inner_html():
        raise SystemExit("the demo shows nothing any more")
    return seen


def main() -> int:
    minutes, jdk = float(sys.argv[1]), Path(sys.argv[2])
    executable = chromium.find()
    if executable is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    python = os.environ.get("INTERLOCK_PYTHON", sys.executable)
    with lab_server.running(python) as server, chromium.launched(executable) as browser:
        page = browser.new_page(viewport=VIEWPORT)
        print(json.dumps({"looks": watch(LabPage(page, server), jdk, minutes)}))
        page.close()
        server.stop_kernels()
    return 0


if __name__ == "__main__":
    sys.exit(main())
