"""Small notebooks that a test writes for itself into the served folder."""

from __future__ import annotations

import json
from pathlib import Path

KERNEL = {"display_name": "Java", "language": "java", "name": "java"}


def notebook(root: Path, name: str, *cells: str) -> str:
    """Writes a notebook of code cells under the served root; answers its path in Lab."""
    content = {
        "cells": [_code(index, source) for index, source in enumerate(cells)],
        "metadata": {"kernelspec": KERNEL},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    folder = root / "scratch"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.ipynb").write_text(json.dumps(content), encoding="utf-8")
    return f"scratch/{name}.ipynb"


def saved(root: Path, path: str) -> dict:
    """What Lab wrote to the notebook's file."""
    return json.loads((root / path).read_text(encoding="utf-8"))


def printed(outputs: list[dict]) -> str:
    """All that a cell's outputs hold of its streams."""
    streams = [output for output in outputs if output["output_type"] == "stream"]
    return "".join("".join(stream["text"]) for stream in streams)


def _code(index: int, source: str) -> dict:
    return {
        "cell_type": "code",
        "id": f"cell-{index}",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }
