from __future__ import annotations

from launcher import limits


def _write(base, **files):
    for name, text in files.items():
        file = base / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{text}\n")


def test_version_two_limits(tmp_path):
    _write(tmp_path, cpu_dot_max="150000 100000", memory_dot_max="2147483648")
    assert limits.cpu_limit(tmp_path) == 1.5
    assert limits.memory_limit(tmp_path) == 2 << 30


def test_version_two_without_limits(tmp_path):
    _write(tmp_path, cpu_dot_max="max 100000", memory_dot_max="max")
    assert limits.cpu_limit(tmp_path) is None
    assert limits.memory_limit(tmp_path) is None


def test_version_one_limits(tmp_path):
    _write(
        tmp_path,
        **{
            "cpu__cpu_dot_cfs_quota_us": "100000",
            "cpu__cpu_dot_cfs_period_us": "100000",
            "memory__memory_dot_limit_in_bytes": "2147483648",
        },
    )
    assert limits.cpu_limit(tmp_path) == 1
    assert limits.memory_limit(tmp_path) == 2 << 30


def test_version_one_without_limits(tmp_path):
    _write(
        tmp_path,
        **{
            "cpu__cpu_dot_cfs_quota_us": "-1",
            "memory__memory_dot_limit_in_bytes": 9223372036854771712,
        },
    )
    assert limits.cpu_limit(tmp_path) is None
    assert limits.memory_limit(tmp_path) is None


def test_no_control_groups(tmp_path):
    assert limits.cpu_limit(tmp_path / "none") is None
    assert limits.memory_limit(tmp_path / "none") is None
