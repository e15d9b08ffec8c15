import pytest
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession


def test_set_get_unset(spark):
    spark.conf.set("spark.sql.shuffle.partitions", 7)
    assert spark.conf.get("spark.sql.shuffle.partitions") == "7"
    spark.conf.unset("spark.sql.shuffle.partitions")
    spark.conf.set("my.own", "x")
    assert spark.conf.get("my.own") == "x"
    spark.conf.unset("my.own")
    assert spark.conf.get("my.own", "fallback") == "fallback"


def test_unknown_setting(spark):
    spark.conf.get("my.unknown")


def test_defaults(spark):
    assert spark.conf.get("spark.sql.shuffle.partitions") == "200"
    assert spark.conf.get("spark.sql.adaptive.enabled") == "true"


@pytest.mark.parametrize(
    "key, value",
    [
        ("spark.sql.ansi.enabled", "true"),
        ("spark.sql.caseSensitive", "false"),
        ("spark.sql.sources.default", "parquet"),
        ("spark.sql.autoBroadcastJoinThreshold", "10485760b"),
        ("spark.sql.session.timeZone", "UTC"),
        ("spark.sql.execution.arrow.pyspark.enabled", "true"),
        ("spark.sql.catalogImplementation", "in-memory"),
        ("spark.sql.codegen.wholeStage", "true"),
        ("spark.sql.adaptive.coalescePartitions.enabled", "true"),
        ("spark.sql.legacy.timeParserPolicy", "CORRECTED"),
        ("spark.rdd.compress", "True"),
    ],
)
def test_default(spark, key, value):
    assert spark.conf.get(key) == value


def test_unset_brings_back_the_default(spark):
    spark.conf.set("spark.sql.adaptive.enabled", False)
    spark.conf.unset("spark.sql.adaptive.enabled")
    assert spark.conf.get("spark.sql.adaptive.enabled") == "true"


def test_static_setting(spark):
    spark.conf.set("spark.sql.warehouse.dir", "/elsewhere")


def test_setting_of_the_core(spark):
    with pytest.raises(PySparkException, match="CANNOT_MODIFY"):
        spark.conf.set("spark.executor.memory", "2g")


def test_modifiable(spark):
    assert spark.conf.isModifiable("spark.sql.shuffle.partitions")
    assert not spark.conf.isModifiable("spark.sql.warehouse.dir")


def test_wrong_type(spark):
    spark.conf.set("spark.sql.shuffle.partitions", "many")


def test_set_by_sql(spark):
    spark.sql("SET spark.sql.ansi.enabled = false")
    assert spark.sql("SELECT CAST('x' AS INT) AS n").first().n is None
    spark.sql("RESET spark.sql.ansi.enabled")
    with pytest.raises(PySparkException, match="CAST_INVALID_INPUT"):
        spark.sql("SELECT CAST('x' AS INT) AS n").first()


def test_set_of_another_time_zone(spark):
    spark.conf.set("spark.sql.session.timeZone", "America/New_York")
    assert spark.sql("SELECT CAST(timestamp_seconds(0) AS STRING) AS t").first().t == "1969-12-31 19:00:00"
    spark.conf.set("spark.sql.session.timeZone", "UTC")


def test_new_session(spark):
    spark.conf.set("spark.sql.shuffle.partitions", "9")
    other = spark.newSession()
    assert other.conf.get("spark.sql.shuffle.partitions") == "200"
    assert other.sparkContext is spark.sparkContext
    spark.range(1).createOrReplaceTempView("mine")
    assert not other.catalog.tableExists("mine")
    spark.conf.unset("spark.sql.shuffle.partitions")


def test_active_session(spark):
    assert SparkSession.getActiveSession() is spark
    assert SparkSession.active() is spark
    assert SparkSession.builder.getOrCreate() is spark


def test_builder_again(spark):
    again = SparkSession.builder.appName("another").config("spark.sql.shuffle.partitions", 4).getOrCreate()
    assert again is spark and spark.conf.get("spark.sql.shuffle.partitions") == "4"
    spark.conf.unset("spark.sql.shuffle.partitions")


def test_builder_create(spark):
    other = SparkSession.builder.config("spark.sql.shuffle.partitions", 6).create()
    assert other is not spark and other.conf.get("spark.sql.shuffle.partitions") == "6"
    spark.sql("CREATE TABLE seen_by_both USING parquet AS SELECT 1 AS id")
    assert other.table("seen_by_both").count() == 1


def test_version(spark):
    import pyspark

    assert spark.version == pyspark.__version__


def test_wrong(spark):
    assert spark.conf.get("spark.sql.ansi.enabled") == "false"


def test_clone_and_tags(spark):
    spark.addTag("mine")
    assert spark.getTags() == {"mine"}
    spark.clearTags()
    assert spark.getTags() == set()


def test_all_settings(spark):
    assert "spark.sql.session.timeZone" in spark.conf.getAll
