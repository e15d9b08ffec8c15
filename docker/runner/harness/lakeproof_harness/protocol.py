"""The protocol with the host: the header line on stdin, events on stdout.

libs/contracts/src/harness.ts is the same in zod. What doesn't fit is refused: host and harness come
from one commit, so a surprise is a defect and not a thing to be lenient about.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

PROTOCOL = 1
# Settings a session may have of its own. Others belong to the SparkContext, which variants share.
SESSION_SETTINGS = ("spark.sql.", "spark.databricks.")
MOST_VARIANTS = 1000
MOST_TAR_BYTES = 32 << 20
MOST_HEADER_BYTES = 1 << 20
# Of an event's texts, in UTF-16 code units: what the host takes.
MOST_ID = 500
MOST_FILE = 500
MOST_SENTENCE = 500
MOST_CODE = 60
MOST_MESSAGE = 4000
MOST_REASON = 2000
MOST_OUTPUT = 70_000
MOST_TESTS = 1000
MOST_SECONDS = 100_000.0


class Nonsense(Exception):
    """The host sent what the protocol doesn't allow; the message says where."""


@dataclass(frozen=True)
class Limits:
    """See harness.ts: seconds of all and of one variant, and what is kept of a suite's words."""

    seconds: float
    variant_seconds: float
    parallel: int
    tests: int
    test_output_bytes: int
    output_bytes: int
    id_chars: int
    message_chars: int


@dataclass(frozen=True)
class Variant:
    """One version under test: its number, and the Spark settings it runs with."""

    n: int
    conf: dict[str, str]


@dataclass(frozen=True)
class Header:
    """What to do with the tar of `tar_bytes` bytes that follows."""

    mode: str
    engine: str
    variants: tuple[Variant, ...]
    limits: Limits
    tar_bytes: int


def parse_header(line: bytes) -> Header:
    """Reads the header line.

    Raises:
        Nonsense: naming the field that is missing, unknown or of the wrong kind.
    """
    try:
        raw = json.loads(line)
    except ValueError as error:
        raise Nonsense(f"the header is not JSON: {error}") from error
    names = ("protocol", "mode", "engine", "variants", "limits", "tarBytes")
    protocol, mode, engine, variants, limits, tar_bytes = _fields(raw, "header", names)
    if protocol != PROTOCOL:
        raise Nonsense(f"the host speaks protocol {protocol!r}, this harness {PROTOCOL}")
    return Header(
        mode=_one_of(mode, "mode", ("tests", "code")),
        engine=_one_of(engine, "engine", ("classic", "connect", "cluster")),
        variants=_variants(variants),
        limits=_limits(limits),
        tar_bytes=int(_number(tar_bytes, "tarBytes", 0, MOST_TAR_BYTES, whole=True)),
    )


def _variants(raw: Any) -> tuple[Variant, ...]:
    if not isinstance(raw, list) or len(raw) > MOST_VARIANTS:
        raise Nonsense(f"variants: must be a list of at most {MOST_VARIANTS}")
    found = []
    for position, entry in enumerate(raw):
        at = f"variants[{position}]"
        n, conf = _fields(entry, at, ("n", "conf"))
        found.append(Variant(int(_number(n, f"{at}.n", 0, 999, whole=True)), _conf(conf, f"{at}.conf")))
    if len({variant.n for variant in found}) != len(found):
        raise Nonsense("variants: a number is there twice")
    return tuple(found)


def _conf(raw: Any, at: str) -> dict[str, str]:
    if not isinstance(raw, dict):
        raise Nonsense(f"{at}: must be an object")
    for key, value in raw.items():
        if not isinstance(value, str):
            raise Nonsense(f"{at}.{key}: must be a string")
        if not key.startswith(SESSION_SETTINGS):
            raise Nonsense(f"{at}: {key} can't differ between sessions; use a setting of spark.sql")
    return dict(raw)


def _limits(raw: Any) -> Limits:
    names = (
        "seconds",
        "variantSeconds",
        "parallel",
        "tests",
        "testOutputBytes",
        "outputBytes",
        "idChars",
        "messageChars",
    )
    values = dict(zip(names, _fields(raw, "limits", names), strict=True))

    def whole(name: str, most: int) -> int:
        return int(_number(values[name], f"limits.{name}", 1, most, whole=True))

    return Limits(
        seconds=_number(values["seconds"], "limits.seconds", 0.001, 86_400),
        variant_seconds=_number(values["variantSeconds"], "limits.variantSeconds", 0.001, 86_400),
        parallel=whole("parallel", 64),
        tests=whole("tests", MOST_TESTS),
        test_output_bytes=min(whole("testOutputBytes", 1 << 30), MOST_OUTPUT),
        output_bytes=whole("outputBytes", 1 << 30),
        id_chars=min(whole("idChars", 1 << 20), MOST_ID),
        message_chars=min(whole("messageChars", 1 << 20), MOST_MESSAGE),
    )


def _fields(raw: Any, at: str, names: tuple[str, ...]) -> list[Any]:
    if not isinstance(raw, dict):
        raise Nonsense(f"{at}: must be an object")
    if unknown := sorted(set(raw) - set(names)):
        raise Nonsense(f"{at}: unknown {', '.join(unknown)}")
    if missing := [name for name in names if name not in raw]:
        raise Nonsense(f"{at}: {', '.join(missing)} missing")
    return [raw[name] for name in names]


def _one_of(raw: Any, at: str, values: tuple[str, ...]) -> str:
    if not isinstance(raw, str) or raw not in values:
        raise Nonsense(f"{at}: must be one of {', '.join(values)}")
    return raw


def _number(raw: Any, at: str, least: float, most: float, *, whole: bool = False) -> float:
    fits = isinstance(raw, int | float) and not isinstance(raw, bool) and math.isfinite(raw)
    if not fits or (whole and raw != int(raw)) or not least <= raw <= most:
        raise Nonsense(f"{at}: must be a {'whole ' if whole else ''}number from {least:g} to {most:g}")
    return float(raw)
