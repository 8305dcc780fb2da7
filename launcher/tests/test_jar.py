from __future__ import annotations

import os

import pytest
from fakes import maven as fake_maven
from fakes import script

from launcher import jar
from launcher.say import Refusal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no shell scripts here")


@pytest.fixture
def build(house, tmp_path):
    """Runs jar.ensure and returns how often Maven has been called so far."""
    fake_maven(tmp_path / "bin")
    env = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    calls = tmp_path / "bin" / "calls"

    def run() -> int:
        jar.ensure(house, env)
        return len(calls.read_text().splitlines())

    return run


def test_unchanged_sources_build_once(build):
    assert [build(), build()] == [1, 1]


def test_changed_source_builds_again(build, house):
    build()
    (house.root / "kernel-lib/src/main/java/A.java").write_text("class A { int x; }\n")
    assert build() == 2


def test_new_source_builds_again(build, house):
    build()
    (house.root / "kernel-lib/src/main/java/B.java").write_text("class B {}\n")
    assert build() == 2


def test_touched_source_does_not(build, house):
    build()
    os.utime(house.root / "pom.xml", (1, 1))
    assert build() == 1


def test_test_source_does_not(build, house):
    build()
    file = house.root / "kernel-lib/src/test/java/ATest.java"
    file.parent.mkdir(parents=True)
    file.write_text("class ATest {}\n")
    assert build() == 1


def test_missing_or_truncated_jar_builds_again(build, house):
    build()
    house.jar.unlink()
    assert build() == 2
    house.jar.write_text("ja")
    assert build() == 3


def test_build_is_without_tests_and_checks(build, tmp_path):
    build()
    assert (tmp_path / "bin" / "calls").read_text().split() == [
        "-B",
        "-ntp",
        "-q",
        "package",
        "-Dmaven.test.skip=true",
        "-Dchecks=off",
    ]


def test_failed_build_is_told_in_short_and_tried_again(build, house, tmp_path):
    script(
        tmp_path / "bin" / "mvn",
        'echo "[INFO] hello"; echo "[ERROR] A.java:[1,7] missing }"; exit 1',
    )
    with pytest.raises(
        Refusal, match=r"Building the helper jar failed \(A.java:\[1,7\] missing }\)"
    ):
        build()
    assert not jar.ready(house)
