"""The command as a person types it: exit codes, one sentence, no stack trace."""

from __future__ import annotations

import ast
import os
import re
import socket
import subprocess
import sys

import pytest
from conftest import posix_only


@pytest.fixture
def interlock(house):
    def run(*words, env=None, program=sys.executable):
        return subprocess.run(
            [program, str(house.root / "interlock"), *words],
            env=env,
            capture_output=True,
            text=True,
        )

    return run


def _is_one_sentence(done) -> bool:
    return done.returncode == 2 and re.fullmatch(r"interlock: [^\n]+\.\n", done.stderr) is not None


def test_help_lists_the_commands_that_exist(interlock):
    listed = re.findall(r"^  (\w+) {2,}", interlock("--help").stdout, re.MULTILINE)
    assert listed == ["lab", "test", "notebooks", "export", "bench", "exec", "doctor", "clean"]


def test_taken_port_is_refused(interlock):
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = interlock("lab", "--port", str(other.getsockname()[1]))
    assert _is_one_sentence(done)
    assert "is taken: choose another with --port" in done.stderr


@pytest.mark.parametrize("port", ["0", "70000"])
def test_impossible_port_is_refused(interlock, port):
    assert "is no port" in interlock("lab", "--port", port).stderr


def test_exec_without_a_command_is_refused(interlock):
    assert _is_one_sentence(interlock("exec"))


def test_unknown_suite_is_refused(interlock):
    done = interlock("bench", "nothing")
    assert _is_one_sentence(done) and "there is: kernel" in done.stderr


def test_unknown_notebook_is_refused(interlock):
    assert _is_one_sentence(interlock("notebooks", "nothing"))


def test_clean_of_a_clean_house_does_nothing(interlock):
    assert interlock("clean").returncode == 0


def test_doctor_names_every_part_and_makes_nothing(interlock, house):
    done = interlock("doctor")
    assert done.returncode == 0
    for part in (
        "Python",
        "JDK",
        "Maven",
        "MPI",
        "OpenCL",
        "BLAS",
        "browser",
        "fonts",
        "CPU",
        "memory",
        "disk",
    ):
        assert re.search(rf"^(found|missing) +{part}\b", done.stdout, re.MULTILINE), part
    assert not house.state.exists() and not house.venv.exists()


def _runs(program, **as_user) -> bool:
    try:
        done = subprocess.run([program, "-c", ""], capture_output=True, cwd="/", **as_user)
    except OSError:
        return False
    return done.returncode == 0


@posix_only
def test_folder_that_cannot_be_written_is_refused(house, tmp_path):
    if os.geteuid() != 0:
        pytest.skip("no second user: only root can become one")
    nobody = {"user": 65534, "group": 65534, "extra_groups": []}
    program = next((p for p in (sys.executable, "/usr/bin/python3") if _runs(p, **nobody)), None)
    if not program:
        pytest.skip("no Python that another user may run")
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    done = subprocess.run(
        [program, house.root / "interlock", "exec", "true"],
        capture_output=True,
        text=True,
        cwd="/",
        **nobody,
    )
    assert _is_one_sentence(done), done.stderr
    assert "cannot be written: copy the project into a folder of your own" in done.stderr


PRETEND = "import runpy, sys; sys.version_info = (3, 9, 18); runpy.run_path(sys.argv[1])"


def test_old_python_is_refused(house):
    done = subprocess.run(
        [sys.executable, "-c", PRETEND, house.root / "interlock"], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert re.fullmatch(
        r"interlock: Python 3.10 or newer is needed and this is 3.9: [^\n]+\n", done.stderr
    )


def test_script_is_within_what_an_old_python_can_read(house):
    text = (house.root / "interlock").read_text()
    ast.parse(text, feature_version=(3, 4))
