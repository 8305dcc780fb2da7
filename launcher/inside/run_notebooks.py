"""Executes notebooks and prints one line of JSON for each.

Arguments: the folder that paths are relative to, a log file for the kernels; `--save DIR` keeps
the executed notebooks, `--html DIR` writes self-contained pages, `--budget SECONDS` is what each
may take, whatever it says of itself; `--answers` then tries the answer to each exercise, as a
learner does who types it in: what is saved ends with the cells that this takes; then the notebooks.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from pathlib import Path
from typing import Any, TextIO

import nbformat

sys.path.append(str(Path(__file__).resolve().parents[2]))

from launcher import exercises  # noqa: E402
from launcher.notebook_file import read  # noqa: E402
from notebook_run import execute  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("base", type=Path)
    parser.add_argument("log", type=Path)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--html", type=Path)
    parser.add_argument("--budget", type=float)
    parser.add_argument("--answers", action="store_true")
    parser.add_argument("notebooks", nargs="+", type=Path)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, _stop)
    given.log.parent.mkdir(parents=True, exist_ok=True)
    with open(given.log, "w", encoding="utf-8") as log:
        for path in given.notebooks:
            _one(path, given, log)
    if given.html:
        from notebook_page import markdown

        for page in _pages(given):
            _write(given.html / page.relative_to(given.base).with_suffix(".html"), markdown(page, _all(given)))


def _one(path: Path, given: argparse.Namespace, log: TextIO) -> None:
    name = path.relative_to(given.base)
    more = _second_try(path) if given.answers else []
    notebook, result = execute(path, log, given.budget, more)
    if given.save:
        _write(given.save / name, nbformat.writes(notebook))
    notebook.cells = [cell for cell in notebook.cells if cell.get("id") not in {again["id"] for again in more}]
    if given.html and result["result"] == "passed":
        from notebook_page import html

        _write(given.html / name.with_suffix(".html"), html(notebook, path, _all(given)))
    print(json.dumps({"notebook": name.as_posix(), **result}), flush=True)


def _second_try(path: Path) -> list[dict[str, Any]]:
    notebook, file = read(path), exercises.answers_file(path)
    if isinstance(notebook, str):
        return []  # it cannot be run either, and that says why
    told = exercises.answers(file.read_text("utf-8")) if file.is_file() else []
    answers = {answer.id: answer.codes[0] for answer in told if answer.codes}
    return exercises.second_try(notebook, answers)


def _all(given: argparse.Namespace) -> list[Path]:
    return [*given.notebooks, *_pages(given)]


def _pages(given: argparse.Namespace) -> list[Path]:
    """The Markdown pages that go with these notebooks: the glossary, and their answers."""
    answers = [path.with_name(path.stem + ".answers.md") for path in given.notebooks]
    return [page for page in [given.base / "glossary.md", *answers] if page.is_file()]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _stop(number: int, frame: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
