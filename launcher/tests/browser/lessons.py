"""The project's notebooks, found by what their metadata says of them."""

from __future__ import annotations

import json
import os
from pathlib import Path

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[3]))
NOTEBOOKS = ROOT / "notebooks"
START = "00-start-here.ipynb"


def paths() -> list[str]:
    """Every notebook, from the folder `notebooks` on, in reading order."""
    found = (file.relative_to(NOTEBOOKS) for file in NOTEBOOKS.rglob("*.ipynb"))
    return sorted(path.as_posix() for path in found if not any(p[0] == "." for p in path.parts))


def covering(section: str) -> str | None:
    """The notebook that covers a section of the syllabus, such as `1.3`."""
    for path in paths():
        metadata = json.loads((NOTEBOOKS / path).read_text(encoding="utf-8")).get("metadata", {})
        if section in metadata.get("interlock", {}).get("sections", []):
            return path
    return None
