from pyspark.sql import functions as F
from pyspark.sql.types import StringType


def look(_):
    import builtins
    import json
    import sys

    return ",".join(
        name for name, there in {
            "module": "mark_module" in sys.modules,
            "builtin": hasattr(builtins, "mark"),
            "patch": json.dumps({}) != "{}",
        }.items() if there
    )


def leave(_):
    import builtins
    import json
    import sys
    import types

    sys.modules["mark_module"] = types.ModuleType("mark_module")
    builtins.mark = 1
    json.dumps = lambda value, **more: "mark"
    return look(None)


def in_workers(spark, work):
    said = F.udf(work, StringType())
    return {row[0] for row in spark.range(4, numPartitions=2).select(said("id")).collect()}


def test_nothing_of_before(spark):
    assert in_workers(spark, look) == {""}


def test_is_seen_here(spark):
    assert in_workers(spark, leave) == {"module,builtin,patch"}
