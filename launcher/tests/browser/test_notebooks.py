"""Every notebook in a real Lab: Run All, no error, nothing fetched; live charts move."""

import os
import posixpath
import re
from pathlib import Path

import pytest

import lessons
import screenshots
from deadline import wait_for
from frames import FrameCounter, Frames
from lab_page import PANEL
from load import needs_proc, now_quiet, still_busy

# A chart that grows point by point shows at least this many different pictures.
MOVED = 5
MOVING = {"1.3"}
ALL = f"{PANEL} .jp-Notebook"
LESSONS = [path for path in lessons.paths() if path != lessons.START]


@pytest.mark.parametrize("path", LESSONS)
def test_lesson_runs_and_its_live_charts_move(lab, path):
    seen = run_cleanly(lab, path)
    if path in {lessons.covering(section) for section in MOVING}:
        assert seen.states >= MOVED, f"only {seen.states} different pictures were painted"


@needs_proc
def test_start_notebook_runs_stops_its_demo_and_leads_to_lessons(lab, server):
    run_cleanly(lab, lessons.START)
    assert lab.page.locator(".jp-Dialog, .Toastify__toast").all_inner_texts() == []
    still_busy(server, "the demo at the end")
    lab.interrupt()
    now_quiet(server, "the demo at the end")
    links = map_links(lab)
    assert links, "the start notebook shows no link to a lesson"
    missing = [link for link in links if not (lessons.NOTEBOOKS / link).is_file()]
    assert missing == []
    lab.page.locator(f'{ALL} .jp-OutputArea-output a[href*=".ipynb"]').first.click()
    opened = wait_for("the lesson opens", lab.path, lambda at: at != f"notebooks/{lessons.START}")
    assert opened == f"notebooks/{links[0]}"


def run_cleanly(lab, path: str) -> Frames:
    """Runs a notebook from the menu; answers the frames painted of its pictures meanwhile."""
    lab.open(f"notebooks/{path}")
    frames = FrameCounter(lab.page.locator(ALL))
    lab.run_all(120)
    seen = frames.stop()
    assert lab.error_outputs() == []
    assert lab.console_errors == []
    assert lab.foreign_requests == []
    if folder := os.environ.get("INTERLOCK_SCREENSHOTS"):
        stem = path.removesuffix(".ipynb").replace("/", "-")
        screenshots.take(lab, Path(folder), stem)
    return seen


def map_links(lab) -> list[str]:
    """Links to notebooks in the outputs, from the folder `notebooks` on."""
    pages = [
        "".join(output.get("data", {}).get("text/html", ""))
        for cell in lab.cells()
        for output in cell["outputs"]
    ]
    links = re.findall(r"""href=["']([^"'#:]+\.ipynb)""", "\n".join(pages))
    return [posixpath.normpath(link) for link in links]
