"""Examples of the protocol (docker/runner/protocol), which the host's specs read too."""

import copy
import json
from pathlib import Path


def _read(name):
    return json.loads(Path(__file__).parents[2].joinpath("protocol", f"{name}.json").read_text())


HEADERS, EVENTS, LIMITS = _read("header"), _read("events"), _read("limits")
# As the host writes it, and with as much as may be asked for.
HEADER, LARGEST_HEADER = HEADERS["valid"][0]["header"], HEADERS["valid"][-1]["header"]


def at(value, path):
    """What stands at a path of keys and positions."""
    for key in path:
        value = value[key]
    return value


def changed(whole, path, **new):
    """A copy with `value` put at the path, or with what is there taken out."""
    whole = copy.deepcopy(whole)
    *before, last = path
    if "value" in new:
        at(whole, before)[last] = new["value"]
    else:
        del at(whole, before)[last]
    return whole
