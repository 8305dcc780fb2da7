"""Checks the notebooks against the house's rules, without running them.

`python -m launcher.notebook_lint [FILE or FOLDER …]` prints one sentence a problem and exits
with 1 if there is one. Without arguments it checks `notebooks/`.
"""

from __future__ import annotations

import csv
import difflib
import json
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from . import cell_lint, exercises, glossary
from .cell_lint import surplus
from .house import House, here
from .notebook_file import notebooks, pages, read, sections, sequence, source_of, table

_KERNELSPEC = {"name": "java", "display_name": "Java", "language": "java"}
_LANGUAGE = {"name": "java"}
_JAR = "kernel-lib/target/interlock-kernel-lib.jar"
_READABLE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){0,3}(-[0-9a-f]{12})?")
_FILE_NAME = re.compile(r"\d\d-[a-z0-9]+(-[a-z0-9]+)*\.ipynb")


def syllabus_ids(house: House) -> list[str]:
    """The section ids, from the file that the jar reads as well."""
    resources = house.root / "kernel-lib" / "src" / "main" / "resources"
    with open(resources / "interlock" / "talk" / "syllabus.csv", encoding="utf-8", newline="") as rows:
        return [row["Id"] for row in csv.DictReader(rows)]


def check(path: Path, syllabus_ids: Collection[str]) -> list[str]:
    """The problems of one notebook, one sentence each: where, what, what to do."""
    notebook = read(path)
    if isinstance(notebook, str):
        return [f"{path.as_posix()} {notebook}"]
    cells = [table(cell) for cell in sequence(notebook.get("cells"))]
    found = [f"{path.as_posix()}: {problem}" for problem in _of_notebook(path, notebook, cells, syllabus_ids)]
    found += [f"{path.as_posix()}: {problem}" for problem in exercises.problems(path, notebook)]
    for place, cell in enumerate(cells, 1):
        name = cell.get("id") or f"number {place}"
        found += [f"{path.as_posix()}, cell {name}: {problem}" for problem in cell_lint.problems(path, cell)]
    return found


def check_all(paths: Sequence[Path], syllabus_ids: Collection[str]) -> list[str]:
    """The problems of these notebooks, and each section that two of them cover."""
    found, covered = [], {}
    for path in paths:
        found += check(path, syllabus_ids)
        for section in sections(path):
            if covered.setdefault(section, path) != path:
                found.append(
                    f"{path.as_posix()}: section {section} is covered by {covered[section].as_posix()} already; "
                    "take it out of one of the two."
                )
    return found


def check_pages(folder: Path) -> list[str]:
    """The problems of the Markdown pages beside the notebooks: glossary and answers."""
    terms = folder / glossary.NAME
    found = glossary.problems(terms) if terms.exists() else []
    for page in pages(folder):
        text = page.read_text("utf-8", "replace")
        found += [f"{page.as_posix()}: {problem}" for problem in cell_lint.prose(page, text, "the page")]
    for answers in sorted(folder.rglob("*" + exercises.ENDING)):
        notebook = answers.with_name(answers.name.removesuffix(exercises.ENDING) + ".ipynb")
        if not notebook.is_file():
            found.append(f"{answers.as_posix()} answers a notebook that is not there; rename it or delete it.")
    return found


def _of_notebook(
    path: Path, notebook: dict[str, Any], cells: list[dict[str, Any]], known: Collection[str]
) -> Iterator[str]:
    if (notebook.get("nbformat"), notebook.get("nbformat_minor")) != (4, 5):
        yield "the notebook is not of format 4.5; save it with a current JupyterLab."
    if not _FILE_NAME.fullmatch(path.name):
        yield "the notebook is not named like 03-scale-it.ipynb; rename it: two digits, then lower-case words."
    metadata = table(notebook.get("metadata"))
    yield from surplus("the notebook", metadata, {"kernelspec", "language_info", "interlock"})
    kernel = table(metadata.get("kernelspec"))
    yield from surplus("kernelspec", kernel, {"name", "display_name", "language"})
    if (kernel.get("name"), kernel.get("language")) != ("java", "java") or not kernel.get("display_name"):
        yield f"the notebook does not ask for the Java kernel; set metadata kernelspec to {json.dumps(_KERNELSPEC)}."
    if metadata.get("language_info") != _LANGUAGE:
        yield f"the notebook says too much or nothing of its language; set language_info to {json.dumps(_LANGUAGE)}."
    title = _title(cells)
    if title is None:
        yield "the notebook does not begin with a title; make its first cell markdown that starts with '# '."
    yield from _of_lesson(path, table(metadata.get("interlock")), title, known)
    yield from _of_first_code(cells, table(metadata.get("interlock")).get("talk"))
    yield from _of_ids([cell.get("id") for cell in cells])


