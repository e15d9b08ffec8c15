"""Rules about a batch. Each answers with what is wrong, and with nothing when nothing is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


@dataclass(frozen=True)
class Rule:
    """A sentence of a contract, and the check of it. `problem` is "" for a batch that keeps it."""

    name: str
    problem: Callable[[DataFrame], str]


def holds(condition: str) -> Column:
    """Whether a row meets a SQL condition; a row of which it says NULL doesn't."""
    return F.coalesce(F.expr(condition), F.lit(False))


def each_row(name: str, condition: str) -> Rule:
    """Completeness and validity: every row meets the condition. Say in it what null means."""

    def problem(batch: DataFrame) -> str:
        broken = batch.where(~holds(condition)).count()
        return f"{broken} rows: not {condition}" if broken else ""

    return Rule(name, problem)


def unique(name: str, *key: str) -> Rule:
    """Uniqueness: no business key is there twice. A null in a key is a value like others here."""

    def problem(batch: DataFrame) -> str:
        repeated = batch.groupBy(*key).count().where("count > 1").count()
        return f"{repeated} keys more than once: {', '.join(key)}" if repeated else ""

    return Rule(name, problem)


def refers(name: str, column: str, known: DataFrame, known_column: str) -> Rule:
    """Reference: every value of the column is known; null refers to nothing and is allowed."""

    def problem(batch: DataFrame) -> str:
        keys = known.select(F.col(known_column).alias(column))
        orphans = batch.where(F.col(column).isNotNull()).join(keys, column, "left_anti").count()
        return f"{orphans} rows with an unknown {column}" if orphans else ""

    return Rule(name, problem)


def fresh(name: str, column: str, now: dt.datetime, within: dt.timedelta) -> Rule:
    """Freshness by event time: the newest event is at most so old, and none is of the future.

    `now` is naive UTC, and the column a timestamp_ntz in UTC. A batch without events isn't fresh.
    """

    def problem(batch: DataFrame) -> str:
        newest = batch.agg(F.max(column)).first()
        at: dt.datetime | None = newest[0] if newest else None
        if at is None:
            return f"no {column} at all"
        if at > now:
            return f"the newest {column} is of the future: {at}"
        return f"the newest {column} is {now - at} old" if now - at > within else ""

    return Rule(name, problem)


def volume(name: str, usual: int, least: float = 0.5, most: float = 2.0) -> Rule:
    """Volume: between `least` and `most` times the usual number of rows. All other rules need it:
    a batch without rows keeps every promise about rows."""

    def problem(batch: DataFrame) -> str:
        rows = batch.count()
        low, high = max(1, round(usual * least)), round(usual * most)
        return "" if low <= rows <= high else f"{rows} rows, where {low} to {high} are usual"

    return Rule(name, problem)


def audit(batch: DataFrame, rules: list[Rule]) -> dict[str, str]:
    """What is wrong with a batch, by the names of the rules that it breaks."""
    found = {rule.name: rule.problem(batch) for rule in rules}
    return {name: problem for name, problem in found.items() if problem}
