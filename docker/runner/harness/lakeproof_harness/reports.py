"""Reads what a variant's process says. It runs a learner's code, so nothing of it is believed."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import Any

from lakeproof_harness.protocol import Limits
from lakeproof_harness.text import cut, cut_bytes, cut_id

OUTCOMES = ("passed", "failed", "error", "skipped")
CAUSES = ("assertion", "exception")
REASONS = ("syntax-error", "import-error", "collection-error")
ENDS = ("finished", "exited", "too-much-output", "too-many-tests")
MOST_NOTES = 50
MOST_FAILURES = 64
Json = dict[str, Any]


@dataclass
class Reports:
    """Turns the lines of one variant's process into events that keep to the protocol.

    Holds what is known of the variant: which tests it has, which ended, what it was doing.
    """

    variant: int
    limits: Limits
    collected: bool = False
    tests: list[str] = field(default_factory=list)
    ended_tests: set[str] = field(default_factory=set)
    running: str | None = None
    doing: str = "starting"
    end: str | None = None
    end_message: str = ""
    names: dict[str, str] | None = None
    _notes: int = 0

    def read(self, line: bytes) -> Json | None:
        """The event a line stands for, `event` in it; None when it only changes what is known.

        A line that makes no sense is dropped: whoever wrote it can only harm their own result.
        """
        try:
            said = json.loads(line)
            if not isinstance(said, dict) or self.end is not None:
                return None
            match said.get("kind"):
                case "collected":
                    return self._collected(said)
                case "at":
                    self.doing = _text(said["what"], 300)
                case "start":
                    self.running = cut_id(_text(said["id"], 1 << 16), self.limits.id_chars)
                    self.doing = f"running {self.running}"
                case "test":
                    return self._test(said)
                case "note":
                    return self._note(said)
                case "end" if said["reason"] in ENDS:
                    self.end, self.end_message = said["reason"], cut(_text(said["message"], 8000), 4000)
                case "names":
                    self.names = {str(key): str(value) for key, value in said["names"].items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            pass
        return None

    def _collected(self, said: Json) -> Json | None:
        if self.collected:
            return None
        tests = [cut_id(_text(test, 1 << 16), self.limits.id_chars) for test in said["tests"]]
        failures = [
            {
                "file": cut(_text(failure["file"], 4000), 500),
                "reason": _one_of(failure["reason"], REASONS),
                "message": cut(_text(failure["message"], 1 << 16), self.limits.message_chars),
            }
            for failure in said["failures"][:MOST_FAILURES]
        ]
        notes = [cut(_text(note, 4000), 500) for note in said["notes"][:MOST_NOTES]]
        self.collected = True
        self.tests = list(dict.fromkeys(tests))[: self.limits.tests]
        return self._event("collected", tests=self.tests, failures=failures, notes=notes)

    def _test(self, said: Json) -> Json | None:
        test = cut_id(_text(said["id"], 1 << 16), self.limits.id_chars)
        if test not in self.tests or test in self.ended_tests:
            return None
        outcome = _one_of(said["outcome"], OUTCOMES)
        failed = outcome in ("failed", "error")
        event = self._event(
            "test",
            id=test,
            outcome=outcome,
            cause=_one_of(said["cause"], CAUSES) if failed else None,
            seconds=_seconds(said["seconds"]),
            message=cut(_text(said["message"], 1 << 16), self.limits.message_chars),
            output=cut_bytes(_text(said["output"], 1 << 20), self.limits.test_output_bytes),
        )
        self.ended_tests.add(test)
        self.running = None
        return event

    def _note(self, said: Json) -> Json | None:
        self._notes += 1
        if self._notes > MOST_NOTES:
            return None
        return self._event(
            "note",
            code=cut(_text(said["code"], 400), 60),
            detail=cut(_text(said["detail"], 4000), 500),
            test=self.running,
        )

    def timeout(self, seconds: float) -> Json | None:
        """The event for the test that ran when the time was over, if one did."""
        test = self.running
        if test is None or test not in self.tests or test in self.ended_tests:
            return None
        self.ended_tests.add(test)
        return self._event(
            "test",
            id=test,
            outcome="timeout",
            cause="timeout",
            seconds=_seconds(seconds),
            message=f"Still running after {seconds:.1f} s.",
            output="",
        )

    def _event(self, event: str, **fields: object) -> Json:
        return {"event": event, "variant": self.variant, **fields}


def _text(raw: Any, most: int) -> str:
    if not isinstance(raw, str):
        raise TypeError("text expected")
    return raw[:most]


def _one_of(raw: Any, values: tuple[str, ...]) -> str:
    if raw not in values:
        raise ValueError("unknown word")
    return str(raw)


def _seconds(raw: Any) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise TypeError("seconds expected")
    return round(min(max(float(raw), 0.0), 100_000.0), 4)
