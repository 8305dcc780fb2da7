from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from fakes import wheel

from launcher import environment
from launcher.environment import Environment
from launcher.say import Refusal


@pytest.fixture(scope="module")
def empty_venv(tmp_path_factory):
    """A virtual environment that holds pip alone: making it takes seconds, copying it does not."""
    folder = tmp_path_factory.mktemp("venv")
    environment.create(Environment(folder, conda=False), folder / "log", os.environ)
    return folder


@pytest.fixture
def offline(house, tmp_path, empty_venv, monkeypatch):
    """The variables under which pip finds only what the test has made."""
    monkeypatch.setattr(
        environment,
        "create",
        lambda env, log, variables: shutil.copytree(
            empty_venv, env.prefix, symlinks=True, dirs_exist_ok=True
        ),
    )
    (house.requirements / "lab.txt").write_text(wheel(tmp_path / "wheels"))
    return {
        **os.environ,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(tmp_path / "wheels"),
        "PIP_CONFIG_FILE": os.devnull,
    }


def _conda(prefix, house, leave_out=()):
    (prefix / "conda-meta").mkdir(parents=True)
    for name, version in environment.wanted(house.requirements / "lab.in"):
        if name not in leave_out:
            folder = f"{name.replace('-', '_')}-{version}.dist-info"
            (prefix / "lib/python3.11/site-packages" / folder).mkdir(parents=True)
    return prefix


def test_conda_environment_with_all_packages_is_used_as_it_is(house, tmp_path, monkeypatch):
    prefix = _conda(tmp_path / "notebook", house)
    monkeypatch.setenv("CONDA_PREFIX", str(prefix))
    assert environment.chosen(house) == Environment(prefix, conda=True)
    assert environment.ready(house, environment.chosen(house))


def test_our_conda_environment_that_lacks_something_is_refused(house, tmp_path, monkeypatch):
    prefix = _conda(tmp_path / "interlock", house, leave_out=("nbclient", "jjava"))
    monkeypatch.setenv("CONDA_PREFIX", str(prefix))
    with pytest.raises(Refusal, match="interlock lacks jjava, nbclient: run 'conda env update"):
        environment.chosen(house)


def test_somebody_elses_conda_environment_is_left_alone(house, tmp_path, monkeypatch):
    monkeypatch.setenv(
        "CONDA_PREFIX", str(_conda(tmp_path / "physics", house, leave_out=("jjava",)))
    )
    assert environment.chosen(house) == Environment(house.venv, conda=False)


def test_base_environment_is_left_alone(house, tmp_path, monkeypatch):
    prefix = _conda(tmp_path / "miniforge3", house)
    (prefix / "condabin").mkdir()
    monkeypatch.setenv("CONDA_PREFIX", str(prefix))
    assert not environment.chosen(house).conda


def test_venv_is_made_once_and_holds_the_packages(house, offline):
    env = environment.chosen(house)
    environment.ensure(house, env, offline)
    told = subprocess.run(
        [env.python, "-c", "import tiny; print(tiny.answer)"], capture_output=True, text=True
    )
    assert told.stdout.strip() == "42"
    assert environment.made_here(house)
    before = (house.venv / "pyvenv.cfg").stat().st_mtime_ns
    environment.ensure(house, env, offline)
    assert (house.venv / "pyvenv.cfg").stat().st_mtime_ns == before


def test_changed_lock_file_makes_it_anew(house, offline):
    env = environment.chosen(house)
    environment.ensure(house, env, offline)
    with open(house.requirements / "lab.txt", "a") as lock:
        lock.write("# changed\n")
    assert not environment.ready(house, env)


def test_package_with_another_hash_is_refused(house, offline, tmp_path):
    lock = house.requirements / "lab.txt"
    lock.write_text(lock.read_text()[:-9] + "00000000\n")
    with pytest.raises(Refusal, match="checksum differs"):
        environment.ensure(house, environment.chosen(house), offline)
    assert not environment.ready(house, environment.chosen(house))


def test_no_network_is_refused_in_one_sentence(house, offline):
    env = {
        **offline,
        "PIP_NO_INDEX": "0",
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "1",
        "NO_PROXY": "localhost",
        "PIP_INDEX_URL": "http://localhost:1/simple",
    }
    (house.requirements / "lab.txt").write_text("absent==1.0 --hash=sha256:" + "0" * 64 + "\n")
    with pytest.raises(
        Refusal, match="^No network, so installing the Python packages failed: connect"
    ):
        environment.ensure(house, environment.chosen(house), env)


def test_foreign_venv_is_left_alone(house, offline):
    (house.venv / "bin").mkdir(parents=True)
    with pytest.raises(Refusal, match="was not made by interlock"):
        environment.ensure(house, environment.chosen(house), offline)
    assert (house.venv / "bin").is_dir()


def test_python_without_venv_module_is_refused(house, offline, monkeypatch):
    monkeypatch.setattr(environment, "has_module", lambda module: module != "ensurepip")
    with pytest.raises(
        Refusal, match="lacks its module ensurepip: run 'apt install python3.*-venv'"
    ):
        environment.ensure(house, environment.chosen(house), offline)
