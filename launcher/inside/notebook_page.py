"""Turns executed notebooks and Markdown pages into HTML files that need no network to be seen."""

from __future__ import annotations

import base64
import copy
import mimetypes
import os
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

import nbformat
from nbconvert import HTMLExporter

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_PICTURE = re.compile(r'(<img\b[^>]*?\bsrc=")([^":]+)(")')
_LINK = re.compile(r"""(<a\b[^>]*?)\shref=(["'])([^"':#?]+)\.(ipynb|md)(#[^"']*)?\2""")
_WIDGET = "application/vnd.jupyter.widget-view+json"
_DARK = Path("static", "theme-dark.css")


def html(notebook: nbformat.NotebookNode, path: Path, pages: Collection[Path]) -> str:
    """The page of the notebook at `path`: style and pictures are inside it.

    Links to one of `pages`, which are notebooks and Markdown files, lead to its page; a link to any
    other of the kind would lead nowhere, so it becomes text.
    """
    page = _exported(_prepared(notebook), path.stem)
    embedded = _PICTURE.sub(lambda found: _embedded(found, path.parent), page)
    known = {os.path.abspath(page) for page in pages}
    return _LINK.sub(lambda found: _link(found, path.parent, known), embedded)


def markdown(path: Path, pages: Collection[Path]) -> str:
    """The page of a Markdown file."""
    text = path.read_text("utf-8")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text)])
    notebook.metadata["interlock"] = {"title": text.partition("\n")[0].lstrip("# ").strip()}
    return html(notebook, path, pages)


def _exported(notebook: nbformat.NotebookNode, name: str) -> str:
    # nbconvert's own embedding closes each inline tag at once, so that <details> loses its text.
    exporter = HTMLExporter(
        template_name="interlock",
        extra_template_basedirs=[str(_TEMPLATES)],
        embed_images=False,
    )
    resources = {"metadata": {"name": name}, "dark_theme": _dark_theme(exporter)}
    return exporter.from_notebook_node(notebook, resources)[0]


def _dark_theme(exporter: HTMLExporter) -> str:
    """The dark theme's style sheet: the page holds both, and the reader's system chooses."""
    for folder in exporter.template_paths:
        if (Path(folder) / _DARK).is_file():
            return (Path(folder) / _DARK).read_text("utf-8")
    raise FileNotFoundError(f"nbconvert has no {_DARK}.")


def _prepared(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """A copy whose hidden sources stay hidden, and whose widgets show their static form."""
    page = copy.deepcopy(notebook)
    page.metadata.pop("widgets", None)
    page.metadata["title"] = page.metadata.get("interlock", {}).get("title", "")
    if not page.metadata["title"]:
        del page.metadata["title"]
    for cell in page.cells:
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            cell.metadata["transient"] = {"remove_source": True}
        for output in cell.get("outputs", []):
            if len(output.get("data", {})) > 1:
                output.data.pop(_WIDGET, None)
    return page


def _embedded(found: re.Match[str], folder: Path) -> str:
    before, name, after = found.groups()
    try:
        data = base64.b64encode((folder / name).read_bytes()).decode()
    except OSError:
        return found.group()  # not a file of ours: the page shows what the notebook shows
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{before}data:{kind};base64,{data}{after}"


def _link(found: re.Match[str], folder: Path, known: set[str]) -> str:
    before, quote, name, kind, fragment = found.groups()
    if os.path.abspath(folder / f"{unquote(name)}.{kind}") not in known:
        return f'{before} class="elsewhere"'
    return f"{before} href={quote}{name}.html{fragment or ''}{quote}"
