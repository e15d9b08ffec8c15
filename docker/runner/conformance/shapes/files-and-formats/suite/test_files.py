import gzip
import json

import pytest
from pyspark.sql import Row
from pyspark.sql import functions as F


@pytest.fixture
def orders(spark):
    return spark.createDataFrame([(1, "tent", 499.0), (2, None, 9.5)], "id int, item string, eur double")


def ids(frame):
    return sorted(row.id for row in frame.collect())


@pytest.mark.parametrize("kind", ["parquet", "orc", "json", "avro"])
def test_there_and_back(spark, orders, tmp_path, kind):
    orders.write.format(kind).save(str(tmp_path / "out"))
    assert ids(spark.read.format(kind).load(str(tmp_path / "out"))) == [1, 2]


def test_csv(spark, orders, tmp_path):
    orders.write.option("header", True).csv(str(tmp_path / "out"))
    found = spark.read.option("header", True).schema(orders.schema).csv(str(tmp_path / "out"))
    assert sorted(map(tuple, found.collect())) == sorted(map(tuple, orders.collect()))


def test_csv_inferred(spark, tmp_path):
    (tmp_path / "rows.csv").write_text("id,day,eur\n1,2026-11-01,1.5\n2,,x\n")
    frame = spark.read.option("header", True).option("inferSchema", True).csv(str(tmp_path / "rows.csv"))
    assert frame.schema.simpleString() == "struct<id:int,day:date,eur:string>"


def test_csv_of_bad_rows(spark, tmp_path):
    (tmp_path / "rows.csv").write_text("1,a\nx,b\n3\n")
    reader = spark.read.schema("id int, name string, _corrupt_record string").option("columnNameOfCorruptRecord", "_corrupt_record")
    bad = reader.csv(str(tmp_path / "rows.csv")).cache().where("_corrupt_record IS NOT NULL")
    assert bad.count() == 2


def test_quotes_and_lines(spark, tmp_path):
    (tmp_path / "rows.csv").write_text('id,text\n1,"a, ""b""\nc"\n')
    frame = spark.read.option("header", True).option("multiLine", True).option("escape", '"').csv(str(tmp_path / "rows.csv"))
    assert frame.first().text == 'a, "b"\nc'


def test_json_lines(spark, tmp_path):
    (tmp_path / "rows.json").write_text('{"id": 1, "tags": ["a"]}\n{"id": 2}\n{"id": \n')
    frame = spark.read.json(str(tmp_path / "rows.json"))
    assert frame.columns == ["_corrupt_record", "id", "tags"]


def test_json_of_another_type_is_null(spark, tmp_path):
    (tmp_path / "rows.json").write_text('{"eur": "ten"}\n')
    assert spark.read.schema("eur double").json(str(tmp_path / "rows.json")).first().eur is None


def test_partitions(spark, orders, tmp_path):
    orders.write.partitionBy("id").parquet(str(tmp_path / "out"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_dir()) == ["id=1", "id=2"]
    assert spark.read.parquet(str(tmp_path / "out")).where("id = 2").count() == 1


def test_overwrites_all_partitions(spark, orders, tmp_path):
    orders.write.partitionBy("id").parquet(str(tmp_path / "out"))
    orders.where("id = 1").write.mode("overwrite").partitionBy("id").parquet(str(tmp_path / "out"))
    assert ids(spark.read.parquet(str(tmp_path / "out"))) == [1]


def test_overwrites_one_partition(spark, orders, tmp_path):
    orders.write.partitionBy("id").parquet(str(tmp_path / "out"))
    writer = orders.where("id = 1").write.mode("overwrite").option("partitionOverwriteMode", "dynamic")
    writer.partitionBy("id").parquet(str(tmp_path / "out"))
    assert ids(spark.read.parquet(str(tmp_path / "out"))) == [1, 2]


def test_null_partition(spark, orders, tmp_path):
    orders.write.partitionBy("item").parquet(str(tmp_path / "out"))
    assert (tmp_path / "out" / "item=__HIVE_DEFAULT_PARTITION__").is_dir()


def test_merge_schema(spark, orders, tmp_path):
    orders.write.parquet(str(tmp_path / "out"))
    orders.withColumn("vat", F.lit(19)).write.mode("append").parquet(str(tmp_path / "out"))
    assert "vat" in spark.read.option("mergeSchema", True).parquet(str(tmp_path / "out")).columns


def test_text_and_gzip(spark, tmp_path):
    with gzip.open(tmp_path / "log.txt.gz", "wt") as file:
        file.write("one\ntwo\n")
    assert [row.value for row in spark.read.text(str(tmp_path / "log.txt.gz")).collect()] == ["one", "two"]


def test_name_of_the_file(spark, orders, tmp_path):
    orders.coalesce(1).write.json(str(tmp_path / "out"))
    found = spark.read.json(str(tmp_path / "out")).select(F.input_file_name().alias("file"), "_metadata.file_name")
    assert {row.file.rsplit("/", 1)[1] for row in found.collect()} == {row.file_name for row in found.collect()}


def test_read_by_python(orders, tmp_path):
    orders.where("id = 1").coalesce(1).write.json(str(tmp_path / "out"))
    (part,) = (tmp_path / "out").glob("part-*.json")
    assert json.loads(part.read_text()) == {"id": 1, "item": "tent", "eur": 499.0}
    assert (tmp_path / "out" / "_SUCCESS").exists()


def test_removed_by_python(spark, orders, tmp_path):
    import shutil

    orders.write.parquet(str(tmp_path / "out"))
    frame = spark.read.parquet(str(tmp_path / "out"))
    shutil.rmtree(tmp_path / "out")
    frame.collect()


def test_binary_files(spark, tmp_path):
    (tmp_path / "a.bin").write_bytes(b"\x00\x01")
    assert spark.read.format("binaryFile").load(str(tmp_path)).first().length == 2


def test_sql_over_a_file(spark, orders, tmp_path):
    orders.write.parquet(str(tmp_path / "out"))
    assert spark.sql(f"SELECT count(*) AS n FROM parquet.`{tmp_path}/out`").first() == Row(n=2)


def test_no_such_format(spark):
    spark.read.format("excel").load("orders.xlsx")


def test_wrong(spark, orders, tmp_path):
    orders.write.parquet(str(tmp_path / "out"))
    assert spark.read.parquet(str(tmp_path / "out")).count() == 3
