"""The harness writes exactly the events that the host takes, whatever a variant's process says."""

import json
import os
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from protocol_fixtures import EVENTS, HEADER, LARGEST_HEADER, LIMITS, at, changed

from lakeproof_harness import events
from lakeproof_harness.messages.report import Failure
from lakeproof_harness.protocol import Nonsense, parse_header
from lakeproof_harness.reports import Reports

VALID = [example["event"] for example in EVENTS["valid"]]
KINDS = {get_args(get_type_hints(kind)["event"])[0]: kind for kind in get_args(events.Event)}


def reports_of(variant, header=HEADER):
    """Of a variant whose number the host gave."""
    header = changed(header, ["variants"], value=[{"n": variant, "conf": {}}])
    parsed = parse_header(json.dumps(header).encode())
    return Reports(parsed.variants[0].n, parsed.limits)


def say(reports, kind, **fields):
    return reports.read(json.dumps({"kind": kind, **fields}).encode())


def written(event, header=HEADER):
    """What the harness writes when everything that it goes by says this event; None: nothing."""
    fields = {name: value for name, value in event.items() if name not in ("event", "variant")}
    match event.get("event"):
        case "ready":
            return events.ready(event["sessionSeconds"], event["warmSeconds"])
        case "done":
            return events.done(event["seconds"])
        case "broken":
            return events.broken(event["reason"])
        case "variant" if event["end"] in words_of(events.Variant)["end"]:
            number = reports_of(event["variant"], header).variant
            return events.variant_ended(number, **fields)
        case "collected":
            return say(reports_of(event["variant"], header), "collected", **fields)
        case "test":
            reports = reports_of(event["variant"], header)
            say(reports, "collected", tests=[event["id"]], failures=[], notes=[])
            say(reports, "start", id=event["id"])
            if event["outcome"] == "timeout":
                return reports.timeout(event["seconds"])
            return say(reports, "test", **fields)
        case "note":
            reports = reports_of(event["variant"], header)
            if event["test"] is not None:
                say(reports, "start", id=event["test"])
            return say(reports, "note", **{key: fields[key] for key in ("code", "detail") if key in fields})
    return None


def words_of(kind):
    """The words of those fields that have only some: {"outcome": {"passed", …}}."""
    return {name: words for name, hint in get_type_hints(kind).items() if (words := set(_words(hint)))}


def _words(hint):
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for part in get_args(hint) if get_origin(hint) is not list else ():
            yield from _words(part)


@pytest.mark.parametrize("example", EVENTS["valid"], ids=lambda example: example["name"])
def test_writes_what_the_host_takes(example):
    assert written(example["event"]) == example["event"]


@pytest.mark.parametrize("example", EVENTS["refused"], ids=lambda example: example["name"])
def test_never_writes_what_the_host_refuses(example):
    try:
        assert written(example["event"]) != example["event"]
    except Nonsense:
        # The number of a variant is the host's own.
        assert "variant" in example["name"]


@pytest.mark.parametrize("line", EVENTS["lines"])
def test_passes_on_no_line_that_is_no_event(line):
    assert reports_of(0).read(line.encode()) is None


def test_each_event_has_an_example_with_all_its_fields():
    assert {event["event"]: set(event) for event in VALID} == {
        kind: set(get_type_hints(fields)) for kind, fields in KINDS.items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_each_word_of_an_event_has_an_example(kind):
    for name, words in words_of(KINDS[kind]).items():
        assert {event[name] for event in VALID if event["event"] == kind} - {None} == words


def test_each_reason_not_to_be_collected_has_an_example():
    seen = [failure for event in VALID for failure in event.get("failures", ())]
    assert {failure["reason"] for failure in seen} == words_of(Failure)["reason"]


def example_with(limit):
    """The first valid event that has something where the limit is."""
    for event in VALID:
        try:
            if event["event"] == limit["event"] and at(event, limit["at"]):
                return event
        except IndexError:
            continue
    raise AssertionError(f"no example for {limit}")


def named(limit):
    return f"{limit['event']} {limit['at']}"


@pytest.mark.parametrize("limit", LIMITS["texts"], ids=named)
def test_cuts_a_text_to_what_the_host_takes(limit):
    long = changed(example_with(limit), limit["at"], value="x" * (2 * limit["most"]))
    assert len(at(written(long, LARGEST_HEADER), limit["at"])) == limit["most"]


@pytest.mark.parametrize("limit", LIMITS["lists"], ids=named)
def test_cuts_a_list_to_what_the_host_takes(limit):
    (first, *_) = at(example_with(limit), limit["at"])
    many = [f"{first}{n}" if isinstance(first, str) else first for n in range(2 * limit["most"])]
    event = written(changed(example_with(limit), limit["at"], value=many), LARGEST_HEADER)
    assert len(at(event, limit["at"])) == limit["most"]


@pytest.mark.parametrize("limit", LIMITS["seconds"], ids=named)
def test_seconds_are_none_that_the_host_refuses(limit):
    for said, kept in ((-1, 0), (2 * limit["most"], limit["most"])):
        assert at(written(changed(example_with(limit), limit["at"], value=said)), limit["at"]) == kept


def test_an_event_is_a_line():
    reader, writer = os.pipe()
    events.Events(writer).send(events.broken("no\nJVM"))
    os.close(writer)
    with os.fdopen(reader) as stream:
        assert [json.loads(line) for line in stream] == [{"event": "broken", "reason": "no\nJVM"}]
