"""The files of binder/ are what repo2docker looks for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BINDER = ROOT / "binder"


def test_environment_is_the_same_file_as_at_the_root():
    # With a binder folder, repo2docker does not look at the root's file.
    assert (BINDER / "environment.yml").read_bytes() == (ROOT / "environment.yml").read_bytes()


@pytest.mark.parametrize("name", ["postBuild", "start"])
def test_script_is_executable_and_has_no_syntax_error(name):
    script = BINDER / name
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("no bash")
    assert os.name == "nt" or os.access(script, os.X_OK)
    assert script.read_bytes().startswith(b"#!/bin/bash\n")
    assert b"\r" not in script.read_bytes()
    assert subprocess.run([bash, "-n", script], capture_output=True, text=True).stderr == ""


def test_start_hands_over_to_its_arguments():
    # Anything after it would run once Lab has gone; without it Binder never sees Lab.
    lines = [line for line in (BINDER / "start").read_text("utf-8").splitlines() if line.strip()]
    assert lines[-1] == 'exec "$@"'


def test_apt_packages_are_one_name_a_line():
    lines = (BINDER / "apt.txt").read_text("utf-8").splitlines()
    assert "fontconfig" in lines and any(line.startswith("fonts-") for line in lines)
    assert all(line == line.strip() and " " not in line for line in lines)


def test_repo2docker_renders_our_files():
    tool = Path(sys.executable).with_name("jupyter-repo2docker")
    if not tool.exists():
        pytest.skip("no jupyter-repo2docker: run the tests by ./interlock test")
    rendered = subprocess.run(
        [tool, "--no-build", "--debug", "--user-id", "1000", "--user-name", "jovyan",
         "--Repo2Docker.default_buildpack=None", ROOT],
        capture_output=True, text=True, timeout=120,
    )
    dockerfile = rendered.stdout + rendered.stderr
    assert rendered.returncode == 0, dockerfile
    for line in (
        '--file "binder/environment.yml"',
        "RUN ./binder/postBuild",
        'ENV R2D_ENTRYPOINT="${REPO_DIR}/binder/start"',
        "fontconfig fonts-dejavu-core",
    ):
        assert line in dockerfile, f"{line!r} is not in the Dockerfile:\n{dockerfile}"
