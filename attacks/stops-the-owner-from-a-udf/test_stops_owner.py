import os
import signal

from pyspark.sql import functions as F
from pyspark.sql.types import IntegerType


def stop(_):
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            try:
                os.kill(int(name), signal.SIGSTOP)
            except OSError:
                continue
    return 1


def test_stops(spark):
    spark.range(1).select(F.udf(stop, IntegerType())("id")).collect()
