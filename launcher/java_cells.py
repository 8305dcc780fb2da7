"""Java source of notebook cells, read closely enough to tell what stands at the top level."""

from __future__ import annotations

import re

# In order: what may hide a brace or a keyword. A text block comes before a string.
_HIDING = re.compile(
    r'//[^\n]*'
    r'|/\*.*?(?:\*/|\Z)'
    r'|"""(?:\\.|[^\\])*?(?:"""|\Z)'
    r'|"(?:\\.|[^"\\\n])*(?:"|$)'
    r"|'(?:\\.|[^'\\\n])*(?:'|$)",
    re.DOTALL | re.MULTILINE,
)
_VAR = re.compile(r"(?<![\w$.])var\s+([A-Za-z_$][\w$]*)\s*[=;:]")
_THROW = re.compile(r"(?<![\w$.])throw\s")
_OPENING = "({["
_CLOSING = ")}]"


def top_level_vars(source: str) -> list[str]:
    """The names that a cell declares with `var` outside all brackets, in order."""
    return [found.group(1) for found in _VAR.finditer(_top_level(source))]


def throws(source: str) -> bool:
    """Whether a cell has a `throw` statement outside all brackets, so that it always fails."""
    return _THROW.search(_top_level(source)) is not None


def words(source: str) -> set[str]:
    """Every name that a cell's code uses."""
    code = _HIDING.sub(lambda hidden: _blank(hidden.group()), source)
    return set(re.findall(r"[A-Za-z_$][\w$]*", code))


def is_one_call(source: str, name: str) -> bool:
    """Whether a cell is one call of that function and nothing else."""
    return re.fullmatch(rf"{name}\(\s*\)\s*;?", _top_level(source).strip()) is not None


def calls(source: str, name: str) -> list[str]:
    """The first arguments, where they are text, of every call of that function, in order."""
    found = re.compile(rf'(?<![\w$.]){name}\(\s*"([^"\\\n]*)"')
    return [call.group(1) for call in found.finditer(_without_comments(source))]


def _without_comments(source: str) -> str:
    return _HIDING.sub(lambda hidden: _blank(hidden.group()) if hidden.group()[0] == "/" else hidden.group(), source)


def _top_level(source: str) -> str:
    """The source with blanks for magics, comments, text and all that stands in brackets."""
    if source.lstrip().startswith("%%"):
        return ""
    java = "\n".join("" if line.startswith("%") else line for line in source.split("\n"))
    code = _HIDING.sub(lambda hidden: _blank(hidden.group()), java)
    depth, kept = 0, []
    for sign in code:
        depth = max(0, depth - (sign in _CLOSING))
        kept.append(sign if depth == 0 or sign == "\n" else " ")
        depth += sign in _OPENING
    return "".join(kept)


def _blank(text: str) -> str:
    # A string becomes a value, so that what stands around it still reads as a statement.
    return "0" if text[0] in "\"'" else " " + "\n" * text.count("\n")
