#!/usr/bin/env python3
"""Watches the memory of the kernel and of the page while a live demo runs; see bench_demo.py."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import chromium
import lab_server
import processes
from lab_page import LabPage
from scratch import notebook

VIEWPORT = {"width": 1280, "height": 900}
LOOKS = 30
ALONE = 10_000

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


# Counts what reaches the outputs of the demo's cell.
COUNT = """() => {
  const cell = window.jupyterapp.shell.currentWidget.content.widgets[1];
  window.interlockUpdates = 0;
  cell.model.outputs.changed.connect(() => { window.interlockUpdates++; });
}"""

# The same number of lines of text, put into an output by the page itself: no kernel, no message.
SET_ALONE = """async updates => {
  const outputs = window.jupyterapp.shell.currentWidget.content.widgets[0].model.outputs;
  const text = n => ({output_type: 'display_data', data: {'text/plain': `${n}`}, metadata: {}});
  outputs.clear();
  outputs.add(text(0));
  for (let n = 1; n <= updates; n++) {
    outputs.set(0, text(n));
    if (n % 50 === 0) await new Promise(done => setTimeout(done, 0));
  }
}"""


class Watch:
    """Looks at one kernel and one page from outside."""

    def __init__(self, lab: LabPage, jdk: Path) -> None:
        self._tab = lab.page
        self._tab.evaluate(COUNT)
        self._page = lab.page.context.new_cdp_session(lab.page)
        self._page.send("Performance.enable")
        self._kernel = max(processes.children(lab.server.pid), key=_resident)
        self._jcmd = jdk / "bin" / "jcmd"

    def look(self) -> dict[str, float]:
        """Megabytes after a full collection on both sides, the page's nodes and its updates."""
        page = self._metrics()
        return {
            "kernel_heap_MB": self._live_heap() / 1e6,
            "kernel_resident_MB": _resident(self._kernel) / 1e6,
            "page_heap_MB": page["JSHeapUsedSize"] / 1e6,
            "page_nodes": page["Nodes"],
            "updates": self._tab.evaluate("() => window.interlockUpdates"),
        }

    def alone(self) -> float:
        """Bytes that the page keeps for each change of an output that no kernel has sent."""
        self._tab.evaluate(SET_ALONE, ALONE // 4)
        before = self._metrics()["JSHeapUsedSize"]
        self._tab.evaluate(SET_ALONE, ALONE)
        return (self._metrics()["JSHeapUsedSize"] - before) / ALONE

    def _metrics(self) -> dict[str, float]:
        """What the page says of itself after a full collection."""
        self._page.send("HeapProfiler.collectGarbage")
        metrics = self._page.send("Performance.getMetrics")["metrics"]
        return {metric["name"]: metric["value"] for metric in metrics}

    def _live_heap(self) -> int:
        """What the kernel's heap holds after a full collection, in bytes."""
        asked = [str(self._jcmd), str(self._kernel), "GC.class_histogram"]
        said = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True).stdout
        return int(said.rstrip().splitlines()[-1].split()[2])


def _resident(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def watch(lab: LabPage, jdk: Path, minutes: float) -> dict[str, Any]:
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
    lab.interrupt()
    lab.output_area(1).get_by_text("Demo 'waves' stopped.").wait_for()
    alone = looks.alone()
    return {"looks": seen, "alone_bytes_per_update": alone, "server_growth_MB": _away(lab)}


def _away(lab: LabPage) -> float:
    """By how many megabytes the server grows in a minute of the demo without any page."""
    lab.run_cell(1)
    lab.page.close()
    before = _resident(lab.server.pid)
    time.sleep(60)
    return (_resident(lab.server.pid) - before) / 1e6


def main() -> int:
    minutes, jdk = float(sys.argv[1]), Path(sys.argv[2])
    executable = chromium.find()
    if executable is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    python = os.environ.get("INTERLOCK_PYTHON", sys.executable)
    with lab_server.running(python) as server, chromium.launched(executable) as browser:
        page = browser.new_page(viewport=VIEWPORT)
        print(json.dumps(watch(LabPage(page, server), jdk, minutes)))
        server.stop_kernels()
    return 0


if __name__ == "__main__":
    sys.exit(main())
