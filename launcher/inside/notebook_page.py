"""Turns an executed notebook into one HTML file that needs no network to be seen."""

from __future__ import annotations

import base64
import mimetypes
import re
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_PICTURE = re.compile(r'(<img\b[^>]*?\bsrc=")([^":]+)(")')
_LINK = re.compile(r'(<a\b[^>]*?\bhref="[^":#]+)\.ipynb(["#])')


def html(notebook: nbformat.NotebookNode, path: Path) -> str:
    """The whole page: style, pictures and scripts are inside it, links lead to other pages."""
    # nbconvert's own embedding closes each inline tag at once, so that <details> loses its text.
    exporter = HTMLExporter(
        template_name="interlock",
        extra_template_basedirs=[str(_TEMPLATES)],
        embed_images=False,
    )
    page = exporter.from_notebook_node(notebook, {"metadata": {"name": path.stem}})[0]
    embedded = _PICTURE.sub(lambda found: _embedded(found, path.parent), page)
    return _LINK.sub(r"\1.html\2", embedded)


def _embedded(found: re.Match[str], folder: Path) -> str:
    before, name, after = found.groups()
    try:
        data = base64.b64encode((folder / name).read_bytes()).decode()
    except OSError:
        return found.group()  # not a file of ours: the page shows what the notebook shows
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{before}data:{kind};base64,{data}{after}"
