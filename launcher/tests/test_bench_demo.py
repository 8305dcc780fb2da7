"""The table of `bench demo`."""

from __future__ import annotations

import pytest

from launcher import bench_demo


def _look(updates: int, heap: float) -> dict[str, float]:
    return {
        "kernel_heap_MB": 40.0,
        "kernel_resident_MB": 200.0,
        "page_heap_MB": heap,
        "page_nodes": 1000,
        "updates": updates,
    }


def _found(looks: list[dict[str, float]], alone: float = 160.0) -> dict:
    return {"minutes": 3, "looks": looks, "alone_bytes_per_update": alone, "server_growth_MB": 0.25}


def test_growth_per_update_stands_beside_that_of_lab_alone():
    looks = [_look(10_000 * n, 30 + 3.2 * n) for n in range(3)]
    assert "page, bytes an update              320           160    2.00" in bench_demo.table(_found(looks))


def test_growth_of_the_server_without_a_page_is_told():
    assert "server, a minute without a page: +0.2 MB" in bench_demo.table(_found([_look(0, 30)]))


def test_growth_before_the_middle_third_does_not_count():
    looks = [_look(0, 5), _look(10_000, 30), _look(20_000, 31.6)]
    assert "page, bytes an update              160           160    1.00" in bench_demo.table(_found(looks))


@pytest.mark.parametrize("step", [0, 1, 4_999])
def test_too_few_updates_say_nothing_of_growth(step):
    table = bench_demo.table(_found([_look(step * n, 30 + n) for n in range(3)]))
    assert f"not measured, {step} updates are too few" in table
    assert "page, live heap, MB" in table
