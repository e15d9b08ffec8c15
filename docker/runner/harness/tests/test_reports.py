import json

import pytest

from lakeproof_harness.protocol import Limits
from lakeproof_harness.reports import Reports

LIMITS = Limits(60, 20, 2, 3, 100, 1000, 40, 50)


@pytest.fixture
def reports():
    return Reports(variant=7, limits=LIMITS)


def say(reports, kind, **fields):
    return reports.read(json.dumps({"kind": kind, **fields}).encode())


def collected(reports, *tests):
    return say(reports, "collected", tests=list(tests), failures=[], notes=[])


def ended(reports, test, **other):
    said = {"outcome": "passed", "cause": None, "seconds": 0.1, "message": "", "output": ""}
    return say(reports, "test", id=test, **{**said, **other})


def test_passes_on_what_fits(reports):
    assert collected(reports, "a", "b")["tests"] == ["a", "b"]
    say(reports, "start", id="a")
    assert reports.running == "a"
    assert ended(reports, "a", outcome="failed", cause="assertion", message="assert 1 == 2") == {
        "event": "test",
        "variant": 7,
        "id": "a",
        "outcome": "failed",
        "cause": "assertion",
        "seconds": 0.1,
        "message": "assert 1 == 2",
        "output": "",
    }
    say(reports, "end", reason="finished", message="")
    assert reports.end == "finished"


def test_knows_its_variant_better_than_the_process(reports):
    assert say(reports, "note", code="x", detail="y", variant=3)["variant"] == 7


def test_says_during_which_test_something_was_noticed(reports):
    collected(reports, "a")
    assert say(reports, "note", code="x", detail="import")["test"] is None
    say(reports, "start", id="a")
    assert say(reports, "note", code="x", detail="test")["test"] == "a"
    ended(reports, "a")
    assert say(reports, "note", code="x", detail="after")["test"] is None


def test_caps_all_text(reports):
    event = collected(reports, *(f"{n}" + "i" * 100 for n in range(9)))
    assert len(event["tests"]) == 3
    assert all(len(test) == 40 for test in event["tests"])

    event = ended(reports, "0" + "i" * 100, message="m" * 500, output="o" * 500, seconds=1e12)
    assert (len(event["message"]), len(event["output"]), event["seconds"]) == (50, 100, 100_000)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"nonsense",
        b"[]",
        b"null",
        b'{"kind": "test"}',
        b'{"kind": "collected", "tests": 3, "failures": [], "notes": []}',
        b'{"kind": "collected", "tests": [3], "failures": [], "notes": []}',
        b'{"kind": "collected", "tests": [], "failures": [{"file": "a"}], "notes": []}',
        b'{"kind": "collected", "tests": [], "notes": [], "failures": [{"file": "", "reason": "x"}]}',
        b'{"kind": "collected", "tests": [], "notes": [3], "failures": []}',
        b'{"kind": "start"}',
        b'{"kind": "start", "id": 3}',
        b'{"kind": "end", "reason": "done"}',
        b'{"kind": "end", "reason": "timeout", "message": ""}',
        b'{"kind": "note", "code": 1, "detail": ""}',
        b'{"kind": "names", "names": []}',
        b'{"kind": "shutdown"}',
        b"[" * 100_000,
    ],
)
def test_drops_what_makes_no_sense(reports, line):
    assert reports.read(line) is None
    assert not reports.collected
    assert reports.end is None


@pytest.mark.parametrize(
    "changed",
    [
        {"outcome": "timeout"},
        {"outcome": "caught"},
        {"outcome": "failed", "cause": "timeout"},
        {"outcome": "failed", "cause": None},
        {"seconds": "1"},
        {"seconds": float("nan")},
        {"seconds": 10**400},
        {"message": None},
        {"output": 3},
    ],
)
def test_drops_tests_that_make_no_sense(reports, changed):
    collected(reports, "a")
    assert ended(reports, "a", **changed) is None
    assert reports.ended_tests == set()


def test_takes_results_of_collected_tests_only_and_once(reports):
    collected(reports, "a")
    assert ended(reports, "b") is None
    assert ended(reports, "a") is not None
    assert ended(reports, "a", outcome="failed", cause="assertion") is None


def test_collects_once(reports):
    collected(reports, "a")
    assert collected(reports, "b") is None
    assert reports.tests == ["a"]


def test_takes_nothing_after_the_end(reports):
    collected(reports, "a")
    say(reports, "end", reason="finished", message="")
    assert ended(reports, "a") is None


def test_takes_so_many_notes(reports):
    taken = [say(reports, "note", code="x", detail=str(n)) for n in range(60)]
    assert sum(note is not None for note in taken) == 50


def test_a_passing_test_has_no_cause(reports):
    collected(reports, "a")
    assert ended(reports, "a", cause="assertion")["cause"] is None


def test_the_running_test_is_the_one_that_ran_out_of_time(reports):
    collected(reports, "a", "b")
    say(reports, "start", id="a")
    ended(reports, "a")
    assert reports.timeout(1.0) is None

    say(reports, "start", id="b")
    event = reports.timeout(12.34)
    assert (event["id"], event["outcome"], event["cause"]) == ("b", "timeout", "timeout")
    assert "12.3 s" in event["message"]
