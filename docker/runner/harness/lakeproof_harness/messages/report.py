"""What a variant's process reports: a line of JSON each."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, get_args

Outcome = Literal["passed", "failed", "error", "skipped"]
Cause = Literal["assertion", "exception"]
WhyNotCollected = Literal["syntax-error", "import-error", "collection-error"]
End = Literal["finished", "exited", "too-much-output", "too-many-tests"]

MOST_FAILURES = 64
MOST_NOTES = 50


class Garbled(Exception):
    """A line that is no report."""


class Failure(TypedDict):
    """How collecting a file went wrong."""

    file: str
    reason: WhyNotCollected
    message: str


@dataclass(frozen=True)
class Collected:
    """The tests that will run; `notes` are sentences for the learner."""

    tests: list[str]
    failures: list[Failure]
    notes: list[str]


@dataclass(frozen=True)
class At:
    """What the process does now, in case it never comes back."""

    what: str


@dataclass(frozen=True)
class Started:
    """A test runs."""

    id: str


@dataclass(frozen=True)
class EndOfTest:
    """How a test ended. A failed one has a cause."""

    id: str
    outcome: Outcome
    cause: Cause | None
    seconds: float
    message: str
    output: str


@dataclass(frozen=True)
class Note:
    """Something for the trainer that changes no score."""

    code: str
    detail: str


@dataclass(frozen=True)
class Names:
    """What is known of Java's names now; see `child.py4j_names`."""

    names: dict[str, str]


@dataclass(frozen=True)
class Ended:
    """pytest is done, or the process gives up: the last report."""

    reason: End
    message: str


Report = Collected | At | Started | EndOfTest | Note | Names | Ended

KINDS: dict[str, type[Report]] = {
    "collected": Collected,
    "at": At,
    "start": Started,
    "test": EndOfTest,
    "note": Note,
    "names": Names,
    "end": Ended,
}
KIND_OF = {report: kind for kind, report in KINDS.items()}


def write_report(report: Report) -> bytes:
    """A report as a line."""
    return json.dumps({"kind": KIND_OF[type(report)], **vars(report)}).encode() + b"\n"


def read_report(line: bytes) -> Report:
    """The report a line holds. Whoever wrote it ran a learner's code: words are checked, texts cut to what is
    more than any of the job's limits.

    Raises:
        Garbled: it holds none.
    """
    try:
        return _report(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise Garbled(str(error)) from error


def _report(said: Any) -> Report:
    match said["kind"]:
        case "collected":
            return Collected(
                [_text(test, 1 << 16) for test in said["tests"]],
                [_failure(failure) for failure in said["failures"][:MOST_FAILURES]],
                [_text(note, 4000) for note in said["notes"][:MOST_NOTES]],
            )
        case "at":
            return At(_text(said["what"], 300))
        case "start":
            return Started(_text(said["id"], 1 << 16))
        case "test":
            return _end_of_test(said)
        case "note":
            return Note(_text(said["code"], 400), _text(said["detail"], 4000))
        case "names":
            return Names({str(key): str(value) for key, value in said["names"].items()})
        case "end":
            return Ended(_word(said["reason"], End), _text(said["message"], 8000))
    raise ValueError("unknown kind")


def _end_of_test(said: dict[str, Any]) -> EndOfTest:
    outcome: Outcome = _word(said["outcome"], Outcome)
    return EndOfTest(
        _text(said["id"], 1 << 16),
        outcome,
        _word(said["cause"], Cause) if outcome in ("failed", "error") else None,
        _seconds(said["seconds"]),
        _text(said["message"], 1 << 16),
        _text(said["output"], 1 << 20),
    )


def _failure(said: dict[str, Any]) -> Failure:
    return {
        "file": _text(said["file"], 4000),
        "reason": _word(said["reason"], WhyNotCollected),
        "message": _text(said["message"], 1 << 16),
    }


def _text(raw: Any, most: int) -> str:
    if not isinstance(raw, str):
        raise TypeError("text expected")
    return raw[:most]


def _word(raw: Any, words: Any) -> Any:
    if raw not in get_args(words):
        raise ValueError("unknown word")
    return raw


def _seconds(raw: Any) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise TypeError("seconds expected")
    return float(raw)
