"""Writes the batches of sdp-expectations: clean ones, and ones with a single fault.

    python exercises/tools/sdp_expectations.py

Seeded, so that it always writes the same files. Run it after a change here, then verify the exercise.
"""

import json
import random
from datetime import datetime, timedelta
from pathlib import Path

EXERCISE = Path(__file__).parents[1] / "day-2-data-tests" / "sdp-expectations"
COUNTRIES = ("DE", "FR", "CH", "NL", "JP")
STATUSES = ("open", "paid", "shipped", "cancelled")
LOADED = datetime(2026, 3, 9, 2, 30)


def customers(count=6):
    return [{"customer_id": 700 + n, "country": COUNTRIES[n % len(COUNTRIES)]} for n in range(count)]


def orders(count, seed, day=datetime(2026, 3, 8)):
    pick = random.Random(seed)
    rows = []
    for n in range(count):
        status = pick.choice(STATUSES)
        ordered = day + timedelta(minutes=pick.randrange(24 * 60))
        shipped = ordered + timedelta(hours=pick.randrange(1, 20)) if status == "shipped" else None
        rows.append(
            {
                "order_id": f"N-{seed:02d}{n:03d}",
                # A guest has no customer number.
                "customer_id": pick.choice([700, 701, 702, 703, 704, 705, None]),
                "email": f"{pick.choice(('ada', 'bo', 'chen', 'dilek'))}{n}@nimbus.example",
                "status": status,
                "quantity": pick.randrange(1, 5),
                "amount": f"{pick.randrange(500, 40000) / 100:.2f}",
                "ordered_at": text(ordered),
                "shipped_at": text(shipped),
                "loaded_at": text(max(LOADED, shipped or LOADED)),
            }
        )
    return rows


def text(moment):
    return moment and moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def write(folder, rows, people=None):
    batch = folder / "batch"
    batch.mkdir(parents=True, exist_ok=True)
    for name, lines in (("orders", rows), ("customers", people)):
        if lines is not None:
            content = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            (batch / f"{name}.jsonl").write_text(content, encoding="utf-8")


def changed(rows, index, **fields):
    """The batch with some fields of one order changed, and nothing else."""
    return [{**row, **fields} if number == index else row for number, row in enumerate(rows)]


def first(rows, status):
    return next(number for number, row in enumerate(rows) if row["status"] == status)


def main():
    reference = orders(12, seed=1)
    write(EXERCISE / "reference", reference, customers())
    variants = {
        "busy-sunday": (orders(40, seed=2, day=datetime(2026, 3, 1)), None),
        "one-guest": ([{**orders(1, seed=3)[0], "customer_id": None}], customers(0)),
        "extremes": (extremes(reference), None),
        "key-lost": (changed(reference, 3, order_id=None), None),
        "sent-twice": ([*reference, {**reference[5], "loaded_at": "2026-03-09T02:31:00Z"}], None),
        "customer-unknown": (changed(reference, 0, customer_id=799), None),
        "free-of-charge": (changed(reference, 6, amount="0.00"), None),
        "amount-lost": (changed(reference, 2, amount=None), None),
        "status-misspelt": (changed(reference, first(reference, "paid"), status="Paid"), None),
        "shipped-before-ordered": (shipped_early(reference), None),
        "open-but-shipped": (open_but_shipped(reference), None),
        "from-the-future": (changed(reference, 8, ordered_at="2062-03-08T11:15:00Z"), None),
        "nobody-at-home": (changed(reference, 9, email="@nimbus.example"), None),
    }
    for name, (rows, people) in variants.items():
        write(EXERCISE / "variants" / name, rows, people)


def extremes(rows):
    """Everything the contract allows and nobody thinks of."""
    shipped = first(rows, "shipped")
    moment = rows[shipped]["ordered_at"]
    rows = changed(rows, 1, amount="0.01", quantity=1)
    rows = changed(rows, 4, amount="99999.99", quantity=999, customer_id=None)
    rows = changed(rows, shipped, shipped_at=moment)
    return changed(rows, 7, email="o'neill+tent@mail.nimbus.example", ordered_at=rows[7]["loaded_at"])


def shipped_early(rows):
    shipped = first(rows, "shipped")
    ordered = datetime.strptime(rows[shipped]["ordered_at"], "%Y-%m-%dT%H:%M:%SZ")
    return changed(rows, shipped, shipped_at=text(ordered - timedelta(minutes=1)))


def open_but_shipped(rows):
    number = first(rows, "open")
    ordered = datetime.strptime(rows[number]["ordered_at"], "%Y-%m-%dT%H:%M:%SZ")
    return changed(rows, number, shipped_at=text(ordered + timedelta(hours=2)))


main()
