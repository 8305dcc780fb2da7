from __future__ import annotations

import pytest

from launcher import clean


def _file(path, text="x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture
def made(house):
    """A house as set-up leaves it, with a learner's own work in it."""
    _file(house.stamps / "jar.json")
    _file(house.venv / "made-by-interlock")
    _file(house.venv / "lib" / "x.py")
    _file(house.jar)
    return house


def test_all_that_was_made_is_removed(made):
    assert clean.run(made) == 0
    assert not made.state.exists() and not made.venv.exists() and not made.target.exists()


def test_all_else_stays(made):
    mine = [
        _file(made.notebooks / "00-start-here.ipynb", "changed"),
        _file(made.root / "notes.txt"),
        _file(made.root / "kernel-lib/src/main/java/Mine.java"),
        _file(made.notebooks / ".ipynb_checkpoints" / "x.ipynb"),
    ]
    before = {path: path.read_bytes() for path in made.launcher.rglob("*") if path.is_file()}
    clean.run(made)
    assert all(path.exists() for path in mine)
    assert {path: path.read_bytes() for path in before} == before


def test_venv_of_somebody_else_stays(made):
    (made.venv / "made-by-interlock").unlink()
    clean.run(made)
    assert (made.venv / "lib" / "x.py").exists()


def test_link_to_another_folder_stays(house, tmp_path):
    kept = _file(tmp_path / "elsewhere" / "made-by-interlock")
    house.venv.symlink_to(tmp_path / "elsewhere")
    clean.run(house)
    assert kept.exists()


def test_twice_is_once(made, capsys):
    clean.run(made)
    assert clean.run(made) == 0
    assert "nothing to remove" in capsys.readouterr().err
