"""postBuild and start do on one CPU and 2 GB what Binder will have them do."""

import json
import subprocess
import sys

import pytest
import scratch_image
from small_machine import MEMORY, small_machine

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Binder runs Linux")

SET_BY_BOTH = (
    "JAVA_HOME", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH",
    "INTERLOCK_ROOT", "INTERLOCK_PYTHON", "PYTHONNOUSERSITE",
)
ONE_CELL = """
import sys
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="java", startup_timeout=120)
try:
    answers = []
    def keep(message):
        content = message["content"]
        answers.append(content.get("data", {}).get("text/plain") or content.get("evalue") or "")
    client.execute_interactive(sys.argv[1], timeout=120, output_hook=keep)
    print("".join(answers))
finally:
    client.stop_channels()
    manager.shutdown_kernel()
"""


@pytest.fixture(scope="module")
def machine():
    with small_machine() as limits:
        yield limits


@pytest.fixture(scope="module")
def image(tmp_path_factory, machine):
    """The scratch image after postBuild."""
    if not (scratch_image.learners_prefix() / "bin" / "python").exists():
        pytest.skip("no prepared environment: run the tests by ./interlock test")
    made = scratch_image.make(tmp_path_factory.mktemp("binder"))
    build = run(machine, made, made.root / "binder" / "postBuild")
    assert build.returncode == 0, build.stdout + build.stderr
    return made


def run(machine, image, *words):
    return subprocess.run(
        machine.command(*words), cwd=image.root, env=image.variables(),
        capture_output=True, text=True, timeout=400,
    )


def start(machine, image, *words):
    """Runs the words as the container's command."""
    done = run(machine, image, image.root / "binder" / "start", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_build_leaves_what_runs_and_nothing_that_builds(image):
    target = image.root / "kernel-lib" / "target"
    assert [file.name for file in target.iterdir()] == ["interlock-kernel-lib.jar"]
    assert not (image.root / ".interlock" / "maven-repository").exists()
    assert not (image.root / ".venv").exists()


def test_start_finds_our_kernel(machine, image):
    specs = json.loads(start(machine, image, "jupyter", "kernelspec", "list", "--json"))
    java = specs["kernelspecs"]["java"]
    assert java["resource_dir"] == str(image.root / ".interlock" / "jupyter" / "kernels" / "java")


def test_start_bounds_what_is_kept_for_a_page_that_is_away(machine, image):
    assert "KernelsOfAbsentPages" in start(machine, image, "jupyter", "lab", "--show-config")


def test_start_runs_a_cell_that_uses_the_jar(machine, image):
    cell = "new interlock.scaling.Amdahl(0.5).speedup(1)"
    answer = start(machine, image, "python", "-c", ONE_CELL, cell)
    assert answer.strip() == "1.0"


def test_kernel_keeps_within_the_container(machine, image):
    if machine.group is None:
        pytest.skip("no control group can be made here: the memory limit was not tried")
    cell = 'Runtime.getRuntime().availableProcessors() + " " + Runtime.getRuntime().maxMemory()'
    processors, heap = start(machine, image, "python", "-c", ONE_CELL, cell).split()
    assert int(processors) == 1
    assert 0.4 * MEMORY < int(heap) < 0.65 * MEMORY


def test_start_sets_what_interlock_sets(machine, image):
    by_start = variables(start(machine, image, "env"))
    inside = ["env", f"CONDA_PREFIX={image.prefix}", f"PATH={by_start['PATH']}"]
    told = run(machine, image, *inside, "python", "interlock", "exec", "env")
    by_interlock = variables(told.stdout)
    for name in SET_BY_BOTH:
        assert by_start[name] == by_interlock[name], name


def variables(text):
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
