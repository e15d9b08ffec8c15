"""lakeproof.testing on engine connect: declarative pipelines run inside a test."""

from lakeproof.testing.pipelines import PipelineRun

DEFINITIONS = """
from pyspark import pipelines as dp
from pyspark.sql import functions as F

@dp.table
@dp.expect("has a customer", "customer IS NOT NULL")
@dp.expect_or_drop("positive", "amount > 0")
def silver():
    return spark.readStream.table("bronze")

@dp.materialized_view
@dp.expect_all({"some revenue": "revenue > 5"})
def gold():
    return spark.read.table("silver").groupBy("customer").agg(F.sum("amount").alias("revenue"))
"""
TESTS = """
import pytest
from lakeproof.testing import PipelineFailed, run_pipeline
from pyspark import pipelines as dp

def orders(spark, *rows):
    return spark.createDataFrame(list(rows), "customer string, amount int")

def test_run_and_run_again(spark):
    bronze = orders(spark, ("a", 1), (None, 2), ("b", -1), ("b", None))
    first = run_pipeline("definitions.py", tables={"bronze": bronze})
    assert first.rows("silver") == [("a", 1), (None, 2)]
    assert first.status("gold") == "COMPLETED"
    counts = first.expectations("silver")
    assert (counts["has a customer"].passed, counts["has a customer"].failed) == (3, 1)
    assert (counts["positive"].failed, first.dropped("silver")) == (2, 2)
    assert first.expectations("gold")["some revenue"].failed == 2

    second = first.again(tables={"bronze": orders(spark, ("a", 7))})
    assert second.rows("gold") == [("a", 8), (None, 2)]
    assert second.expectations("silver")["positive"].passed == 1
    assert second.dropped("silver") == 0

    third = second.again(full_refresh="all")
    assert third.rows("gold") == [("a", 8), (None, 2)]
    assert third.expectations("silver")["positive"].passed == 3

def test_fail_ends_the_flow(spark):
    def definitions():
        @dp.materialized_view
        @dp.expect_or_fail("small", "id < 2")
        def numbers():
            return spark.range(3)
    with pytest.raises(PipelineFailed, match="EXPECTATION_VIOLATION"):
        run_pipeline(definitions)

def test_dry_run_finds_a_missing_source(spark):
    def definitions():
        @dp.materialized_view
        def lost():
            return spark.read.table("nowhere")
    with pytest.raises(PipelineFailed, match="TABLE_OR_VIEW_NOT_FOUND"):
        run_pipeline(definitions, dry=True)

def test_a_mistake_in_the_order_of_decorators(spark):
    with pytest.raises(TypeError, match="below"):
        @dp.expect("x", "id > 0")
        def nothing(): ...
        dp.expect("x", "id > 0")(None)
"""


def test_pipelines_run_inside_a_test(sandbox):
    files = {"reference/definitions.py": DEFINITIONS, "submission/test_it.py": TESTS}
    files["variants/1/definitions.py"] = DEFINITIONS.replace("amount > 0", "amount IS NOT NULL")
    events = sandbox.run(files, [{}, {}], engine="connect", variantSeconds=150)

    assert events.messages(0) == dict.fromkeys(events.messages(0), "")
    assert set(events.outcomes(0).values()) == {"passed"}
    assert events.outcomes(1)["test_run_and_run_again"] == "failed"
    assert [events.end(n)[0] for n in (0, 1)] == ["finished", "finished"]


def test_a_flow_that_was_started_in_a_run_that_ended_well_has_ended():
    said = ("Flow a.b.gold is COMPLETED.", "Flow a.b.gold is RUNNING.", "Flow a.b.silver is RUNNING.")
    run = PipelineRun(None, "b", "", (*said, "Flow a.b.bronze is SKIPPED."), "", {}, None)

    flows = ("gold", "silver", "bronze", "iron")
    assert [run.status(flow) for flow in flows] == ["COMPLETED", "COMPLETED", "SKIPPED", None]
