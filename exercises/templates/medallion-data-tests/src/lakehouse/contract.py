"""The contract of silver orders."""

import datetime as dt

from pyspark.sql import DataFrame

from lakehouse.rules import Rule, each_row, fresh, refers, unique, volume

BRONZE = "order_id string, customer_id string, status string, eur string, ordered_at string"
SILVER = "order_id int, customer_id int, status string, eur decimal(10,2), ordered_at timestamp_ntz"

# What a row alone can break: these rows go to quarantine.
ROW_RULES = {
    "order_id is given": "order_id IS NOT NULL",
    "status is known": "status IN ('open', 'paid', 'shipped', 'cancelled')",
    "eur is given, and more than zero": "eur > 0",
    "ordered_at is given": "ordered_at IS NOT NULL",
}


def batch_rules(customers: DataFrame, now: dt.datetime, usual: int) -> list[Rule]:
    """What only the whole batch can break: then nothing of it is published."""
    return [
        unique("one row per order", "order_id"),
        refers("the customer exists", "customer_id", customers, "customer_id"),
        fresh("orders of the last day are there", "ordered_at", now, dt.timedelta(days=1)),
        volume("about as many orders as usual", usual),
    ]


def row_rules() -> list[Rule]:
    """The rules of rows as rules of a batch: for a table that should hold good rows only."""
    return [each_row(name, condition) for name, condition in ROW_RULES.items()]
