"""Gives the state of a stream as many partitions as its suite asks for, and few when it asks for none.

With stock settings each batch of a stateful stream has 200 tasks and writes 200 state stores.
"""

from __future__ import annotations

import functools
from typing import Any

from pyspark.sql.connect.streaming.readwriter import DataStreamWriter as ConnectDataStreamWriter
from pyspark.sql.streaming import DataStreamWriter

from lakeproof_harness.jvm.flags import STATE_PARTITIONS

PARTITIONS = "spark.sql.shuffle.partitions"
# What Spark 4.2 starts with, and so says nothing of what a suite wants.
STOCK_PARTITIONS = "200"


def follow_the_suite() -> None:
    """Changes how streams are started: each copies the settings of its session then."""
    for writer in (DataStreamWriter, ConnectDataStreamWriter):
        for name in ("start", "toTable"):
            _watch(writer, name)


def _watch(writer: Any, name: str) -> None:
    stock = getattr(writer, name)

    @functools.wraps(stock)
    def start(self: Any, *args: Any, **named: Any) -> Any:
        conf = _session_of(self).conf
        asked_for = conf.get(PARTITIONS)
        if asked_for == STOCK_PARTITIONS:
            return stock(self, *args, **named)
        conf.set(STATE_PARTITIONS, asked_for)
        try:
            return stock(self, *args, **named)
        finally:
            conf.unset(STATE_PARTITIONS)

    setattr(writer, name, start)


def _session_of(writer: Any) -> Any:
    """Classic keeps the session under one name, Connect under another (PySpark 4.2)."""
    return writer._spark if hasattr(writer, "_spark") else writer._session