def _of_lesson(path: Path, lesson: dict[str, Any], title: str | None, known: Collection[str]) -> Iterator[str]:
    yield from surplus("interlock", lesson, {"talk", "sections", "title", "minutes"})
    if title is not None and lesson.get("title") != title:
        yield f'metadata interlock.title is not the title of the first cell; set it to "{title}".'
    if not isinstance(lesson.get("minutes"), int) or isinstance(lesson["minutes"], bool) or lesson["minutes"] < 1:
        yield "metadata interlock.minutes is no whole number above 0; say how many minutes the notebook takes."
    if not isinstance(lesson.get("sections"), list):
        yield 'metadata interlock.sections is not a list; name the sections it covers, as in ["1.3"], or none: [].'
    named = sequence(lesson.get("sections"))
    for place, section in enumerate(named):
        yield from _of_section(section, section in named[:place], lesson.get("talk"), known)
    if named and lesson.get("talk") not in (None, path.parent.name):
        yield f"the notebook stands outside its talk's folder; move it to {lesson['talk']}/{path.name}."


def _of_first_code(cells: list[dict[str, Any]], talk: Any) -> Iterator[str]:
    """A stock Java kernel knows the jar by this line alone; the house's own kernel passes over it."""
    first = next((cell for cell in cells if cell.get("cell_type") == "code"), None)
    line = f"%classpath {'../../' if talk else '../'}{_JAR}"
    if first is not None and source_of(first).split("\n")[0].rstrip() != line:
        yield f"the first code cell does not load the jar on other kernels; make its first line '{line}'."


def _of_section(section: Any, again: bool, talk: Any, known: Collection[str]) -> Iterator[str]:
    if not isinstance(section, str):
        yield f"section {section} is not text; write it in quotes, or 1.10 becomes 1.1."
    elif section not in known:
        near = " or ".join(difflib.get_close_matches(section, known, n=3, cutoff=0))
        yield f"section {section} is not in the syllabus; the nearest are {near}."
    elif again:
        yield f"section {section} is named twice; name it once."
    elif talk != f"talk{section[0]}":
        yield f"section {section} is of talk{section[0]}; set metadata interlock.talk to that, or move the section."


def _of_ids(ids: list[Any]) -> Iterator[str]:
    seen: set[str] = set()
    for place, identity in enumerate(ids, 1):
        if not isinstance(identity, str):
            yield f"cell number {place} has no id; give it words joined by hyphens, as in measure-pi."
            continue
        if identity in seen:
            yield f"two cells have the id {identity}; rename one."
        seen.add(identity)
        if not _READABLE_ID.fullmatch(identity) or _RANDOM_ID.fullmatch(identity) or len(identity) > 64:
            yield f"the cell id {identity} tells nothing; write words joined by hyphens, as in measure-pi."


def _title(cells: list[dict[str, Any]]) -> str | None:
    if not cells or cells[0].get("cell_type") != "markdown":
        return None
    first = source_of(cells[0]).split("\n")[0]
    return first[2:].strip() or None if first.startswith("# ") else None


def main(arguments: list[str]) -> int:
    """Prints the problems of the files and folders named, or of all notebooks."""
    house = here()
    given = [Path(argument) for argument in arguments] or [house.notebooks]
    paths = [path for place in given for path in (notebooks(place) if place.is_dir() else [place])]
    found = check_all(paths, syllabus_ids(house))
    found += [problem for place in given if place.is_dir() for problem in check_pages(place)]
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
