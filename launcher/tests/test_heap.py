"""INTERLOCK_HEAP is taken as the JVM reads it, or refused in one sentence."""

from __future__ import annotations

import os
import subprocess

import pytest

from launcher import heap, kernel, limits
from launcher.say import Refusal


@pytest.fixture(autouse=True)
def memory(monkeypatch):
    monkeypatch.setattr(limits, "memory", lambda: 8 << 30)


@pytest.mark.parametrize("text, taken", [("", ""), (" ", ""), ("3g", "3g"), ("1500M", "1500M"), (" 256m ", "256m"), ("8G", "8G")])
def test_size_is_taken(text, taken):
    assert heap.chosen({heap.VARIABLE: text}) == taken


def test_no_variable_is_no_size():
    assert heap.chosen({}) == ""


@pytest.mark.parametrize("text", ["3", "lots", "-3g", "3.5g", "3gb", "3g; ls", "$(ls)", "g"])
def test_nonsense_is_refused(text):
    with pytest.raises(Refusal, match=r"is no size: write whole GB or MB, such as 3g or 1500m"):
        heap.chosen({heap.VARIABLE: text})


def test_too_little_is_refused():
    with pytest.raises(Refusal, match="too small for a kernel"):
        heap.chosen({heap.VARIABLE: "255m"})


def test_more_than_there_is_is_refused():
    with pytest.raises(Refusal, match=r"more than the 8\.6 GB"):
        heap.chosen({heap.VARIABLE: "9g"})


@pytest.mark.parametrize("there, taken", [(24 << 30, "2g"), (4 << 30, "2g"), (2 << 30, ""), (None, "")])
def test_usual_heap_is_capped_where_half_the_memory_is_more(monkeypatch, there, taken):
    monkeypatch.setattr(limits, "memory", lambda: there)
    assert heap.usual() == taken


@pytest.mark.skipif(os.name == "nt", reason="no /bin/sh")
@pytest.mark.parametrize(
    "text, options, told",
    [("", "", False), ("3g", "-Xmx3g ", False), ("1500M", "-Xmx1500M ", False), ("3", "", True), ("g", "", True),
     ("1x2g", "", True), ("3g;ls", "", True), ("$(ls)", "", True)],
)
def test_shell_hands_a_size_on_and_tells_of_nonsense(text, options, told):
    done = subprocess.run(
        ["/bin/sh", "-c", kernel._SHELL, "connection", "echo", "-XX:Other", "a b"],
        env={"PATH": os.environ["PATH"], heap.VARIABLE: text, "heap": "-version"}, capture_output=True, text=True, check=True,
    )
    assert done.stdout == f"{options}-XX:Other a b\n"
    assert ("is no size" in done.stderr) == told
