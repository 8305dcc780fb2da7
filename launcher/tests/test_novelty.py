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

    assert novelty.with_something_new([b, a, c], novelty.KERNEL) == [a, c]
    assert novelty.with_something_new([b, a, c], novelty.KERNEL, known=[c]) == [a]
    assert novelty.with_something_new([b], novelty.KERNEL, known=[a]) == []


def test_a_picture_is_new_to_a_page_only(tmp_path, monkeypatch):
    monkeypatch.delenv("INTERLOCK_EVERY_NOTEBOOK", raising=False)
    chart = notebook(tmp_path / "a", "LawChart.of(laws)")

    assert novelty.with_something_new([chart], novelty.PAGE) == [chart]
    assert novelty.with_something_new([chart], novelty.KERNEL) == []


def test_every_notebook_on_demand(tmp_path, monkeypatch):
    monkeypatch.setenv("INTERLOCK_EVERY_NOTEBOOK", "1")
    plain = notebook(tmp_path / "a", "1 + 1")

    assert novelty.with_something_new([plain], novelty.PAGE) == [plain]
