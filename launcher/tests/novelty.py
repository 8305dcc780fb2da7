"""Which notebooks are tried a second time, on another kernel or in a real page.

Every notebook runs whole on the house's own kernel. What a notebook computes is the same Java
everywhere; what may differ elsewhere is how it talks to the kernel, which is `interlock.notebook`,
and what it shows on the page, which is also `interlock.view`. So a second place gets the notebooks
that together use all of these that any notebook uses: each brings something new. INTERLOCK_EVERY_NOTEBOOK=1 has
every one run everywhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from launcher import java_cells
from launcher.notebook_file import read, source_of

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[2]))
_SOURCES = ROOT / "kernel-lib" / "src" / "main" / "java" / "interlock"
KERNEL = ("notebook", "notebook/lesson", "notebook/widget")
PAGE = (*KERNEL, "view")
_FUNCTION = re.compile(r"^  public static .*?\b(\w+)\(", re.MULTILINE)


def spoken(notebook: Path, packages: Sequence[str]) -> set[str]:
    """What the cells of a notebook use of the packages."""
    found = read(notebook)
    cells = found["cells"] if isinstance(found, dict) else []  # else the lint says what is wrong
    codes = [source_of(cell) for cell in cells if cell["cell_type"] == "code"]
    return set().union(*map(java_cells.words, codes)) & _vocabulary(packages)


@cache
def _vocabulary(packages: Sequence[str]) -> set[str]:
    """The types of the packages, and the functions of `Notebook`."""
    files = [file for package in packages for file in (_SOURCES / package).glob("*.java")]
    functions = _FUNCTION.findall((_SOURCES / "notebook" / "Notebook.java").read_text("utf-8"))
    return {file.stem for file in files} | set(functions)


def with_something_new(
    notebooks: Iterable[Path], packages: Sequence[str], known: Iterable[Path] = ()
) -> list[Path]:
    """A few notebooks that use of the packages all that any of them uses and the known ones do not."""
    left = list(notebooks)
    if os.environ.get("INTERLOCK_EVERY_NOTEBOOK"):
        return left
    says = {notebook: spoken(notebook, packages) for notebook in left}
    heard = set().union(*(spoken(notebook, packages) for notebook in known))
    chosen = []
    while left and (best := max(left, key=lambda it: len(says[it] - heard))) and says[best] - heard:
        heard |= says[best]
        chosen.append(best)
    return chosen
