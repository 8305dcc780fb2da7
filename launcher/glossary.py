"""The glossary and other Markdown pages of the course: their headings, and what is wrong with them.

A term is a heading `## term`, one to three sentences and, if need be, `Source: …` at the end. Lessons link to it as `glossary.md#term`,
in lower case, without punctuation, with hyphens for spaces. JupyterLab keeps case and punctuation of
a heading in its address, so a term that has any carries the address itself:
`## <a id="amdahls-law"></a>Amdahl's law`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

NAME = "glossary.md"
SENTENCES = 3

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="([^"]*)"></a>')
_SENTENCE_END = re.compile(r"[.?!][)\"”]?(?=\s|\Z)")
_LINK = re.compile(r"\]\(#([^)\s]+)\)")


def address(term: str) -> str:
    """The part of a link after `#`, as GitHub makes it of a heading."""
    return re.sub(r"[^\w\- ]", "", _ANCHOR.sub("", term).strip().lower()).replace(" ", "-")


def anchors(page: Path) -> frozenset[str]:
    """What a link may name in a Markdown page; nothing if it cannot be read."""
    try:
        return _anchors(page.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return frozenset()


@lru_cache(maxsize=8)
def _anchors(text: str) -> frozenset[str]:
    return frozenset(address(found.group(2)) for found in _HEADING.finditer(text))


def problems(page: Path) -> list[str]:
    """What is wrong with the glossary, one sentence each."""
    try:
        text = page.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return [f"{page.as_posix()} cannot be read: restore the file; lessons link to it."]
    return [f"{page.as_posix()}: {problem}" for problem in _problems(text)]


def _problems(text: str) -> Iterator[str]:
    if not re.match(r"# \S", text):
        yield "the page does not begin with a title; make its first line start with '# '."
    terms = entries(text)
    previous = ""
    for term, meaning in terms:
        name = _ANCHOR.sub("", term)
        yield from _of_term(term, name, meaning)
        key = name.casefold()
        if address(name) in {address(earlier) for earlier, _ in terms[: terms.index((term, meaning))]}:
            yield f"the term {name} is there twice; keep one."
        elif key < previous:
            yield f"the term {name} stands out of order; terms are in the order of the alphabet."
        previous = max(previous, key)
    for found in _LINK.finditer(text):
        if found.group(1) not in _anchors(text):
            yield f"the link to #{found.group(1)} leads to no term; mend it or add the term."


def entries(text: str) -> list[tuple[str, str]]:
    """The terms in their order, each with its text."""
    heads = [found for found in _HEADING.finditer(text) if len(found.group(1)) == 2]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [(head.group(2), text[head.end() : end].strip()) for head, end in zip(heads, ends)]


def _of_term(term: str, name: str, meaning: str) -> Iterator[str]:
    wanted = address(name)
    own = _ANCHOR.search(term)
    if own and own.group(1) != wanted or not own and name.replace(" ", "-") != wanted:
        yield f'the term {name} has no address that links can name; write ## <a id="{wanted}"></a>{name}.'
    if not meaning:
        yield f"the term {name} is not explained; write one to {SENTENCES} sentences."
    plain = meaning.partition("Source: ")[0]
    if len(_SENTENCE_END.findall(plain)) > SENTENCES:
        yield f"the term {name} has more than {SENTENCES} sentences; cut it."
