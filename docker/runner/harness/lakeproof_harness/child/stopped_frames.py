"""Makes the frames of a stopped session fail as on a laptop, where stop() ends Spark itself.

What asks PySpark's SparkContext fails by itself (`collect`, `createDataFrame`): it has let go of the
JVM's. These actions ask the JVM alone, and the warm one goes on.
"""

from __future__ import annotations

import functools
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrameWriter
from pyspark.sql.classic.dataframe import DataFrame

# By the names of the methods in Java that they call.
READS = {"count": "count", "isEmpty": "isEmpty", "show": "showString", "localCheckpoint": "localCheckpoint"}
WRITES = ("save", "saveAsTable", "insertInto", "parquet", "csv", "json", "orc", "text", "xml")


def refuse() -> None:
    """Changes the actions of PySpark's frames and writers."""
    for name, java_name in READS.items():
        _refuse(DataFrame, name, "_jdf", java_name)
    for name in WRITES:
        _refuse(DataFrameWriter, name, "_jwrite", name)


def _refuse(owner: Any, name: str, java_object: str, java_name: str) -> None:
    stock = getattr(owner, name)

    @functools.wraps(stock)
    def action(self: Any, *args: Any, **named: Any) -> Any:
        context = self._sc if owner is DataFrame else self._spark._sc
        if context._jsc is None:
            # In the words of SparkContext.assertNotStopped.
            error = context._jvm.java.lang.IllegalStateException(
                "Cannot call methods on a stopped SparkContext."
            )
            called = f"{getattr(self, java_object)._target_id}.{java_name}"
            raise Py4JJavaError(f"An error occurred while calling {called}.\n", error)
        return stock(self, *args, **named)

    setattr(owner, name, action)
