from pathlib import Path
import pytest
from pyspark.sql import functions as F
import pipeline

here = Path(__file__).parent

@pytest.fixture(autouse=True, scope="module")
def ship(spark):
    spark.sparkContext.addPyFile(str(here / "pipeline.py"))

def test_udf(spark):
    rate = F.udf(pipeline.rate, "int")
    assert [r[0] for r in spark.range(3).select(rate(F.col("id").cast("int"))).collect()] == [0, 2, 2 * 2]

def test_udf_import(spark):
    def inner(x):
        import pipeline
        return pipeline.rate(x)
    assert spark.sparkContext.parallelize([1], 1).map(inner).collect() == [2]

def test_file(spark, tmp_path):
    (tmp_path / "rates.txt").write_text("2")
    spark.sparkContext.addFile(str(tmp_path / "rates.txt"))
    from pyspark import SparkFiles
    assert spark.sparkContext.parallelize([1], 1).map(lambda _: open(SparkFiles.get("rates.txt")).read()).collect() == ["2"]
