"""Batches of bronze.sales and the list of shops for `fresh-by-event-time`."""

import random
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from batches import Batches, Row, json_lines

AS_OF = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
SALES, SHOPS = "bronze/sales/part-0.jsonl", "bronze/shops.jsonl"
OFFSETS = {"Berlin": 1, "Lisbon": 0, "Osaka": 9, "Boston": -5}
MINUTE = timedelta(minutes=1)


def iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def local(moment: datetime, offset: int) -> str:
    """What the till prints: the local time and its distance from UTC."""
    return (moment + timedelta(hours=offset)).strftime("%Y-%m-%dT%H:%M:%S") + f"{offset:+03}:00"


def sale(shop: str, number: int, age: timedelta, **changes: Any) -> Row:
    at = AS_OF - age
    row: Row = {
        "event_id": f"{shop[:2].upper()}-{number:04}",
        "shop": shop,
        "kind": "sale",
        "source": "live",
        "till_time": local(at, OFFSETS.get(shop, 1)),
        "event_time": iso(at),
        "loaded_at": iso(AS_OF - max(0 * MINUTE, min(age, 3 * MINUTE))),
    }
    return row | changes


def usual(seed: int, newest: dict[str, timedelta]) -> list[Row]:
    """Sales of the morning from each shop, the newest as old as told, with a heartbeat among them."""
    rng = random.Random(seed)
    rows = []
    for shop, age in newest.items():
        ages = [age + step * 37 * MINUTE for step in range(5)]
        ages = ages[:1] + [each + rng.randrange(30) * MINUTE for each in ages[1:]]
        rows += [sale(shop, 100 + at, each) for at, each in enumerate(ages)]
        rows.append(sale(shop, 110, 5 * MINUTE, kind="heartbeat"))
    return rows


def shops(**status: str) -> str:
    return json_lines({"shop": name, "status": value} for name, value in status.items())


OPEN = {name: "open" for name in OFFSETS}
NEWEST = {"Berlin": 12 * MINUTE, "Lisbon": 44 * MINUTE, "Osaka": 70 * MINUTE, "Boston": 21 * MINUTE}


def write() -> None:
    clean = usual(11, NEWEST)
    clock = (
        '"""When the batch was complete: the now of every rule about age."""\n\n'
        "from datetime import UTC, datetime\n\n"
        "AS_OF = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)\n"
    )
    batches = Batches(
        "fresh-by-event-time", {SALES: json_lines(clean), SHOPS: shops(**OPEN), "clock.py": clock}
    )
    write_clean(batches)
    write_corrupted(batches, clean)


def write_clean(batches: Batches) -> None:
    two_hours = timedelta(hours=2)
    edge = usual(12, NEWEST | {"Berlin": two_hours, "Osaka": -5 * MINUTE})
    edge += [sale("Lisbon", 120 + at, timedelta(days=40 + at), source="backfill") for at in range(8)]
    edge += [sale("Boston", 130, timedelta(hours=3), event_time=None, till_time=None)]
    random.Random(3).shuffle(edge)
    batches.variant("two-hours-to-the-second", {SALES: json_lines(edge)})

    quiet = usual(13, {name: NEWEST[name] for name in ("Lisbon", "Boston")})
    quiet += [sale("Osaka", 140, timedelta(days=3))]
    status = {"Lisbon": "open", "Boston": "open", "Osaka": "closed", "Berlin": "planned"}
    batches.variant("two-shops-closed", {SALES: json_lines(quiet), SHOPS: shops(**status)})

    pop_up = [*usual(14, NEWEST), sale("Ghent", 150, timedelta(days=2))]
    for row in pop_up:
        row["till"] = 1
    batches.variant(
        "in-two-files", {SALES: json_lines(pop_up[:9]), "bronze/sales/part-1.jsonl": json_lines(pop_up[9:])}
    )


def write_corrupted(batches: Batches, clean: list[Row]) -> None:
    def corrupt(name: str, rows: list[Row]) -> None:
        batches.variant(name, {SALES: json_lines(rows)})

    def without_news(shop: str, hours: float) -> list[Row]:
        """The shop's sales are that much older; its heartbeats are not."""
        rows = deepcopy(clean)
        for row in rows:
            if row["shop"] == shop and row["kind"] == "sale":
                at = datetime.fromisoformat(row["event_time"]) - timedelta(hours=hours)
                row |= {"event_time": iso(at), "till_time": local(at, OFFSETS[shop])}
        return rows

    replayed = deepcopy(clean)
    for shop in OFFSETS:
        old = {row["event_id"]: row for row in without_news(shop, 26)}
        replayed = [old[row["event_id"]] if row["shop"] == shop else row for row in replayed]
    corrupt("replayed", [row for row in replayed if row["kind"] == "sale"])

    only_old = [row for row in without_news("Berlin", 4) if row["event_id"] != "BE-0110"]
    corrupt("one-shop-asleep", only_old)
    corrupt("shop-vanished", [row for row in clean if row["shop"] != "Osaka"])
    corrupt("heartbeat-only", without_news("Boston", 5))
    back = [sale("Lisbon", 160, 50 * MINUTE, source="backfill")]
    silent = [row for row in without_news("Lisbon", 6) if row["kind"] == "sale"]
    corrupt("backfill-looks-fresh", silent + back)
    late = [row for row in without_news("Berlin", 2) if row["event_id"] != "BE-0110"]
    corrupt("twelve-minutes-late", late)
    corrupt("next-year", [*clean, sale("Boston", 170, -timedelta(days=365))])

    timeless = deepcopy(clean)
    for row in timeless:
        if row["shop"] == "Osaka":
            row |= {"event_time": None, "till_time": None}
    corrupt("till-without-clock", timeless)

    # Berlin's sales of two hours ago and more, an hour younger than they are.
    shifted = []
    for row in deepcopy(clean):
        if row["shop"] == "Berlin" and row["kind"] == "sale":
            at = datetime.fromisoformat(row["event_time"]) - timedelta(minutes=125)
            row |= {"till_time": local(at, 1), "event_time": local(at, 1)[:19] + "Z"}
        shifted.append(row)
    corrupt("local-time-as-utc", shifted)
