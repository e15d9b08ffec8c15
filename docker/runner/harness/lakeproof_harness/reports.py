"""Makes events of what a variant's process reports. It runs a learner's code: nothing of it is believed."""

from __future__ import annotations

from dataclasses import dataclass, field

from lakeproof_harness import events
from lakeproof_harness.messages.report import (
    MOST_NOTES,
    At,
    Collected,
    End,
    Ended,
    EndOfTest,
    Failure,
    Garbled,
    Names,
    Note,
    Started,
    read_report,
)
from lakeproof_harness.protocol import MOST_CODE, MOST_FILE, MOST_MESSAGE, MOST_SENTENCE, Limits
from lakeproof_harness.text import cut, cut_bytes, cut_id


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
    end: End | None = None
    end_message: str = ""
    names: dict[str, str] | None = None
    _notes: int = 0

    def read(self, line: bytes) -> events.EventOfVariant | None:
        """The event a line stands for; None when it only changes what is known.

        A line that makes no sense is dropped: whoever wrote it can only harm their own result.
        """
        if self.end is not None:
            return None
        try:
            report = read_report(line)
        except Garbled:
            return None
        match report:
            case Collected():
                return self._collected(report)
            case At(what):
                self.doing = what
            case Started(test):
                self.running = self._id(test)
                self.doing = f"running {self.running}"
            case EndOfTest():
                return self._test(report)
            case Note(code, detail):
                return self._note(code, detail)
            case Ended(reason, message):
                self.end, self.end_message = reason, cut(message, MOST_MESSAGE)
            case Names(names):
                self.names = names
        return None

    def _collected(self, report: Collected) -> events.Collected | None:
        if self.collected:
            return None
        self.collected = True
        tests = [self._id(test) for test in report.tests]
        self.tests = list(dict.fromkeys(tests))[: self.limits.tests]
        return {
            "event": "collected",
            "variant": self.variant,
            "tests": self.tests,
            "failures": [self._failure(failure) for failure in report.failures],
            "notes": [cut(note, MOST_SENTENCE) for note in report.notes],
        }

    def _failure(self, failure: Failure) -> Failure:
        message = cut(failure["message"], self.limits.message_chars)
        return {"file": cut(failure["file"], MOST_FILE), "reason": failure["reason"], "message": message}

    def _test(self, report: EndOfTest) -> events.Test | None:
        test = self._id(report.id)
        if test not in self.tests or test in self.ended_tests:
            return None
        self.ended_tests.add(test)
        self.running = None
        return {
            "event": "test",
            "variant": self.variant,
            "id": test,
            "outcome": report.outcome,
            "cause": report.cause,
            "seconds": events.in_range(report.seconds),
            "message": cut(report.message, self.limits.message_chars),
            "output": cut_bytes(report.output, self.limits.test_output_bytes),
        }

    def _note(self, code: str, detail: str) -> events.Note | None:
        self._notes += 1
        if self._notes > MOST_NOTES:
            return None
        return {
            "event": "note",
            "variant": self.variant,
            "code": cut(code, MOST_CODE),
            "detail": cut(detail, MOST_SENTENCE),
            "test": self.running,
        }

    def timeout(self, seconds: float) -> events.Test | None:
        """The event for the test that ran when the time was over, if one did."""
        test = self.running
        if test is None or test not in self.tests or test in self.ended_tests:
            return None
        self.ended_tests.add(test)
        return {
            "event": "test",
            "variant": self.variant,
            "id": test,
            "outcome": "timeout",
            "cause": "timeout",
            "seconds": events.in_range(seconds),
            "message": f"Still running after {seconds:.1f} s.",
            "output": "",
        }

    def _id(self, test: str) -> str:
        return cut_id(test, self.limits.id_chars)
