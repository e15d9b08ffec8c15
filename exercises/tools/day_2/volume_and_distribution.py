"""A day of silver.orders, eight weeks of history and the calendar for `volume-and-distribution`."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from batches import Batches, csv

MONDAY, SATURDAY = date(2026, 3, 2), date(2026, 3, 7)
ORDERS, HISTORY, CALENDAR, CLOCK = (
    "silver/orders.csv",
    "silver/history.csv",
    "silver/calendar.csv",
    "clock.py",
)
CHANNELS = {"web": (40, 8_900), "app": (24, 5_400), "store": (16, 3_200)}
WEEKDAY_FACTOR = [1.0, 0.9, 1.0, 1.1, 1.4, 3.0, 2.2]
Order = list[Any]
Day = dict[str, list[Order]]


def history(day: date, outages: tuple[int, ...] = ()) -> str:
    """Eight weeks before the day. On the days that many days back hardly anything arrived."""
    rng = random.Random(day.toordinal())
    rows = []
    for back in range(56, 0, -1):
        past = day - timedelta(days=back)
        for channel, (usual, cents) in CHANNELS.items():
            orders = round(usual * WEEKDAY_FACTOR[past.weekday()] * rng.uniform(0.9, 1.1))
            if back in outages:
                orders = 1
            without = round(orders * rng.uniform(0.16, 0.24))
            rows.append([past, channel, orders, without, round(cents * rng.uniform(0.93, 1.07))])
    return csv("day,channel,orders,without_email,median_cents", rows)


def orders(day: date, seed: int, size: float = 1.0, without_email: float = 0.2) -> Day:
    """Orders of every hour from 6 to 21 UTC; each channel has its own amounts and its share of the day."""
    rng = random.Random(seed)
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    result: Day = {}
    for channel, (usual, cents) in CHANNELS.items():
        count = round(usual * WEEKDAY_FACTOR[day.weekday()] * size)
        result[channel] = [
            [
                f"{channel[0].upper()}-{seed * 1000 + at}",
                channel,
                (start + timedelta(hours=6 + at % 16, minutes=rng.randrange(60))).strftime(
                    "%Y-%m-%dT%H:%M:%SZ"
                ),
                None if at < count * without_email else f"{channel}{at}@mail.test",
                max(100, round(rng.lognormvariate(0, 0.5) * cents)),
            ]
            for at in range(count)
        ]
    return result


def text(day: Day) -> str:
    rows = sorted((row for channel in day.values() for row in channel), key=lambda row: row[2])
    return csv("order_id,channel,placed_at,email,amount_cents", rows)


def clock(day: date) -> str:
    return (
        '"""The business day the batch is of."""\n\n'
        f"from datetime import date\n\nDAY = date({day.year}, {day.month}, {day.day})\n"
    )


def calendar(**factors: float) -> str:
    days = {"2026-04-06": 0.2, "2026-11-27": 4.0} | factors
    return csv("day,factor", sorted(days.items()))


def write() -> None:
    reference = {
        ORDERS: text(orders(MONDAY, 1)),
        HISTORY: history(MONDAY),
        CALENDAR: calendar(),
        CLOCK: clock(MONDAY),
    }
    batches = Batches("volume-and-distribution", reference)
    write_clean(batches)
    write_corrupted(batches)


def write_clean(batches: Batches) -> None:
    saturday = {HISTORY: history(SATURDAY), CLOCK: clock(SATURDAY)}
    batches.variant("saturday", saturday | {ORDERS: text(orders(SATURDAY, 2))})

    spring_sale = saturday | {CALENDAR: calendar(**{"2026-03-07": 2.0})}
    sale = orders(SATURDAY, 3, size=2.3, without_email=0.27)
    for row in sale["web"][::3]:
        row[4] = 8_990
    batches.variant("spring-sale", spring_sale | {ORDERS: text(sale)})

    batches.variant(
        "two-outages-ago",
        {HISTORY: history(MONDAY, outages=(7, 21, 22)), ORDERS: text(orders(MONDAY, 4, size=0.75))},
    )


def write_corrupted(batches: Batches) -> None:
    def corrupt(name: str, day: Day, **files: str) -> None:
        batches.variant(name, {ORDERS: text(day)} | files)

    corrupt("two-thirds-missing", orders(MONDAY, 1, size=0.4))
    twice = orders(MONDAY, 1)
    again = orders(MONDAY, 6, size=1.15)
    corrupt("loaded-twice", {channel: twice[channel] + again[channel] for channel in CHANNELS})
    batches.variant(
        "sleepy-saturday",
        {ORDERS: text(orders(SATURDAY, 5, size=0.42)), HISTORY: history(SATURDAY), CLOCK: clock(SATURDAY)},
    )

    without_app = orders(MONDAY, 1)
    more_web = orders(MONDAY, 7)["web"][:24]
    corrupt("app-is-missing", {"web": without_app["web"] + more_web, "store": without_app["store"]})
    corrupt("emails-lost", orders(MONDAY, 1, without_email=0.5))
    corrupt("emails-made-up", orders(MONDAY, 1, without_email=0.0))

    store = orders(MONDAY, 1)
    for row in store["store"]:
        row[4] = max(1, row[4] // 100)
    corrupt("euros-for-cents", store)

    same = orders(MONDAY, 1)
    for channel in same.values():
        for row in channel[::3]:
            row[4] = 5_000
    corrupt("one-amount-for-many", same)

    gap = orders(MONDAY, 1)
    for channel in gap.values():
        for row in channel:
            if row[2][11:13] in ("13", "14"):
                row[2] = row[2].replace(f"T{row[2][11:13]}", "T15")
    corrupt("hours-are-missing", gap)
