"""`bench gil` and `bench gil-engine`: how their programs are called, and what becomes of what they say."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from launcher import bench_gil
from launcher.say import Refusal

_MADE = SimpleNamespace(
    house=SimpleNamespace(jar=Path("the.jar")), jdk=SimpleNamespace(java=Path("java")), variables={}
)


def test_program_gets_the_rounds_and_a_folder():
    command = bench_gil.command(_MADE, "a.Main", 3, Path("found"))
    assert command == ["java", "-cp", "the.jar", "a.Main", "3", "found"]


def test_engine_has_a_program_of_its_own(monkeypatch):
    called = []

    def program(command, env):
        called.append(command[3])
        (Path(command[-1]) / "table.txt").write_text("", "utf-8")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", program)
    assert bench_gil.engine(_MADE, 2) == {"suite": "gil-engine", "rounds": 2}
    bench_gil.run(_MADE, 2)
    assert called == ["interlock.gil.EngineBench", "interlock.gil.real.BenchMain"]


def test_table_is_printed_and_figures_are_kept(monkeypatch, capsys):
    def program(command, env):
        (Path(command[-1]) / "table.txt").write_text("a table\n", "utf-8")
        figures = json.dumps({"load": [0, 0], "experiments": []})
        (Path(command[-1]) / "figures.json").write_text(figures, "utf-8")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", program)
    found = bench_gil.run(_MADE, 2)
    assert found == {"suite": "gil", "rounds": 2, "load": [0, 0], "experiments": []}
    assert capsys.readouterr().out == "a table\n"


def test_without_a_cpython_there_are_no_figures(monkeypatch, capsys):
    def program(command, env):
        (Path(command[-1]) / "table.txt").write_text("Skipped: no Python.\n", "utf-8")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", program)
    assert bench_gil.run(_MADE, 2) == {"suite": "gil", "rounds": 2}
    assert capsys.readouterr().out == "Skipped: no Python.\n"


def test_failed_program_is_refused(monkeypatch):
    monkeypatch.setattr(subprocess, "run", lambda c, env: subprocess.CompletedProcess(c, 1))
    with pytest.raises(Refusal):
        bench_gil.run(_MADE, 2)
