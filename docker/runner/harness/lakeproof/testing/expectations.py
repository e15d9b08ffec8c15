"""A local double of Databricks' expectations: `dp.expect` and its like on open-source Spark.

What it does is what Databricks documents: `expect` keeps a row and counts it, `expect_or_drop`
leaves it out, `expect_or_fail` ends the flow. A condition that is NULL counts as not met; that is
how a SQL filter treats it, and Databricks' documentation doesn't say. On Databricks, where
`dp.expect` is there, nothing is replaced.
"""

from __future__ import annotations

import contextvars
import dataclasses
import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from pyspark import pipelines as dp
from pyspark.pipelines.spark_connect_graph_element_registry import SparkConnectGraphElementRegistry
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from lakeproof.testing.metrics import DROPPED, SEEN, Metrics

Action = Literal["warn", "drop", "fail"]
Query = Callable[[], DataFrame]


@dataclass(frozen=True)
class Rule:
    """An expectation: its name, a SQL condition, and what happens to rows that don't meet it."""

    name: str
    condition: str
    action: Action

    @property
    def met(self) -> Column:
        """True or false for each row, never null."""
        return F.coalesce(F.expr(self.condition).cast("boolean"), F.lit(False))


_metrics: contextvars.ContextVar[Metrics] = contextvars.ContextVar("metrics")
_dataset: contextvars.ContextVar[str] = contextvars.ContextVar("dataset")
_targets: contextvars.ContextVar[dict[str, list[Rule]]] = contextvars.ContextVar("targets")


@contextmanager
def observed_by(metrics: Metrics) -> Iterator[None]:
    """While definitions are registered: their expectations report to `metrics`."""
    observed, targets = _metrics.set(metrics), _targets.set({})
    try:
        yield
    finally:
        _metrics.reset(observed)
        _targets.reset(targets)


def install() -> None:
    """Adds the decorators to `pyspark.pipelines`. Does nothing where they are there already."""
    if hasattr(dp, "expect"):
        return
    actions: dict[str, Action] = {"": "warn", "_or_drop": "drop", "_or_fail": "fail"}
    for suffix, action in actions.items():
        setattr(dp, f"expect{suffix}", functools.partial(_expect, action))
        setattr(dp, f"expect_all{suffix}", functools.partial(_expect_all, action))
    _check_streaming_tables()
    _name_datasets()


def _expect(action: Action, name: str, inv: str) -> Callable[[Query], Query]:
    return _expect_all(action, {name: inv})


def _expect_all(action: Action, expectations: Mapping[str, str]) -> Callable[[Query], Query]:
    rules = [Rule(name, condition, action) for name, condition in expectations.items()]

    def decorate(query: Query) -> Query:
        # A decorator of pyspark.pipelines registers what it decorates and returns nothing.
        if query is None:
            raise TypeError("Put @dp.expect below @dp.table or @dp.materialized_view, not above it.")
        base, inner = getattr(query, "__expectations__", (query, []))
        return _checking(base, rules + inner)

    return decorate


def _checking(query: Query, rules: list[Rule]) -> Query:
    @functools.wraps(query)
    def checked() -> DataFrame:
        return _check(query(), rules)

    checked.__expectations__ = (query, rules)  # type: ignore[attr-defined]
    return checked


def _check(frame: DataFrame, rules: list[Rule]) -> DataFrame:
    dataset = _dataset.get()
    names = [rule.name for rule in rules]
    if len(set(names)) < len(names):
        raise ValueError(f"The expectations of {dataset} must have different names: {', '.join(names)}.")
    dropping = [rule.met for rule in rules if rule.action == "drop"]
    kept = functools.reduce(Column.__and__, dropping, F.lit(True))
    frame = frame.observe(
        _metrics.get().observation(dataset),
        F.count(F.lit(1)).alias(SEEN),
        F.count_if(~kept).alias(DROPPED),
        *[F.count_if(~rule.met).alias(rule.name) for rule in rules],
    )
    for rule in rules:
        if rule.action == "fail":
            frame = frame.filter(F.when(rule.met, True).otherwise(_failure(dataset, rule)))
    return frame.filter(kept)


def _failure(dataset: str, rule: Rule) -> Column:
    message = (
        f"[EXPECTATION_VIOLATION] Flow '{dataset}' failed to meet the expectation. "
        f"Violated expectations: '{rule.name}'. Output record: "
    )
    return F.raise_error(F.concat(F.lit(message), F.to_json(F.struct("*")))).cast("boolean")


def _check_streaming_tables() -> None:
    """`create_streaming_table(expect_all=…)` checks the rows of every flow into the table."""
    stock = dp.create_streaming_table

    def create(
        name: str,
        *,
        expect_all: Mapping[str, str] | None = None,
        expect_all_or_drop: Mapping[str, str] | None = None,
        expect_all_or_fail: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        asked: tuple[tuple[Action, Mapping[str, str] | None], ...] = (
            ("warn", expect_all),
            ("drop", expect_all_or_drop),
            ("fail", expect_all_or_fail),
        )
        rules = [Rule(key, value, action) for action, given in asked for key, value in (given or {}).items()]
        if rules:
            _targets.get()[name] = rules
        stock(name, **options)

    dp.create_streaming_table = create


def _name_datasets() -> None:
    """While a flow's query is built, the dataset it is for is known by name."""
    stock = SparkConnectGraphElementRegistry.register_flow

    def register_flow(self: Any, flow: Any) -> None:
        rules = _targets.get({}).get(flow.target)
        if rules:
            flow = dataclasses.replace(flow, func=_checking(flow.func, rules))
        token = _dataset.set(flow.target)
        try:
            stock(self, flow)
        finally:
            _dataset.reset(token)

    SparkConnectGraphElementRegistry.register_flow = register_flow


install()
