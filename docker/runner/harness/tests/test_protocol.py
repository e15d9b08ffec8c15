"""The header: what the host may send, and what is said of anything else."""

import json
import re
from dataclasses import asdict

import pytest
from protocol_fixtures import HEADER, HEADERS, changed

from lakeproof_harness.protocol import Nonsense, parse_header


def named(entries):
    return [pytest.param(entry, id=entry["name"]) for entry in entries]


def as_the_host_writes(value):
    """Names as JSON has them."""
    if isinstance(value, dict):
        return {
            re.sub("_(.)", lambda found: found[1].upper(), key): as_the_host_writes(inner)
            for key, inner in value.items()
        }
    return [as_the_host_writes(inner) for inner in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("example", named(HEADERS["valid"]))
def test_takes_a_header_whole(example):
    raw = example["header"]
    kept = {**raw["limits"], **example.get("kept", {})}
    header = as_the_host_writes(asdict(parse_header(json.dumps(raw).encode())))

    assert {"protocol": 1, **header} == {**raw, "limits": kept}


@pytest.mark.parametrize("example", [pytest.param(entry, id=entry["said"]) for entry in HEADERS["refused"]])
def test_refuses_nonsense_and_names_it(example):
    new = {"value": example["value"]} if "value" in example else {}
    with pytest.raises(Nonsense) as refused:
        parse_header(json.dumps(changed(HEADER, example["at"], **new)).encode())
    assert example["said"] in str(refused.value)


@pytest.mark.parametrize("line", [*(line.encode() for line in HEADERS["lines"]), b"\xff\n"])
def test_refuses_what_is_no_header(line):
    with pytest.raises(Nonsense):
        parse_header(line)


def test_refuses_seconds_that_only_python_can_write():
    with pytest.raises(Nonsense, match=r"limits\.seconds"):
        parse_header(json.dumps(changed(HEADER, ["limits", "seconds"], value=float("nan"))).encode())
