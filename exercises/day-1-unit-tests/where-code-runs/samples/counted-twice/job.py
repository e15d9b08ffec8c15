"""The nightly job. It was written in a notebook, where it worked."""

import hashlib
import logging
import os
import threading
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import DecimalType, StringType
from rates import to_eur

log = logging.getLogger("nightly")


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

    def __getstate__(self):
        return {"salt": self.salt}

    def apply(self, customers):
        return customers.withColumn("email", F.udf(self.mask, StringType())("email"))


REGION = os.environ.get("NIMBUS_REGION")


def with_region(orders):
    region = F.udf(lambda: REGION, StringType())
    return orders.withColumn("region", region())


def split_lines(lines):
    rejected = SparkSession.active().sparkContext.accumulator(0)

    def is_valid(line):
        valid = line is not None and line.count(";") == 2
        if not valid:
            rejected.add(1)
        return valid

    valid = lines.where(F.udf(is_valid, "boolean")("line"))
    valid.count()
    print(valid.count(), "valid lines")
    return valid, rejected.value
