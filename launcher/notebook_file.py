"""Notebook files: found, and read so that one of a wrong shape cannot stop the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def notebooks(folder: Path) -> list[Path]:
    """The notebooks below a folder, without the copies that Jupyter keeps in hidden folders."""
    return _below(folder, "*.ipynb")


def pages(folder: Path) -> list[Path]:
    """The Markdown pages below a folder: the glossary and the answers."""
    return _below(folder, "*.md")


def _below(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.rglob(pattern))
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]


def read(path: Path) -> dict[str, Any] | str:
    """The notebook, or what is wrong with the file: the rest of a sentence that begins with its name."""
    try:
        notebook = json.loads(path.read_text("utf-8"))
    except OSError as failed:
        return f"cannot be read ({failed.strerror}): check its name and permissions."
    except (UnicodeDecodeError, RecursionError):
        return "is not a notebook: it is not JSON in UTF-8; restore the file or delete it."
    except json.JSONDecodeError as failed:
        return f"is not a notebook: line {failed.lineno} is not JSON ({failed.msg}); restore the file or delete it."
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        return "is not a notebook: it has no list of cells; restore the file or delete it."
    return notebook


def sections(path: Path) -> list[str]:
    """The section ids that a notebook says it covers; none if it cannot be read."""
    notebook = read(path)
    own = {} if isinstance(notebook, str) else table(table(notebook.get("metadata")).get("interlock"))
    return [str(section) for section in sequence(own.get("sections"))]


def source_of(cell: dict[str, Any]) -> str:
    """A cell's text, which a file may hold as one string or as a list of lines."""
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def table(value: Any) -> dict[str, Any]:
    """The value if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: Any) -> list[Any]:
    """The value if it is a JSON array, else an empty one."""
    return value if isinstance(value, list) else []
