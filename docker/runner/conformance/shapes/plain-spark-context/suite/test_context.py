import pytest
from pyspark import SparkConf, SparkContext

conf = SparkConf().setAppName("word count").setMaster("local[2]").set("spark.my.own", "42")


@pytest.fixture(scope="module")
def sc():
    context = SparkContext(conf=conf)
    yield context
    context.stop()


def test_word_count(sc):
    lines = sc.parallelize(["a b", "b c b"])
    counts = lines.flatMap(str.split).map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b)
    assert dict(counts.collect()) == {"a": 1, "b": 3, "c": 1}


def test_own_setting(sc):
    assert sc.getConf().get("spark.my.own") == "42"


def test_name_and_master(sc):
    assert (sc.appName, sc.master) == ("word count", "local[2]")


def test_repr(sc):
    assert repr(sc) == "<SparkContext master=local[2] appName=word count>"


def test_broadcast(sc):
    known = sc.broadcast({"a": 1})
    assert sc.parallelize(["a", "b"]).map(lambda k: known.value.get(k, 0)).collect() == [1, 0]
    known.unpersist()


def test_accumulator(sc):
    seen = sc.accumulator(0)
    sc.parallelize(range(10)).foreach(lambda n: seen.add(n))
    assert seen.value == 45


def test_wrong(sc):
    assert sc.parallelize([3, 1, 2]).sortBy(lambda n: n).collect() == [3, 2, 1]


def test_text_file(sc, tmp_path):
    (tmp_path / "lines.txt").write_text("one\ntwo\n")
    assert sc.textFile(str(tmp_path / "lines.txt")).count() == 2


def test_no_such_file(sc):
    sc.textFile("nowhere.txt").count()
