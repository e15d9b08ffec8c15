"""Local rows without Python workers: `createDataFrame([...])` in 10 ms instead of 130."""

from __future__ import annotations

from typing import Any

from pyspark.serializers import AutoBatchedSerializer, CPickleSerializer
from pyspark.sql import SparkSession


def skip_python_workers() -> None:
    """Marks the rows of `createDataFrame` as batched the way the JVM wants them, which they are.

    Stock PySpark sends rows that are already pickled through a Python worker to re-batch them
    (`RDD._reserialize`). The tests compare values and types with stock for every Spark type.
    """
    stock = SparkSession._createFromLocal

    def create_from_local(self: Any, data: Any, schema: Any) -> Any:
        rdd, struct = stock(self, data, schema)
        rdd._jrdd_deserializer = AutoBatchedSerializer(CPickleSerializer())
        return rdd, struct

    SparkSession._createFromLocal = create_from_local
