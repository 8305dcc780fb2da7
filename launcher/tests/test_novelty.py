"""A notebook that speaks to kernel or page in a new way is tried in the second place."""

import json

import novelty


def notebook(path, code):
    cells = [{"cell_type": "code", "source": code}, {"cell_type": "markdown", "source": "Dropdown"}]
    path.write_text(json.dumps({"cells": cells}), "utf-8")
    return path


def test_only_notebooks_with_something_new_are_chosen(tmp_path, monkeypatch):
    monkeypatch.delenv("INTERLOCK_EVERY_NOTEBOOK", raising=False)
    a = notebook(tmp_path / "a", "interact(() -> wave(), Slider.of(1));")
    b = notebook(tmp_path / "b", 'Slider.of(2); // Dropdown\n"Dropdown"')
    c = notebook(tmp_path / "c", "Dropdown.of(3)")

    assert novelty.with_something_new([a, b, c]) == [a, c]
    assert novelty.with_something_new([a, b, c], [c]) == [a]


def test_every_notebook_on_demand(tmp_path, monkeypatch):
    monkeypatch.setenv("INTERLOCK_EVERY_NOTEBOOK", "1")
    plain = notebook(tmp_path / "a", "1 + 1")

    assert novelty.with_something_new([plain]) == [plain]
