#!/usr/bin/env python3
"""Runs notebooks in a real JupyterLab and takes pictures of all of each, light and dark.

  screenshots.py [--no-run] [--width 1280] NOTEBOOK... OUTPUT_FOLDER

A long notebook becomes several PNG files of at most 1,600 pixels each:
FOLDER/<notebook>-<theme>-<part>.png.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import chromium
import lab_server
from lab_page import PANEL, THEMES, LabPage

WIDTH = 1280
PIECE = 1600
# Lab's bars above and below the notebook.
FRAME = 110

_SCROLLER = f"{PANEL} .jp-WindowedPanel-outer"


def take(lab: LabPage, folder: Path, stem: str, width: int = WIDTH) -> list[Path]:
    """Pictures of the whole open notebook in both themes."""
    lay_out(lab, width)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for theme in THEMES:
        lab.theme(theme)
        files += _pieces(lab, folder, f"{stem}-{theme}")
    lab.theme("light")
    return files


def _pieces(lab: LabPage, folder: Path, stem: str) -> list[Path]:
    scroller = lab.page.locator(_SCROLLER)
    files = []
    top = 0
    while True:
        reached = scroller.evaluate("(e, top) => { e.scrollTop = top; return e.scrollTop; }", top)
        total, seen = scroller.evaluate("e => [e.scrollHeight, e.clientHeight]")
        _painted(lab)
        box = scroller.bounding_box()
        skip = top - reached  # the last piece overlaps the one before
        clip = {"x": box["x"], "y": box["y"] + skip, "width": box["width"], "height": seen - skip}
        file = folder / f"{stem}-{len(files) + 1}.png"
        lab.page.screenshot(path=str(file), clip=clip, animations="disabled")
        files.append(file)
        top = reached + seen
        if top >= total - 1:
            return files


def _painted(lab: LabPage) -> None:
    lab.page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def lay_out(lab: LabPage, width: int = WIDTH) -> None:
    """Makes room for pictures of all: a tall page, no side bars, every cell drawn."""
    lab.page.set_viewport_size({"width": width, "height": PIECE + FRAME})
    lab.page.evaluate(
        """() => {
          const shell = window.jupyterapp.shell;
          shell.collapseLeft();
          shell.collapseRight();
          const notebook = shell.currentWidget.content;
          notebook.notebookConfig = {
            ...notebook.notebookConfig, windowingMode: 'none', scrollPastEnd: false
          };
        }"""
    )


def _serve(notebook: Path, folder: Path) -> str:
    """Copies a notebook, with the folder `notebooks` around it if any; answers its path there."""
    notebook = notebook.resolve()
    home = next((above for above in notebook.parents if above.name == "notebooks"), None)
    if home is None:
        shutil.copy(notebook, folder)
        return notebook.name
    lab_server.copy_notebooks(home, folder)
    return notebook.relative_to(home.parent).as_posix()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebook", nargs="+", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-run", action="store_true", help="show without running the cells")
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--seconds", type=float, default=180, help="time a notebook may take")
    options = parser.parse_args(arguments)
    executable = chromium.find()
    if executable is None:
        print(chromium.MISSING)
        return 1
    python = os.environ.get("INTERLOCK_PYTHON", sys.executable)
    with lab_server.running(python) as server:
        with chromium.launched(executable) as browser:
            for notebook in options.notebook:
                served = _serve(notebook, server.folder)
                page = browser.new_page()
                lab = LabPage(page, server)
                lab.open(served)
                if not options.no_run:
                    lab.run_all(options.seconds)
                for file in take(lab, options.folder, notebook.stem, options.width):
                    print(file)
                for error in lab.error_outputs() + lab.console_errors:
                    print(f"{notebook.name}: {error}", file=sys.stderr)
                page.close()
                server.stop_kernels()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
