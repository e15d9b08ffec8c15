"""Batches of silver.orders for `silver-contract`."""

import random
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from batches import Batches, Row, json_lines

COLUMNS = {
    "order_id": "string",
    "shop": "string",
    "channel": "string",
    "customer_id": "string",
    "placed_at": "timestamp",
    "order_date": "date",
    "status": "string",
    "shipped_at": "timestamp",
    "currency": "string",
    "quantity": "int",
    "unit_price": "decimal(10,2)",
    "discount": "decimal(10,2)",
    "total": "decimal(12,2)",
}
SCHEMA = "silver/orders.ddl"
PARTS = ["silver/orders/part-0.jsonl", "silver/orders/part-1.jsonl", "silver/orders/part-2.jsonl"]
PRICES = ["12.90", "39.95", "89.00", "149.50", "240.00"]
MONDAY = date(2026, 3, 2)
SATURDAY = date(2026, 3, 7)


def ddl(columns: dict[str, str]) -> str:
    return ",\n".join(f"{name} {kind}" for name, kind in columns.items()) + "\n"


def order(number: int, placed_at: datetime, shop: str, status: str, **changes: Any) -> Row:
    """An order as the contract wants it. What is derived is derived from the changes too."""
    row: Row = {
        "order_id": f"{shop}-{number:06}",
        "shop": shop,
        "channel": "web",
        "customer_id": f"C-{10_000 + number * 7}",
        "placed_at": placed_at,
        "order_date": placed_at.date().isoformat(),
        "status": status,
        "shipped_at": placed_at + timedelta(hours=5) if status in ("shipped", "returned") else None,
        "currency": "CHF" if shop == "CH" else "EUR",
        "quantity": 1,
        "unit_price": Decimal("39.95"),
        "discount": None,
    }
    row |= changes
    row["total"] = row["quantity"] * row["unit_price"] - (row["discount"] or 0)
    return row | {name: _iso(row[name]) for name in ("placed_at", "shipped_at")}


def _iso(moment: datetime | None) -> str | None:
    return moment and moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(day: date, orders: int, rng: random.Random) -> list[Row]:
    """Orders spread over the day, every status, shop and channel among them."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    rows = []
    for index in range(orders):
        minute = 20 + index * (1400 // orders) + rng.randrange(20)
        price = Decimal(rng.choice(PRICES))
        quantity = rng.choice([1, 1, 1, 2, 3])
        discount = None if index % 3 else (price * quantity / 10).quantize(Decimal("0.01"))
        rows.append(
            order(
                number=4_700 + day.day * 100 + index,
                placed_at=start + timedelta(minutes=minute, seconds=rng.randrange(60)),
                shop=["DE", "AT", "CH", "FR"][index % 4],
                status=["paid", "shipped", "placed", "returned", "cancelled"][index % 5],
                channel=["web", "store", "app"][index % 3],
                **({"customer_id": None} if index % 6 == 4 else {}),
                quantity=quantity,
                unit_price=price,
                discount=discount,
            )
        )
    return rows


def monday() -> list[Row]:
    rows = day_of(MONDAY, 13, random.Random(2))
    late = datetime(2026, 3, 2, 23, 41, 7, tzinfo=UTC)
    return [*rows, order(5_013, late, "DE", "paid", quantity=2, discount=Decimal("7.99"))]


def files(rows: list[Row], columns: dict[str, str] = COLUMNS) -> dict[str, str]:
    half = len(rows) // 2
    return {SCHEMA: ddl(columns), PARTS[0]: json_lines(rows[:half]), PARTS[1]: json_lines(rows[half:])}


def write() -> None:
    clean = monday()
    batches = Batches("silver-contract", files(clean))
    write_clean(batches, clean)
    write_corrupted(batches, clean)


def write_clean(batches: Batches, clean: list[Row]) -> None:
    midnight = datetime(2026, 3, 7, tzinfo=UTC)
    edges = [
        order(5_501, midnight, "AT", "shipped", shipped_at=midnight, channel="store"),
        order(5_502, midnight + timedelta(hours=23, minutes=59, seconds=59), "FR", "placed", quantity=99),
        order(5_503, midnight + timedelta(hours=9), "CH", "paid", unit_price=Decimal("0.00")),
        order(5_504, midnight + timedelta(hours=10), "DE", "returned", quantity=2, discount=Decimal("79.90")),
        order(5_505, midnight + timedelta(hours=11), "DE", "cancelled", discount=Decimal("0.00")),
        order(5_506, midnight + timedelta(hours=12), "FR", "paid", customer_id="C-00001"),
        order(
            5_507,
            midnight + timedelta(hours=13),
            "CH",
            "shipped",
            unit_price=Decimal("12345.67"),
            shipped_at=midnight + timedelta(days=6),
        ),
    ]
    rng = random.Random(7)
    rows = day_of(SATURDAY, 18, rng) + edges
    rng.shuffle(rows)
    batches.variant(
        "sale-saturday",
        {PARTS[0]: json_lines(rows[:4]), PARTS[1]: json_lines(rows[4:20]), PARTS[2]: json_lines(rows[20:])},
    )

    night = datetime(2026, 3, 1, 0, 7, 12, tzinfo=UTC)
    only = order(4_600, night, "FR", "placed", customer_id=None, channel="app")
    batches.variant("first-night", {PARTS[0]: json_lines([only]), PARTS[1]: ""})

    wrapped = [row | {"gift_wrap": index % 4 == 0} for index, row in enumerate(clean)]
    batches.variant("gift-wrap-added", files(wrapped, COLUMNS | {"gift_wrap": "boolean"}))


def write_corrupted(batches: Batches, clean: list[Row]) -> None:
    def corrupt(name: str, index: int, **changes: Any) -> None:
        rows = deepcopy(clean)
        rows[index] |= changes
        batches.variant(name, files(rows))

    renamed = {("customer" if name == "customer_id" else name): kind for name, kind in COLUMNS.items()}
    rows = [{("customer" if key == "customer_id" else key): row[key] for key in row} for row in clean]
    batches.variant("customer-renamed", files(rows, renamed))
    batches.variant("price-as-double", files(clean, COLUMNS | {"unit_price": "double"}))
    names = [*COLUMNS]
    at = names.index("unit_price")
    names[at : at + 2] = ["discount", "unit_price"]
    batches.variant("columns-swapped", files(clean, {name: COLUMNS[name] for name in names}))

    corrupt("status-lost", _first(clean, status="placed"), status=None)
    corrupt("status-unheard-of", _first(clean, status="placed"), status="on_hold")
    corrupt("nothing-bought", _first(clean, status="paid", discount=None), quantity=0, total=Decimal("0.00"))
    corrupt("guests-as-blank", _first(clean, customer_id=None), customer_id="")
    corrupt("date-in-berlin", len(clean) - 1, order_date="2026-03-03")
    shipped = _first(clean, status="shipped")
    corrupt("shipped-without-time", shipped, shipped_at=None)

    forgotten = deepcopy(clean)
    for row in forgotten:
        row["total"] = row["quantity"] * row["unit_price"]
    batches.variant("discount-forgotten", files(forgotten))
    nulled = [row | ({"total": None} if row["discount"] is None else {}) for row in clean]
    batches.variant("total-lost", files(nulled))


def _first(rows: list[Row], **wanted: Any) -> int:
    return next(i for i, row in enumerate(rows) if all(row[key] == value for key, value in wanted.items()))
