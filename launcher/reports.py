"""Reads the reports that pytest and Maven's test runner both write (JUnit XML)."""

from __future__ import annotations

import xml.etree.ElementTree as xml
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tally:
    """How many tests passed and failed, and why each skipped one was skipped."""

    passed: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped

    def line(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {len(self.skipped)} skipped"


def read(files: Iterable[Path]) -> Tally:
    """The tally over all report files. A file that cannot be read counts as one failure."""
    total = Tally()
    for file in files:
        try:
            cases = xml.parse(file).iter("testcase")
        except (OSError, xml.ParseError):
            total.failed += 1
            continue
        for case in cases:
            _count(case, total)
    return total


def _count(case: xml.Element, total: Tally) -> None:
    skipped = case.find("skipped")
    if case.find("failure") is not None or case.find("error") is not None:
        total.failed += 1
    elif skipped is not None:
        reason = (
            (skipped.get("message") or skipped.text or "no reason given").strip().splitlines()[0]
        )
        for before in ("Skipped: ", "skipped: ", "Assumption failed: "):
            reason = reason.removeprefix(before)
        total.skipped.append(
            f"{reason} ({case.get('classname', '').split('.')[-1]}.{case.get('name')})"
        )
    else:
        total.passed += 1
