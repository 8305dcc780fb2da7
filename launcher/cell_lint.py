"""Checks one cell of a notebook."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from . import glossary, java_cells
from .notebook_file import sequence, source_of, table

CODE_LINES = 12
MARKDOWN_LINES = 6
EXPECTED_ERROR = "raises-exception"
SLIDE_TYPES = ("slide", "subslide", "fragment", "skip", "notes", "-")

_CELL_METADATA = {"slideshow", "tags"}
_HIDDEN = {"source_hidden": True}
_NOT_PROSE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|<[^>\n]*>|\]\([^)\n]*\)", re.DOTALL)
_EMPTY_WORD = re.compile(r"\b(simply|just)\b", re.IGNORECASE)
_TEX = re.compile(r"\$\$|(?<![\w\\$])\$(?=\S)[^$\n]*(?<=[^\s\\])\$(?![\w$])|\\\\?[(\[]|\\begin\{")
_LINK = re.compile(r"\]\(\s*<?([^)>\s]+)|(?:href|src)=[\"']([^\"']+)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


def problems(path: Path, cell: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a cell of the notebook at `path`, each the rest of a sentence."""
    source = source_of(cell)
    metadata = table(cell.get("metadata"))
    gate = cell.get("cell_type") == "code" and java_cells.is_one_call(source, "gate")
    yield from surplus("the cell", metadata, _CELL_METADATA | ({"jupyter"} if gate else set()))
    if gate and metadata.get("jupyter") != _HIDDEN:
        yield f"the cell shows the answers of its gate; set metadata jupyter to {json.dumps(_HIDDEN)}."
    if table(metadata.get("slideshow")).get("slide_type") not in SLIDE_TYPES:
        yield f"the cell has no slide type; set metadata slideshow.slide_type to one of {', '.join(SLIDE_TYPES)}."
    if not source.strip():
        yield "the cell is empty; delete it."
    if cell.get("cell_type") == "code":
        yield from _of_code(cell, source, sequence(metadata.get("tags")))
    elif cell.get("cell_type") == "markdown":
        yield from _of_markdown(path, source)
    else:
        yield "the cell is neither code nor markdown; make it one of the two."


def _of_code(cell: dict[str, Any], source: str, tags: list[Any]) -> Iterator[str]:
    if cell.get("outputs") != []:
        yield "the cell keeps outputs; clear them (Edit, Clear All Outputs) and save."
    if cell.get("execution_count") is not None:
        yield "the cell keeps an execution count; clear the outputs and save."
    lines = source.rstrip("\n").count("\n") + 1
    if lines > CODE_LINES:
        yield f"the cell has {lines} lines; cut it to {CODE_LINES} or move code into the jar."
    if java_cells.calls(source, "gate") and not java_cells.is_one_call(source, "gate"):
        yield "the cell holds more than its gate, whose source is hidden; give the gate a cell of its own."
    for name in java_cells.top_level_vars(source):
        yield f"the cell declares {name} with var, which a rerun can set to null; write its type."
    if java_cells.throws(source) and EXPECTED_ERROR not in tags:
        yield f"the cell throws, so Run All stops there; tag it {EXPECTED_ERROR}."
    for tag in difflib.get_close_matches(EXPECTED_ERROR, [str(t) for t in tags if t != EXPECTED_ERROR], cutoff=0.8):
        yield f"the cell has the tag {tag}, which Jupyter does not know; write {EXPECTED_ERROR}."


def _of_markdown(path: Path, source: str) -> Iterator[str]:
    lines = sum(1 for line in source.split("\n") if line.strip())
    if lines > MARKDOWN_LINES:
        yield f"the cell has {lines} lines of text; cut it to {MARKDOWN_LINES} or make two cells."
    yield from prose(path, source, "the cell")


def prose(path: Path, text: str, owner: str) -> Iterator[str]:
    """What is wrong with the Markdown text of a cell or page of the file at `path`."""
    plain = _NOT_PROSE.sub(" ", text)
    if _TEX.search(plain):
        yield f"{owner} holds TeX, which a page without network cannot show; write it in words, Unicode and <sup>."
    for word in sorted({found.group().lower() for found in _EMPTY_WORD.finditer(plain)}):
        yield f'{owner} says "{word}", which helps no learner; leave the word out.'
    for found in _LINK.finditer(text):
        target = found.group(1) or found.group(2)
        if not _ELSEWHERE.match(target):
            yield from _of_link(path, target, owner)


def _of_link(path: Path, target: str, owner: str) -> Iterator[str]:
    file, _, fragment = target.partition("#")
    there = path.parent / unquote(file.partition("?")[0])
    if not _is_there(there):
        yield f"{owner} links to {target}, which is not there; mend the link or add the file."
    elif fragment and there.suffix == ".md" and unquote(fragment) not in glossary.anchors(there):
        yield f"{owner} links to {target}, and {there.name} has no such heading; mend the link or add it."


def surplus(owner: str, metadata: dict[str, Any], wanted: set[str]) -> Iterator[str]:
    """One problem for each entry of the metadata that nothing needs."""
    for name in sorted(metadata.keys() - wanted):
        yield f"metadata of {owner} holds {name}, which nothing needs; remove it."


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):  # a name that no file system takes
        return False
