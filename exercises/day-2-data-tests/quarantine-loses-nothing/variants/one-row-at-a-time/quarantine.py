"""Parts a batch of orders on the driver, one row at a time."""

from pyspark.sql import DataFrame, Row

LEGAL = {"placed", "paid", "shipped"}


def split(orders: DataFrame) -> tuple[DataFrame, DataFrame]:
    """The accepted orders, and the others with `reasons` and `attempts`."""
    schema = f"{ddl(orders)}, reasons array<string>, attempts int"
    rows = orders.collect()
    accepted = [tuple(row) for row in rows if not broken_rules(row)]
    quarantined = [(*row, broken_rules(row), 1) for row in reversed(rows) if broken_rules(row)]
    session = orders.sparkSession
    return session.createDataFrame(accepted, ddl(orders)), session.createDataFrame(quarantined, schema)


def reprocess(quarantined: DataFrame, corrections: DataFrame) -> tuple[DataFrame, DataFrame]:
    """Corrects what is in quarantine and judges it again: what is accepted now, and what has to stay."""
    values = {row["order_id"]: row.asDict() for row in corrections.collect()}
    released, kept = [], []
    for row in quarantined.collect():
        found = values.get(row["order_id"], {})
        mended = row.asDict() | {name: value for name, value in found.items() if value is not None}
        mended |= {"reasons": broken_rules(Row(**mended)), "attempts": row["attempts"] + 1}
        (kept if mended["reasons"] else released).append(tuple(mended[name] for name in quarantined.columns))
    schema, session = ddl(quarantined), quarantined.sparkSession
    accepted = session.createDataFrame(released, schema).drop("reasons", "attempts")
    return accepted, session.createDataFrame(kept, schema)


def broken_rules(row: Row) -> list[str]:
    """The names of the rules that are not true for the row, in alphabetical order."""
    holds = {
        "amount": row["amount_cents"] is not None and row["amount_cents"] > 0,
        "customer": row["customer_id"] is not None and row["customer_id"].strip(" ") != "",
        "status": row["status"] in LEGAL,
    }
    return [name for name, held in holds.items() if not held]


def ddl(rows: DataFrame) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in rows.dtypes)
