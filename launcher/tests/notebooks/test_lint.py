"""The project's own notebooks break no rule of the house."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))
from launcher import notebook_lint  # noqa: E402
from launcher.house import House  # noqa: E402
from launcher.notebook_file import notebooks  # noqa: E402


def test_notebooks_break_no_rule():
    house = House(ROOT)
    found = notebook_lint.check_all(notebooks(house.notebooks), notebook_lint.syllabus_ids(house))
    found += notebook_lint.check_pages(house.notebooks)

    assert not found, "\n".join(found)


def test_glossary_is_there():
    assert (ROOT / "notebooks" / "glossary.md").is_file()


def test_start_notebook_is_among_them():
    assert ROOT / "notebooks" / "00-start-here.ipynb" in notebooks(ROOT / "notebooks")
