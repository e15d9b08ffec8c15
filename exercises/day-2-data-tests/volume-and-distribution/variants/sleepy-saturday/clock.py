"""The business day the batch is of."""

from datetime import date

DAY = date(2026, 3, 7)
