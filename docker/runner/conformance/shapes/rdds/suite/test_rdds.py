from operator import add

import pytest
from pyspark import StorageLevel
from pyspark.sql import Row


@pytest.fixture
def sc(spark):
    return spark.sparkContext


def test_map_and_reduce(sc):
    assert sc.parallelize(range(5)).map(lambda n: n * n).reduce(add) == 30


def test_pairs(sc):
    pairs = sc.parallelize([("a", 1), ("b", 2), ("a", 3)])
    assert sorted(pairs.reduceByKey(add).collect()) == [("a", 4), ("b", 2)]
    assert pairs.groupByKey().mapValues(list).collectAsMap()["a"] == [1, 3]
    assert dict(pairs.countByKey()) == {"a": 2, "b": 1}


def test_join(sc):
    left, right = sc.parallelize([(1, "a"), (2, "b")]), sc.parallelize([(1, "x"), (1, "y")])
    assert sorted(left.join(right).collect()) == [(1, ("a", "x")), (1, ("a", "y"))]
    assert left.subtractByKey(right).collect() == [(2, "b")]


def test_partitions(sc):
    rdd = sc.parallelize(range(10), 4)
    assert rdd.getNumPartitions() == 4
    assert [len(part) for part in rdd.glom().collect()] == [2, 3, 2, 3]
    assert rdd.coalesce(2).getNumPartitions() == 2
    assert rdd.mapPartitionsWithIndex(lambda n, part: [n]).collect() == [0, 1, 2, 3]


def test_default_partitions(sc):
    assert sc.parallelize(range(10)).getNumPartitions() == sc.defaultParallelism == 2


def test_frame_partitions(spark):
    assert spark.range(10).rdd.getNumPartitions() == 2
    assert spark.createDataFrame([(n,) for n in range(10)], ["n"]).rdd.getNumPartitions() == 2
    assert spark.range(10).repartition(5).rdd.getNumPartitions() == 5


def test_accumulator(sc):
    seen = sc.accumulator(0)
    sc.parallelize([1, 2, 3]).foreach(lambda n: seen.add(n))
    assert seen.value == 6


def test_accumulator_of_lists(sc):
    from pyspark import AccumulatorParam

    class Lists(AccumulatorParam):
        def zero(self, value):
            return []

        def addInPlace(self, one, other):
            return one + other

    seen = sc.accumulator([], Lists())
    sc.parallelize([3, 1], 2).foreach(lambda n: seen.add([n]))
    assert sorted(seen.value) == [1, 3]


def test_broadcast(sc):
    rates = sc.broadcast({"EUR": 1.0})
    assert sc.parallelize(["EUR", "USD"]).map(lambda c: rates.value.get(c)).collect() == [1.0, None]
    rates.destroy()


def test_persist(sc):
    rdd = sc.parallelize(range(3)).map(lambda n: n).persist(StorageLevel.MEMORY_ONLY)
    assert rdd.count() == 3 and rdd.is_cached
    rdd.unpersist()


def test_text_files(sc, tmp_path):
    sc.parallelize(["a", "b"], 1).saveAsTextFile(str(tmp_path / "out"))
    assert (tmp_path / "out" / "part-00000").read_text() == "a\nb\n"
    assert sc.wholeTextFiles(str(tmp_path / "out")).count() == 1


def test_pickle_files(sc, tmp_path):
    sc.parallelize([{"a": 1}]).saveAsPickleFile(str(tmp_path / "out"))
    assert sc.pickleFile(str(tmp_path / "out")).collect() == [{"a": 1}]


def test_to_frame(spark, sc):
    frame = sc.parallelize([Row(id=1, name="a")]).toDF()
    assert frame.collect() == [Row(id=1, name="a")]
    assert spark.createDataFrame(sc.parallelize([(1, "a")]), "id int, name string").count() == 1


def test_frame_to_rdd(spark):
    assert spark.range(3).rdd.map(lambda row: row.id).sum() == 3


def test_wrong(sc):
    assert sc.parallelize([1, 2]).first() == 2


def test_raises(sc):
    sc.parallelize([1]).map(lambda n: n / 0).collect()


def test_raises_what_spark_says(sc):
    from py4j.protocol import Py4JJavaError

    with pytest.raises(Py4JJavaError, match="ZeroDivisionError"):
        sc.parallelize([1]).map(lambda n: n / 0).collect()


def test_job_group(sc):
    sc.setJobGroup("mine", "a description")
    assert sc.getLocalProperty("spark.jobGroup.id") == "mine"
    sc.setLocalProperty("spark.jobGroup.id", None)


def test_files(sc, tmp_path):
    from pyspark import SparkFiles

    (tmp_path / "rates.txt").write_text("EUR")
    sc.addFile(str(tmp_path / "rates.txt"))
    assert sc.parallelize([1], 1).map(lambda _: open(SparkFiles.get("rates.txt")).read()).collect() == ["EUR"]


def test_range_union_zip(sc):
    assert sc.range(3).union(sc.range(2)).count() == 5
    assert sc.range(3).zipWithIndex().collect()[2] == (2, 2)
    assert sc.emptyRDD().isEmpty()


def test_sample_with_seed(sc):
    assert sc.parallelize(range(20), 2).sample(False, 0.5, 7).count() == sc.parallelize(range(20), 2).sample(False, 0.5, 7).count()
    assert len(sc.parallelize(range(20), 2).takeSample(False, 3, 1)) == 3


def test_checkpoint(sc, tmp_path):
    sc.setCheckpointDir(str(tmp_path / "checkpoints"))
    rdd = sc.parallelize(range(3)).map(lambda n: n + 1)
    rdd.checkpoint()
    assert rdd.count() == 3 and rdd.isCheckpointed()
