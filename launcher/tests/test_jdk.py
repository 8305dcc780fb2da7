from __future__ import annotations

import pytest
from fakes import jdk as fake_jdk

from launcher import jdk, jdk_places, stamp


@pytest.fixture(autouse=True)
def _only_these_folders(monkeypatch, tmp_path):
    monkeypatch.setattr(jdk_places, "parents", lambda: [tmp_path / "jvm"])
    monkeypatch.setattr(jdk.shutil, "which", lambda name: None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("25", "25"),
        ("25.0.3", "25.0.3"),
        ("26-ea", "26"),
        ("1.8.0_402", "8.0"),
        ("25.0.3.1", "25.0.3.1"),
    ],
)
def test_release_file_says_the_version(tmp_path, written, read):
    assert jdk.read(fake_jdk(tmp_path / "a", written)).version == read


def test_jre_is_no_jdk(tmp_path):
    assert jdk.read(fake_jdk(tmp_path / "a", "25.0.3", compiler=False)) is None


def test_old_java_home_is_passed_over_and_said(house, tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(fake_jdk(tmp_path / "old", "17.0.9")))
    fake_jdk(tmp_path / "jvm" / "new", "25.0.3")
    found, said = jdk.find(house)
    assert found.version == "25.0.3"
    assert len(said) == 1 and "JDK 17.0.9: passed over, because 25 or newer is needed" in said[0]


def test_java_home_goes_before_a_newer_one(house, tmp_path, monkeypatch):
    chosen = fake_jdk(tmp_path / "mine", "25.0.1")
    monkeypatch.setenv("JAVA_HOME", str(chosen))
    fake_jdk(tmp_path / "jvm" / "new", "25.0.3")
    assert jdk.find(house)[0].home == chosen


def test_java_home_that_does_not_exist_is_said(house, tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "gone"))
    found, said = jdk.find(house)
    assert found is None
    assert "is no JDK" in said[0]


def test_built_with_version_goes_before_a_newer_major(house, tmp_path):
    for version in ("25.0.2", "25.0.10", "26.0.1", "17.0.1"):
        fake_jdk(tmp_path / "jvm" / version, version)
    assert jdk.find(house)[0].version == "25.0.10"


def test_newer_major_alone_will_do(house, tmp_path):
    fake_jdk(tmp_path / "jvm" / "x", "27")
    assert jdk.find(house)[0].major == 27


def test_conda_jdk_goes_before_the_machines(house, tmp_path):
    fake_jdk(tmp_path / "jvm" / "x", "25.0.3")
    mine = fake_jdk(tmp_path / "conda" / "lib" / "jvm", "25.0.2")
    assert jdk.find(house, tmp_path / "conda")[0].home == mine


def test_fetched_jdk_is_found_again(house):
    home = fake_jdk(house.jdks / "v0" / "x", "25.0.3")
    stamp.write(house.stamps / "jdk.json", {"home": ".interlock/jdk/v0/x"})
    assert jdk.find(house)[0].home == home


def test_nothing_there_finds_nothing(house):
    assert jdk.find(house) == (None, [])
