"""The kernelspec: made once from its inputs, whole or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
import types
import zipfile
from pathlib import Path

import pytest

from launcher import child, kernel
from launcher.house import House
from launcher.jdk import Jdk
from launcher.say import Refusal


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A house, an environment and a JDK that are only folders; no program is run."""
    prefix = tmp_path / "envi ronment"
    jjava = prefix / "share" / "jupyter" / "kernels" / "java" / "jjava.jar"
    jjava.parent.mkdir(parents=True)
    jjava.write_bytes(b"jjava")
    jar = tmp_path / "helper.jar"
    jar.write_bytes(b"helper")
    root = tmp_path / "ro ot"
    root.mkdir()
    place = types.SimpleNamespace(
        house=House(root), jdk=Jdk(Path("/opt/jdk"), "25.0.3"), jar=jar, jjava=jjava, said=[], ran=[], fails=False
    )
    monkeypatch.setattr(
        kernel.subprocess, "run", lambda *args, **more: subprocess.CompletedProcess(args, 0, stdout=f"{prefix}\n")
    )

    def run(args, log, env, cwd):
        place.ran.append([str(part) for part in args])
        if place.fails:
            raise child.ChildFailed("first line\nno room", log)
        for part in place.ran[-1]:
            if part.startswith("-XX:AOTCache="):
                Path(part.partition("=")[2]).write_bytes(b"cache")

    monkeypatch.setattr(kernel.child, "run", run)
    place.ensure = lambda: kernel.ensure(place.house, Path(sys.executable), place.jdk, place.jar, place.said.append)
    return place


def spec(folder: Path) -> dict:
    return json.loads((folder / "kernel.json").read_text("utf-8"))


def test_fresh_house_gets_a_whole_kernel(place):
    made = place.ensure()
    assert {file.name for file in made.iterdir()} == {
        "boot.jar", "interlock.jar", "jjava.jar", "kernel.aot", "kernel.json", "stamp.json",
    }
    assert (made / "interlock.jar").read_bytes() == b"helper"
    assert spec(made)["interrupt_mode"] == "message"
    assert [file.name for file in made.parent.iterdir()] == ["java"]


def test_paths_with_spaces_are_in_no_manifest(place):
    with zipfile.ZipFile(place.ensure() / "boot.jar") as boot:
        lines = boot.read("META-INF/MANIFEST.MF").decode().splitlines()
    assert "Class-Path: jjava.jar interlock.jar" in lines
    assert "Add-Opens: jdk.jshell/jdk.jshell" in lines


def test_nothing_changed_runs_nothing(place):
    place.ensure()
    place.ran.clear()
    place.said.clear()
    place.ensure()
    assert place.ran == [] and place.said == []


@pytest.mark.parametrize("change", ["jar", "jjava", "jdk"])
def test_changed_input_makes_it_anew(place, change):
    place.ensure()
    place.ran.clear()
    if change == "jdk":
        place.jdk = Jdk(Path("/opt/jdk"), "25.0.4")
    else:
        getattr(place, change).write_bytes(b"newer")
    place.ensure()
    assert len(place.ran) == 2


def test_touched_input_makes_nothing(place):
    place.ensure()
    place.ran.clear()
    place.jar.touch()
    place.ensure()
    assert place.ran == []


def test_failed_recording_is_a_warning_and_the_kernel_works(place):
    place.fails = True
    made = place.ensure()
    assert not any(part.startswith("-XX:AOT") for part in spec(made)["argv"])
    assert sum("warning" in line and "no room" in line for line in place.said) == 1


def test_stopped_in_the_middle_leaves_the_old_kernel(place, monkeypatch):
    made = place.ensure()
    place.jar.write_bytes(b"newer")

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(kernel.child, "run", stop)
    with pytest.raises(KeyboardInterrupt):
        place.ensure()
    assert (made / "interlock.jar").read_bytes() == b"helper"
    assert [file.name for file in made.parent.iterdir()] == ["java"]


def test_missing_jjava_says_what_to_install(place):
    place.jjava.unlink()
    with pytest.raises(Refusal, match="install the package jjava"):
        place.ensure()


def test_folder_that_cannot_be_written_is_one_sentence(place):
    place.house.jupyter_path.parent.mkdir(parents=True)
    place.house.jupyter_path.write_text("a file in the way")
    with pytest.raises(Refusal, match="could not be written"):
        place.ensure()


@pytest.mark.parametrize("version, parallel", [("25.0.2", True), ("25", True), ("25.0.3", False), ("25.0.3+9", False), ("26", False)])
def test_g1_is_left_out_before_it_was_mended(version, parallel):
    assert ("-XX:+UseParallelGC" in kernel.jvm_options(version)) == parallel


@pytest.mark.parametrize("version, named", [("25.0.3", False), ("26.0.1", True)])
def test_vector_module_is_named_where_loading_it_late_is_not_known_to_work(version, named):
    assert ("--add-modules=jdk.incubator.vector" in kernel.jvm_options(version)) == named


@pytest.mark.parametrize("version, known", [("25", True), ("25.0.3", True), ("26.0.1", False)])
def test_options_of_one_jdk_are_given_to_no_other(version, known):
    assert ("-XX:-AOTReplayTraining" in kernel.jvm_options(version)) == known


def test_long_manifest_line_is_folded_at_72_bytes():
    text = kernel.manifest({"Name": "x" * 200})
    assert max(map(len, text.split(b"\r\n"))) <= 72
    assert text.replace(b"\r\n ", b"").startswith(b"Name: " + b"x" * 200)
