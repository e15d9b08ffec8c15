import io
from contextlib import redirect_stdout

import pytest
from pyspark.sql import functions as F


@pytest.fixture
def frame(spark):
    return spark.createDataFrame([(1, "a"), (2, "b")], "id int, name string")


def plan(frame, mode="simple"):
    with redirect_stdout(io.StringIO()) as out:
        frame.explain(mode)
    return out.getvalue()


def test_broadcast(frame):
    assert "BroadcastHashJoin" in plan(frame.join(F.broadcast(frame.withColumnRenamed("name", "n")), "id"))


def test_sort_merge(spark, frame):
    spark.conf.set("spark.sql.autoBroadcastJoinThreshold", "-1")
    assert "SortMergeJoin" in plan(frame.join(frame.withColumnRenamed("name", "n"), "id"))
    spark.conf.unset("spark.sql.autoBroadcastJoinThreshold")


def test_adaptive(frame):
    assert plan(frame.groupBy("id").count()).startswith("== Physical Plan ==\nAdaptiveSparkPlan isFinalPlan=false")


def test_exchange(frame):
    assert "Exchange hashpartitioning(id#" in plan(frame.groupBy("id").count())
    assert plan(frame.groupBy("id").count()).count("Exchange") == 1


def test_pushed_filters(spark, frame, tmp_path):
    frame.write.parquet(str(tmp_path / "rows"))
    assert "PushedFilters: [IsNotNull(id), GreaterThan(id,1)]" in plan(spark.read.parquet(str(tmp_path / "rows")).where("id > 1"))


def test_extended(frame):
    text = plan(frame.select("id"), "extended")
    assert all(f"== {part} ==" in text for part in ("Parsed Logical Plan", "Analyzed Logical Plan", "Physical Plan"))


def test_formatted(frame):
    assert "(1) " in plan(frame.select("id"), "formatted")


def test_codegen(spark):
    assert "WholeStageCodegen" in plan(spark.range(3).where("id > 1"), "codegen") or "Found 1 WholeStageCodegen" in plan(spark.range(3).where("id > 1"), "codegen")


def test_stars_of_whole_stage_code(spark):
    assert "*(1) Filter (id#" in plan(spark.range(3).where("id > 1"))


def test_no_shuffle_after_coalesce(spark):
    assert "Exchange" not in plan(spark.range(3).coalesce(1))


def test_plan_of_execution(frame):
    assert "Project" in frame.select(F.col("id") + 1)._jdf.queryExecution().optimizedPlan().toString() or "LogicalRDD" in frame._jdf.queryExecution().optimizedPlan().toString()


def test_same_semantics(frame):
    assert frame.select("id").sameSemantics(frame.select("id"))


def test_wrong(frame):
    assert "Exchange" in plan(frame.select("id"))


def test_partitions_after_a_shuffle(spark, frame):
    assert frame.groupBy("id").count().rdd.getNumPartitions() == 1


def test_partitions_after_repartition(frame):
    assert frame.repartition("id").rdd.getNumPartitions() == 1
    assert frame.repartition(3, "id").rdd.getNumPartitions() == 3


def test_partition_ids(frame):
    found = frame.repartition(2, "id").select(F.spark_partition_id().alias("p")).distinct().count()
    assert found <= 2
