import csv
import json
from pathlib import Path

import pytest
import yaml
from pyspark.sql import functions as F

HERE = Path(__file__).parent
DATA = HERE.parent / "data"


def test_csv_beside_the_tests(spark):
    frame = spark.read.option("header", True).csv(str(HERE / "fixtures" / "small.csv"))
    assert [tuple(row) for row in frame.collect()] == [("1", "a")]


def test_csv_relative_to_the_folder(spark):
    frame = spark.read.csv("data/orders.csv", sep=";", header=True)
    assert frame.columns == ["order_id", "amount", "ordered_at"]
    assert frame.count() == 3


def test_csv_with_schema(spark):
    schema = "order_id int, amount string, ordered_at date, _corrupt_record string"
    frame = spark.read.csv("data/orders.csv", sep=";", header=True, schema=schema, mode="PERMISSIVE").cache()
    assert frame.where(F.col("_corrupt_record").isNotNull()).count() == 1


def test_csv_that_fails_fast(spark):
    schema = "order_id int, amount string, ordered_at date"
    spark.read.csv("data/orders.csv", sep=";", header=True, schema=schema, mode="FAILFAST").collect()


def test_infer_schema(spark):
    frame = spark.read.csv("data/orders.csv", sep=";", header=True, inferSchema=True)
    assert dict(frame.dtypes)["order_id"] == "int"


def test_json(spark):
    frame = spark.read.json(str(DATA / "customers.json"))
    assert "_corrupt_record" in frame.columns
    assert frame.where("name = 'Béa'").count() == 1


def test_text(spark):
    assert [row.value for row in spark.read.text("data/lines.txt").collect()] == ["first", "second", "", "fourth"]


def test_whole_text(spark):
    assert spark.read.text("data/lines.txt", wholetext=True).count() == 1


def test_missing_file(spark):
    spark.read.parquet("data/nowhere.parquet")


def test_missing_file_is_named(spark):
    with pytest.raises(Exception, match="PATH_NOT_FOUND"):
        spark.read.csv("data/nowhere.csv")


def test_python_reads_too():
    with open("data/orders.csv") as file:
        assert len(list(csv.reader(file, delimiter=";"))) == 4
    assert json.loads((DATA / "customers.json").read_text().splitlines()[0])["name"] == "Ann"
    assert yaml.safe_load(Path("data/config.yaml").read_text()) == {"currency": "EUR"}


def test_file_scheme(spark):
    assert spark.read.text(f"file://{DATA.resolve()}/lines.txt").count() == 4


def test_input_file_name(spark):
    name = spark.read.text("data/lines.txt").select(F.input_file_name().alias("f")).first().f
    assert name == (DATA / "lines.txt").resolve().as_uri().replace("file:///", "file:///")


def test_metadata_column(spark):
    assert spark.read.text("data/lines.txt").select("_metadata.file_name").first().file_name == "lines.txt"


def test_write_beside_the_tests(spark):
    spark.range(3).coalesce(1).write.mode("overwrite").parquet("output/rows")
    assert spark.read.parquet("output/rows").count() == 3
    assert len(list(Path("output/rows").glob("*.parquet"))) == 1


def test_written_before(spark):
    assert spark.read.parquet("output/rows").count() == 4


def test_append_and_errorifexists(spark, tmp_path):
    path = str(tmp_path / "rows")
    spark.range(1).write.json(path)
    spark.range(1).write.mode("append").json(path)
    assert spark.read.json(path).count() == 2
    with pytest.raises(Exception, match="PATH_ALREADY_EXISTS"):
        spark.range(1).write.json(path)


def test_partitioned(spark, tmp_path):
    path = str(tmp_path / "rows")
    spark.sql("SELECT id, id % 2 AS part FROM range(4)").write.partitionBy("part").orc(path)
    assert sorted(p.name for p in (tmp_path / "rows").glob("part=*")) == ["part=0", "part=1"]
    assert spark.read.orc(path).where("part = 1").count() == 2


def test_overwrite_one_partition(spark, tmp_path):
    path = str(tmp_path / "rows")
    spark.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
    spark.sql("SELECT id, id % 2 AS part FROM range(4)").write.partitionBy("part").parquet(path)
    spark.sql("SELECT 9L AS id, 1L AS part").write.mode("overwrite").partitionBy("part").parquet(path)
    spark.conf.unset("spark.sql.sources.partitionOverwriteMode")
    assert sorted(row.id for row in spark.read.parquet(path).collect()) == [0, 2, 9]


def test_schemas_merged(spark, tmp_path):
    spark.sql("SELECT 1 AS a").write.parquet(str(tmp_path / "rows/day=1"))
    spark.sql("SELECT 2 AS a, 'x' AS b").write.parquet(str(tmp_path / "rows/day=2"))
    merged = spark.read.option("mergeSchema", True).parquet(str(tmp_path / "rows"))
    assert merged.columns == ["a", "b", "day"]
