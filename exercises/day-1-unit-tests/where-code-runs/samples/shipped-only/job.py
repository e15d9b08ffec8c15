"""The nightly job. It was written in a notebook, where it worked."""

import hashlib
import logging
import os
import threading
from pathlib import Path

from pyspark.sql import functions as F
from pyspark.sql.types import DecimalType, StringType
from rates import to_eur

log = logging.getLogger("nightly")
rejected = 0


def prepare(spark):
    """Called once, before everything else: whatever the executors need is sent to them here."""
    folder = Path(__file__).parent
    spark.sparkContext.addPyFile(str(folder / "rates.py"))
    spark.sparkContext.addPyFile(str(folder / "job.py"))


def in_euros(payments):
    convert = F.udf(to_eur, DecimalType(12, 2))
    return payments.withColumn("amount_eur", convert("amount", "currency"))


class Masker:
    def __init__(self, salt):
        self.salt = salt
        self.lock = threading.Lock()
        self.masked = 0

    def mask(self, email):
        if email is None:
            return None
        return hashlib.sha256((self.salt + email.strip().lower()).encode()).hexdigest()[:16]

    def apply(self, customers):
        return customers.withColumn("email", F.udf(self.mask, StringType())("email"))


def with_region(orders):
    region = F.udf(lambda: os.environ.get("NIMBUS_REGION"), StringType())
    return orders.withColumn("region", region())


def is_valid(line):
    global rejected
    valid = line is not None and line.count(";") == 2
    if not valid:
        rejected += 1
    return valid


def split_lines(lines):
    valid = lines.where(F.udf(is_valid, "boolean")("line"))
    valid.count()
    return valid, rejected
