import os
import shutil
from pathlib import Path

import pytest
from pyspark.sql import functions as F

OUT = "/tmp/orders"


@pytest.fixture(autouse=True)
def clean():
    shutil.rmtree(OUT, ignore_errors=True)
    yield
    shutil.rmtree(OUT)


def test_nothing_is_there():
    assert not Path(OUT).exists()
    Path(OUT).mkdir()


@pytest.mark.parametrize("round", range(4))
def test_written_and_read(spark, round):
    spark.range(5).select(F.lit(2).alias("n")).write.mode("overwrite").parquet(OUT)
    assert [r["n"] for r in spark.read.parquet(OUT).distinct().collect()] == [2]
    assert sorted(os.listdir("/tmp/orders"))[-1] != ""


def test_table_there(spark):
    spark.range(2).write.option("path", OUT).saveAsTable("orders")
    assert spark.table("orders").count() == 2
    spark.sql("drop table orders")
    assert Path(OUT).is_dir()


def test_rename(spark):
    spark.range(2).write.parquet(OUT)
    os.rename(OUT, OUT + ".old")
    assert spark.read.parquet(OUT + ".old").count() == 2
    shutil.move(OUT + ".old", OUT)
    (Path(OUT) / "_SUCCESS").unlink()
