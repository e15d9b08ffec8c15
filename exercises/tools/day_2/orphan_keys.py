"""Batches of silver.orders, customers and payments for `orphan-keys`."""

import random
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from batches import Batches, Row, json_lines

AS_OF = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
CLOCK = "clock.py"
SCHEMAS = {
    "customers": "customer_id string, name string",
    "orders": "order_id string, customer_id string, is_guest boolean, placed_at timestamp, status string",
    "payments": "payment_id string, order_id string, customer_id string, paid_at timestamp, cents bigint",
}
Tables = dict[str, list[Row]]


def iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def order(number: int, customer: int | None, age: timedelta, status: str = "paid", **changes: Any) -> Row:
    row: Row = {
        "order_id": f"O-{number:05}",
        "customer_id": None if customer is None else f"{customer:06}",
        "is_guest": customer is None,
        "placed_at": iso(AS_OF - age),
        "status": status,
    }
    return row | changes


def payment(number: int, order: Row, age: timedelta, **changes: Any) -> Row:
    row: Row = {
        "payment_id": f"P-{number:05}",
        "order_id": order["order_id"],
        "customer_id": order["customer_id"],
        "paid_at": iso(AS_OF - age),
        "cents": 1_290 + number * 370 % 20_000,
    }
    return row | changes


def usual(seed: int, first: int) -> Tables:
    """Twelve orders of the last three days, guests among them; paid ones have one payment or two."""
    rng = random.Random(seed)
    customers = [{"customer_id": f"{number:06}", "name": f"Customer {number}"} for number in range(40, 48)]
    orders, payments = [], []
    for index in range(12):
        age = timedelta(hours=66 - index * 5, minutes=rng.randrange(60))
        customer = None if index % 4 == 3 else 40 + rng.randrange(8)
        status = ["paid", "shipped", "paid", "placed", "cancelled"][index % 5]
        orders.append(order(first + index, customer, age, status))
        if status in ("paid", "shipped"):
            parts = 2 if index % 6 == 0 else 1
            payments += [payment(first + index * 2 + at, orders[-1], age) for at in range(parts)]
    return {"customers": customers, "orders": orders, "payments": payments}


def texts(tables: Tables, **schemas: str) -> dict[str, str]:
    data = {f"silver/{name}/part-0.jsonl": json_lines(rows) for name, rows in tables.items()}
    ddl = {f"silver/{name}.ddl": (SCHEMAS | schemas)[name] + "\n" for name in tables}
    return data | ddl


def write() -> None:
    clean = usual(seed=4, first=700)
    clock = (
        '"""When the batch was complete: the now of every rule about age."""\n\n'
        "from datetime import UTC, datetime\n\n"
        "AS_OF = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)\n"
    )
    batches = Batches("orphan-keys", texts(clean) | {CLOCK: clock})
    write_clean(batches)
    write_corrupted(batches, clean)


def write_clean(batches: Batches) -> None:
    day, hour = timedelta(days=1), timedelta(hours=1)
    late = usual(seed=6, first=800)
    strangers = [order(880, 900_001, day), order(881, 900_002, hour), order(882, 900_003, 0 * hour)]
    late["orders"] += strangers
    late["payments"] += [payment(980 + at, row, hour) for at, row in enumerate(strangers)]
    elsewhere = order(890, 41, hour)
    late["payments"] += [
        payment(990, elsewhere, day),
        payment(991, elsewhere, 0 * hour),
        payment(992, order(891, None, hour), hour, customer_id=None),
    ]
    random.Random(2).shuffle(late["payments"])
    batches.variant("everything-late", texts(late))

    guests = [order(900 + at, None, timedelta(hours=4 + at), "shipped") for at in range(3)]
    opening: Tables = {
        "customers": [],
        "orders": [*guests, order(910, 77, hour, "placed")],
        "payments": [payment(920 + at, row, hour) for at, row in enumerate(guests)],
    }
    batches.variant("opening-night", texts(opening))

    old = usual(seed=9, first=600)
    for row in old["orders"]:
        row["voucher"] = "SPRING"
    old["customers"] += [{"customer_id": f"{number:06}", "name": "No order yet"} for number in (1, 2, 3)]
    batches.variant("idle-customers", texts(old, orders=SCHEMAS["orders"] + ", voucher string"))


def write_corrupted(batches: Batches, clean: Tables) -> None:
    def corrupt(name: str, table: str, index: int, **changes: Any) -> None:
        tables = deepcopy(clean)
        tables[table][index] |= changes
        batches.variant(name, texts(tables))

    def extended(name: str, table: str, *rows: Row) -> None:
        batches.variant(name, texts(clean | {table: [*clean[table], *rows]}))

    known = next(
        at for at, row in enumerate(clean["orders"]) if row["status"] == "placed" and not row["is_guest"]
    )
    guests = [row["order_id"] for row in clean["orders"] if row["is_guest"]]
    of_known = next(at for at, row in enumerate(clean["payments"]) if row["order_id"] not in guests)
    two_days = timedelta(days=2)

    extended("order-of-nobody", "orders", order(790, 900_009, two_days, "placed"))
    limit = timedelta(hours=25, minutes=30)
    extended("late-for-too-long", "orders", order(791, 900_009, limit, "placed"))
    extended("late-until-2062", "orders", order(792, 900_009, -timedelta(days=13_200), "placed"))
    gone = order(793, 41, two_days)
    extended("payment-of-nothing", "payments", payment(793, gone, two_days))
    extended("payment-without-order", "payments", payment(794, gone, two_days, order_id=None))
    extended("paid-without-payment", "orders", order(795, 42, two_days, "paid"))
    corrupt("customer-forgotten", "orders", known, customer_id=None)
    corrupt("paid-by-nobody", "payments", of_known, customer_id=None)
    extended("customer-without-number", "customers", {"customer_id": None, "name": "Customer 48"})

    numbers = [
        row | {"customer_id": row["customer_id"] and int(row["customer_id"])} for row in clean["orders"]
    ]
    batches.variant(
        "numbers-for-keys",
        texts(
            clean | {"orders": numbers},
            orders=SCHEMAS["orders"].replace("customer_id string", "customer_id bigint"),
        ),
    )
