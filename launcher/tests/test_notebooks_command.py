from __future__ import annotations

import pytest

from launcher import notebooks
from launcher.say import Refusal


@pytest.fixture
def shelf(house):
    for name in ("00-start-here", "scaling/03-amdahl", "scaling/08-limits", ".ipynb_checkpoints/x"):
        file = house.notebooks / f"{name}.ipynb"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}")
    return house


def _names(house, *names):
    return [path.stem for path in notebooks.choose(house, list(names))]


def test_no_name_is_all_in_order(shelf):
    assert _names(shelf) == ["00-start-here", "03-amdahl", "08-limits"]


def test_part_of_a_path_is_enough(shelf):
    assert _names(shelf, "SCALING/") == ["03-amdahl", "08-limits"]
    assert _names(shelf, "amdahl", "start") == ["00-start-here", "03-amdahl"]


def test_unknown_name_lists_what_there_is(shelf):
    with pytest.raises(
        Refusal, match="No notebook fits 'gil'; there is: 00-start-here, scaling/03-amdahl"
    ):
        notebooks.choose(shelf, ["start", "gil"])


def test_empty_shelf_is_refused(house):
    with pytest.raises(Refusal, match="There is no notebook"):
        notebooks.choose(house, [])


def test_line_names_the_cell_that_failed():
    result = {
        "notebook": "a.ipynb",
        "seconds": 1.25,
        "peak_bytes": 512_000_000,
        "result": "failed",
        "cell": 3,
        "code": "boom();",
        "message": "no boom",
    }
    assert notebooks.line(result, 8) == (
        "a.ipynb      1.2 s     512 MB  failed: code cell 3 (boom();): no boom"
    )
