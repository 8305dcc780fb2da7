"""Exercises of a notebook: the stub cell, its check, and the answer that stands apart.

The stub cell is the one that calls `solve("id", …)`, the check cell calls `check("id", …)`. The
answers stand in `NN-title.answers.md` beside the notebook: a section `## id` for each, with an
explanation and one java fence that replaces the stub cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import java_cells
from .notebook_file import sequence, source_of, table

ENDING = ".answers.md"

_SECTION = re.compile(r"^## +(.*?) *$", re.MULTILINE)
_FENCE = re.compile(r"^```java[ \t]*\n(.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """One section of an answers file."""

    id: str
    explanation: str
    codes: tuple[str, ...]


def answers_file(notebook: Path) -> Path:
    """Where the answers to a notebook's exercises stand."""
    return notebook.with_name(notebook.stem + ENDING)


def answers(text: str) -> list[Answer]:
    """The sections of an answers file, in order."""
    heads = list(_SECTION.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    bodies = [text[head.end() : end] for head, end in zip(heads, ends)]
    return [
        Answer(head.group(1), _FENCE.sub("", body).strip(), tuple(code.rstrip("\n") for code in _FENCE.findall(body)))
        for head, body in zip(heads, bodies)
    ]


def stubs(cells: list[dict[str, Any]]) -> dict[str, int]:
    """The place of each exercise's stub cell."""
    return {name: place for name, place in _calls(cells, "solve")}


def checks(cells: list[dict[str, Any]]) -> dict[str, int]:
    """The place of each exercise's check cell."""
    return {name: place for name, place in _calls(cells, "check")}


def second_try(notebook: dict[str, Any], given: dict[str, str]) -> list[dict[str, Any]]:
    """The cells that a learner runs again with the answers in place: from each stub cell to its check."""
    cells = [table(cell) for cell in sequence(notebook.get("cells"))]
    places = checks(cells)
    again = []
    for name, stub in stubs(cells).items():
        for place in range(stub, places.get(name, stub) + 1):
            if cells[place].get("cell_type") == "code":
                source = given.get(name, "") if place == stub else source_of(cells[place])
                again.append(_cell(f"again-{len(again)}", source))
    return again


def _cell(name: str, source: str) -> dict[str, Any]:
    return {
        "id": name, "cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None,
    }


def problems(path: Path, notebook: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the exercises of the notebook at `path`, each the rest of a sentence."""
    cells = [table(cell) for cell in sequence(notebook.get("cells"))]
    yield from _of_gates(cells)
    solved, checked = stubs(cells), checks(cells)
    for kind in ("solve", "check"):
        yield from _repeated(kind, [name for name, _ in _calls(cells, kind)])
    for name, place in solved.items():
        if name not in checked:
            yield f'the exercise {name} has no check; add a cell with check("{name}", …).'
        elif checked[name] < place:
            yield f"the check of {name} stands before its exercise; move it below."
    for name in checked.keys() - solved.keys():
        yield f'the check of {name} has no exercise; add a cell with solve("{name}", …).'
    yield from _of_answers(path, cells, solved)


def _of_gates(cells: list[dict[str, Any]]) -> Iterator[str]:
    yield from _repeated("gate", [name for name, _ in _calls(cells, "gate")])


def _repeated(kind: str, names: list[str]) -> Iterator[str]:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f'{kind}("{name}", …) stands there twice; give one of the two another id.'


def _of_answers(path: Path, cells: list[dict[str, Any]], solved: dict[str, int]) -> Iterator[str]:
    file = answers_file(path)
    if not file.is_file():
        for name in solved:
            yield f"the exercise {name} has no answer; write it into {file.name}, below ## {name}."
        return
    try:
        given = answers(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        yield f"{file.name} cannot be read; restore it or mend its permissions."
        return
    names = [answer.id for answer in given]
    for name in solved.keys() - set(names):
        yield f"the exercise {name} has no answer; write it into {file.name}, below ## {name}."
    for answer in given:
        yield from _of_answer(file, answer, names, solved)
    texts = [source_of(cell) for cell in cells if cell.get("cell_type") == "markdown"]
    if not any(f"({file.name}" in text for text in texts):
        yield f"no cell links to {file.name}; link to it after the last check."


def _of_answer(file: Path, answer: Answer, names: list[str], solved: dict[str, int]) -> Iterator[str]:
    if answer.id not in solved:
        yield f"{file.name} answers {answer.id}, which is no exercise here; remove it or mend its name."
    if names.count(answer.id) > 1:
        yield f"{file.name} answers {answer.id} twice; keep one."
    if not answer.explanation:
        yield f"{file.name} gives no reason for the answer to {answer.id}; explain it."
    if len(answer.codes) != 1:
        yield f"{file.name} has {len(answer.codes)} java fences below {answer.id}; it needs exactly one."
    elif java_cells.calls(answer.codes[0], "solve") != [answer.id]:
        yield f'{file.name}: the code of {answer.id} replaces the stub cell, so it must call solve("{answer.id}", …).'


def _calls(cells: list[dict[str, Any]], function: str) -> list[tuple[str, int]]:
    return [
        (name, place)
        for place, cell in enumerate(cells)
        if cell.get("cell_type") == "code"
        for name in java_cells.calls(source_of(cell), function)
    ]
