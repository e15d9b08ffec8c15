import pytest
from pyspark.sql.types import IntegerType


def seen(spark):
    names = [database.name for database in spark.catalog.listDatabases()]
    for table in ("mark", "marks.mark", "global_temp.mark", "mark_view"):
        if spark.catalog.tableExists(table):
            names.append(table)
    names += [function.name for function in spark.catalog.listFunctions() if "mark" in function.name]
    if spark.conf.get("spark.mark", None):
        names.append("setting")
    return names


def test_nothing_of_before(spark):
    assert seen(spark) == ["default"]
    assert spark.catalog.currentDatabase() == "default"
    assert spark.streams.active == []
    with pytest.raises(Exception, match="mark_variable"):
        spark.sql("SELECT mark_variable").collect()


def test_is_seen_here(spark):
    spark.sql("CREATE DATABASE marks")
    spark.range(1).write.saveAsTable("mark")
    spark.range(1).write.saveAsTable("marks.mark")
    spark.range(1).createOrReplaceTempView("mark_view")
    spark.range(1).createOrReplaceGlobalTempView("mark")
    spark.table("mark").cache().count()
    spark.udf.register("mark_function", lambda n: n, IntegerType())
    spark.conf.set("spark.mark", "1")
    spark.sql("DECLARE VARIABLE mark_variable INT DEFAULT 1")
    spark.readStream.format("rate").load().writeStream.format("noop").start()
    spark.sql("USE marks")
    assert {"marks", "mark", "marks.mark", "global_temp.mark", "mark_view", "mark_function", "setting"} <= set(seen(spark))
