"""Which notebooks are tried a second time, on another kernel or in a real page.

Every notebook runs whole on the house's own kernel. What a notebook computes is the same Java
everywhere; what may differ elsewhere is how it talks to the kernel and to the page. So a second
place gets the notebooks that use something of `interlock.notebook` or `interlock.view` that none
before them has used there. INTERLOCK_EVERY_NOTEBOOK=1 has every one run everywhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from launcher import java_cells
from launcher.notebook_file import read, source_of

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[2]))
_SOURCES = ROOT / "kernel-lib" / "src" / "main" / "java" / "interlock"
_PACKAGES = ("notebook", "notebook/lesson", "notebook/widget", "view")
_FUNCTION = re.compile(r"^  public static .*?\b(\w+)\(", re.MULTILINE)


def spoken(notebook: Path) -> set[str]:
    """What the cells of a notebook use of the vocabulary."""
    cells = read(notebook)["cells"]
    codes = [source_of(cell) for cell in cells if cell["cell_type"] == "code"]
    return set().union(*map(java_cells.words, codes)) & vocabulary()


def vocabulary() -> set[str]:
    """The types with which cells talk to kernel and page, and the functions of `Notebook`."""
    files = [file for package in _PACKAGES for file in (_SOURCES / package).glob("*.java")]
    functions = _FUNCTION.findall((_SOURCES / "notebook" / "Notebook.java").read_text("utf-8"))
    return {file.stem for file in files} | set(functions)


def with_something_new(notebooks: Iterable[Path], known: Iterable[Path] = ()) -> list[Path]:
    """The notebooks that use what neither the known ones nor those before them use."""
    if os.environ.get("INTERLOCK_EVERY_NOTEBOOK"):
        return list(notebooks)
    heard = set().union(*map(spoken, known))
    chosen = []
    for notebook in notebooks:
        if not spoken(notebook) <= heard:
            heard |= spoken(notebook)
            chosen.append(notebook)
    return chosen
