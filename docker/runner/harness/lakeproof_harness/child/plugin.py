"""The pytest plugin that reports what is collected and how each test ended."""

from __future__ import annotations

import os
import re
import sys
import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import pytest

from lakeproof_harness.child.explain import cause_of, end_of_pytest, reason_of, short_explanation, skip_reason
from lakeproof_harness.messages.job import SuiteLimits
from lakeproof_harness.messages.report import (
    MOST_FAILURES,
    MOST_NOTES,
    At,
    Cause,
    Collected,
    End,
    Ended,
    EndOfTest,
    Failure,
    Outcome,
    Report,
    Started,
)
from lakeproof_harness.text import cut, cut_bytes, cut_id

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class Voice(Protocol):
    """Where reports go."""

    def say(self, report: Report) -> None:
        """Reports something to the harness."""


@dataclass
class Seen:
    """One test's phases put together."""

    outcome: Outcome = "passed"
    cause: Cause | None = None
    message: str = ""
    seconds: float = 0.0
    output: list[str] = field(default_factory=list)


class Reporter:
    """Reports collection, tests and their causes; ends the process when it prints too much."""

    def __init__(self, voice: Voice, limits: SuiteLimits, notes: Sequence[str]) -> None:
        """`notes` go with the collection: what was ignored so far."""
        self._voice = voice
        self._limits = limits
        self._notes = list(notes)
        self._failures: list[Failure] = []
        self._seen: dict[str, Seen] = {}
        self._printed = 0
        self.collected = False
        self.stopped = ""
        self.ended = False

    def add_notes(self, notes: Sequence[str]) -> None:
        """Adds to what the learner is told with the collection."""
        self._notes += notes

    # --- collection ---------------------------------------------------------------------------

    def pytest_collectstart(self, collector: pytest.Collector) -> None:
        """Says where collecting is, in case it never comes back."""
        if isinstance(collector, pytest.File):
            self._voice.say(At(f"collecting {collector.nodeid}"))

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Notes why a file could not be collected."""
        try:
            report = yield
        except BaseException as end:
            # It ends pytest, which reports a collection without tests first.
            self.collection_failed(collector.nodeid, end, end_of_pytest(end))
            raise
        if report.failed:
            error = report.__dict__["call"].excinfo.value if "call" in report.__dict__ else None
            self.collection_failed(collector.nodeid, error, report.longreprtext)
        return report

    def collection_failed(self, file: str, error: BaseException | None, message: str) -> None:
        """Adds a failure of collection."""
        self._failures.append({"file": file, "reason": reason_of(error), "message": self._message(message)})

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Reports what will run; too many tests end the variant here."""
        self.report_collection([self._id(item.nodeid) for item in session.items])
        if len(session.items) > self._limits.tests:
            self.end("too-many-tests", f"{len(session.items)} tests: at most {self._limits.tests} are run")
            session.items.clear()

    def report_collection(self, tests: list[str]) -> None:
        """Sends the collection, once."""
        if not self.collected:
            self.collected = True
            self._voice.say(
                Collected(
                    tests[: self._limits.tests], self._failures[:MOST_FAILURES], self._notes[:MOST_NOTES]
                )
            )

    # --- tests --------------------------------------------------------------------------------

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Says which test runs, in case it never ends."""
        self._seen[nodeid] = Seen()
        self._voice.say(Started(self._id(nodeid)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Keeps with the report what made the test fail."""
        report = yield
        error = call.excinfo.value if call.excinfo else None
        report.__dict__["lakeproof_cause"] = cause_of(error)
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Adds a phase (setup, call, teardown) to what is known of a test."""
        seen = self._seen.setdefault(report.nodeid, Seen())
        seen.seconds += report.duration
        seen.output = [text for _, text in report.sections if text]
        if report.failed and seen.outcome != "failed":
            seen.outcome = "failed" if report.when == "call" else "error"
            seen.cause = report.__dict__.get("lakeproof_cause") or "assertion"
            seen.message = self._message(short_explanation(report))
        elif report.skipped and seen.outcome == "passed":
            seen.outcome = "skipped"
            seen.message = self._message(skip_reason(report))

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Reports the test."""
        seen = self._seen.pop(nodeid, None)
        if seen is None or self.ended:
            return
        output = "\n".join(seen.output)
        self._printed += len(output.encode("utf-8", "replace"))
        self._voice.say(
            EndOfTest(
                id=self._id(nodeid),
                outcome=seen.outcome,
                cause=seen.cause,
                seconds=round(seen.seconds, 4),
                message=seen.message,
                output=cut_bytes(output, self._limits.test_output_bytes),
            )
        )
        if self._printed > self._limits.output_bytes:
            self.too_much_output()

    # --- the end ------------------------------------------------------------------------------

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Keeps why pytest gave up: most often a sys.exit() where files are imported."""
        self.stopped = end_of_pytest(excinfo.value)

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Keeps why the run was interrupted: pytest.exit(), or a KeyboardInterrupt."""
        self.stopped = f"pytest was stopped: {excinfo.value!r}"

    def too_much_output(self) -> None:
        """Ends the process: a suite that floods its output is not worth its time."""
        self.end("too-much-output", f"More than {self._limits.output_bytes:,} bytes were printed")
        os._exit(0)

    def end(self, reason: End, message: str) -> None:
        """Reports the end, once."""
        if not self.ended:
            self.ended = True
            self._voice.say(Ended(reason, message))

    def _id(self, nodeid: str) -> str:
        return cut_id(nodeid, self._limits.id_chars)

    def _message(self, text: str) -> str:
        return cut(ANSI.sub("", text).strip(), self._limits.message_chars)


def watch_output(limit: int, flooded: Callable[[], None], every: float = 0.25) -> None:
    """Calls `flooded` when a single test's captured output passes `limit` bytes.

    pytest captures into files, which stand at descriptors 1 and 2 while a test runs.
    """

    def watch() -> None:
        while True:
            time.sleep(every)
            size = sum(os.fstat(descriptor).st_size for descriptor in (1, 2))
            if size > limit:
                flooded()

    sys.setswitchinterval(0.005)
    threading.Thread(target=watch, daemon=True, name="output").start()
