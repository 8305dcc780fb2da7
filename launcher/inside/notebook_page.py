"""Turns an executed notebook into one HTML file that needs no network to be seen."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

_TEMPLATES = Path(__file__).resolve().parent / "templates"


def html(notebook: nbformat.NotebookNode, title: str) -> str:
    """The whole page: style, pictures and scripts are inside it."""
    exporter = HTMLExporter(
        template_name="interlock",
        extra_template_basedirs=[str(_TEMPLATES)],
        embed_images=True,
    )
    resources = {"metadata": {"name": title}}
    return exporter.from_notebook_node(notebook, resources)[0]
