"""A set-up that is stopped at any point goes on from there the next time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from conftest import alive, first_line, linux_only
from fakes import jdk as fake_jdk
from fakes import maven as fake_maven
from fakes import script, wheel

pytestmark = linux_only


@pytest.fixture
def setup(house, tmp_path):
    """Starts a set-up of the scratch house: real venv and pip, a Maven that waits to be let go."""
    lock = wheel(tmp_path / "wheels", "jjava")
    (house.requirements / "lab.txt").write_text(lock)
    (house.launcher / "kernel.py").write_text(
        "def ensure(house, python, jdk, jar, say):\n    pass\n"
    )
    tools = tmp_path / "bin"
    fake_maven(tools)
    env = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "JAVA_HOME": str(fake_jdk(tmp_path / "jdk", "25.0.3")),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": str(tmp_path / "wheels"),
    }

    def start() -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, str(house.root / "interlock"), "exec", "true"],
            env=env,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    start.tools = tools
    return start


def _finishes(start) -> str:
    running = start()
    said = running.communicate(timeout=120)[1]
    assert running.returncode == 0, said
    return said


def test_stop_ends_the_programs_that_were_started(setup, house, tmp_path):
    told = tmp_path / "told"
    script(setup.tools / "mvn", f"sleep 600 & echo $! > {told}; wait")
    running = setup()
    sleeper = int(first_line(told, running))
    running.send_signal(signal.SIGINT)
    said = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert said.endswith(
        "interlock: stopped; what is done is kept, the same command goes on from there\n"
    )
    assert "Traceback" not in said
    assert not alive(sleeper)
    fake_maven(setup.tools)
    assert "helper jar" in _finishes(setup)
    assert _finishes(setup) == ""


def test_killed_set_up_ends_the_programs_that_were_started(setup, tmp_path):
    told = tmp_path / "told"
    script(setup.tools / "mvn", f"sleep 600 & echo $! > {told}; wait")
    running = setup()
    sleeper = int(first_line(told, running))
    running.kill()
    running.communicate()
    end = time.monotonic() + 30
    while alive(sleeper) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(sleeper)


@pytest.mark.parametrize("after", ["venv …", "pip.log", "pyvenv.cfg", "jar.json"])
def test_killed_set_up_is_resumed(setup, house, after):
    """Killed without a chance to tidy up, as soon as the named thing has appeared."""
    running = setup()
    seen = {
        "venv …": house.venv,
        "pip.log": house.logs / "lab-pip.log",
        "pyvenv.cfg": house.venv / "pyvenv.cfg",
        "jar.json": house.stamps / "jar.json",
    }[after]
    while not seen.exists() and running.poll() is None:
        pass
    running.kill()
    running.communicate()
    _finishes(setup)
    assert _finishes(setup) == ""
    told = subprocess.run(
        [house.venv / "bin" / "python", "-c", "import jjava"], capture_output=True
    )
    assert told.returncode == 0
