import os
import sys
from pathlib import Path

import pytest
from pyspark.sql import functions as F
from pyspark import SparkFiles, StorageLevel, TaskContext

here = Path(__file__).parent


@pytest.fixture
def sc(spark):
    return spark.sparkContext


def test_add_py_file(sc, tmp_path):
    module = tmp_path / "shipped.py"
    module.write_text("FACTOR = 3\n")
    sc.addPyFile(str(module))

    def times(x):
        import shipped

        return x * shipped.FACTOR

    assert sc.parallelize([1, 2]).map(times).collect() == [3, 6]


def test_add_file(sc, tmp_path):
    (tmp_path / "land.txt").write_text("de\nfr\n")
    sc.addFile(str(tmp_path / "land.txt"))
    assert Path(SparkFiles.get("land.txt")).read_text().split() == ["de", "fr"]
    assert sc.parallelize([0], 1).map(lambda _: len(open(SparkFiles.get("land.txt")).readlines())).collect() == [2]


def test_pipe(sc):
    assert sc.parallelize(["a", "b"], 1).pipe("tr a-z A-Z").collect() == ["A", "B"]


def test_hadoop_configuration(sc):
    conf = sc._jsc.hadoopConfiguration()
    conf.set("lakeproof.test", "1")
    assert conf.get("lakeproof.test") == "1"


def test_jvm(spark):
    assert spark._jvm.java.lang.Math.max(1, 2) == 2
    assert spark._jvm.org.apache.spark.sql.functions is not None


def test_persist(spark):
    frame = spark.range(10).persist(StorageLevel.MEMORY_ONLY)
    frame.count()
    assert frame.storageLevel.useMemory and not frame.storageLevel.useDisk
    frame.unpersist(blocking=True)
    assert not frame.is_cached


def test_task_context(sc):
    assert sc.parallelize(range(4), 2).map(lambda _: TaskContext.get().partitionId()).distinct().count() == 2
    assert TaskContext.get() is None


def test_local_properties(sc):
    sc.setLocalProperty("team", "orders")
    assert sc.parallelize([0], 1).map(lambda _: TaskContext.get().getLocalProperty("team")).collect() == ["orders"]


def test_working_directory():
    assert Path.cwd().samefile(here)


def test_change_directory(monkeypatch, tmp_path, spark):
    monkeypatch.chdir(tmp_path)
    spark.range(3).write.mode("overwrite").parquet(str(tmp_path / "here"))
    Path("mine.txt").write_text("x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["here", "mine.txt"]


def test_environment(monkeypatch):
    monkeypatch.setenv("ORDERS_RATE", "5")
    assert os.environ["ORDERS_RATE"] == "5"


def test_sys_path(monkeypatch):
    monkeypatch.syspath_prepend(str(here))
    import rates

    assert rates.RATE == 0.19


def test_reload(monkeypatch):
    import importlib

    import rates

    monkeypatch.setattr(rates, "RATE", 0.07)
    assert rates.RATE == 0.07
    assert importlib.reload(rates).RATE == 0.19


def test_recursion():
    def deeper(n):
        return deeper(n + 1)

    with pytest.raises(RecursionError):
        deeper(0)


def test_recursion_uncaught():
    def deeper(n):
        return deeper(n + 1)

    deeper(0)


def test_python_version_of_workers(sc):
    assert sc.parallelize([0], 1).map(lambda _: sys.version_info[:2]).first() == sys.version_info[:2]


def test_sequence_files(sc, tmp_path):
    sc.parallelize([("a", 1), ("b", 2)]).saveAsSequenceFile(str(tmp_path / "seq"))
    assert dict(sc.sequenceFile(str(tmp_path / "seq")).collect()) == {"a": 1, "b": 2}


def test_pickle_file(sc, tmp_path):
    sc.parallelize([{"a": 1}]).saveAsPickleFile(str(tmp_path / "pickle"))
    assert sc.pickleFile(str(tmp_path / "pickle")).collect() == [{"a": 1}]


def test_add_zip(sc, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "dependency.zip", "w") as archive:
        archive.writestr("in_a_zip.py", "VALUE = 7\n")
    sc.addPyFile(str(tmp_path / "dependency.zip"))
    import in_a_zip

    assert in_a_zip.VALUE == 7

    def value(_):
        import in_a_zip

        return in_a_zip.VALUE

    assert sc.parallelize([0], 1).map(value).collect() == [7]


def test_add_archive(sc, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "data.zip", "w") as archive:
        archive.writestr("rates.txt", "3")
    sc.addArchive(f"{tmp_path}/data.zip#data")
    sc.addArchive(f"{tmp_path}/data.zip")
    assert Path(SparkFiles.get("data"), "rates.txt").read_text() == "3"
    assert sc.parallelize([0], 1).map(lambda _: open(SparkFiles.get("data.zip") + "/rates.txt").read()).collect() == ["3"]
    assert sorted(a.rpartition("/")[2] for a in sc.listArchives) == ["data.zip", "data.zip#data"]


def test_list_files(sc, tmp_path):
    (tmp_path / "listed.txt").write_text("x")
    for _ in range(2):
        sc.addFile(str(tmp_path / "listed.txt"))
    assert [f for f in sc.listFiles if f.endswith("listed.txt")] == [f"file:{tmp_path}/listed.txt"]


def test_another_content_under_the_same_name(sc, tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same.txt").write_text(name)
    sc.addFile(str(tmp_path / "a" / "same.txt"))
    with pytest.raises(Exception, match="does not match contents"):
        sc.addFile(str(tmp_path / "b" / "same.txt"))


def test_missing_file(sc, tmp_path):
    sc.addFile(str(tmp_path / "nowhere.txt"))


def test_folder(sc, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inner.txt").write_text("in")
    with pytest.raises(Exception, match="recursive"):
        sc.addFile(str(tmp_path / "folder"))
    sc.addFile(str(tmp_path / "folder"), recursive=True)
    assert sc.parallelize([0], 1).map(lambda _: open(SparkFiles.get("folder/inner.txt")).read()).collect() == ["in"]




def test_stop_and_start_again(spark, tmp_path):
    from pyspark.sql import SparkSession

    (tmp_path / "before.txt").write_text("x")
    spark.sparkContext.addFile(str(tmp_path / "before.txt"))
    spark.stop()
    again = SparkSession.builder.master("local[1]").getOrCreate()
    assert again.sparkContext.listFiles == []
    assert not Path(SparkFiles.get("before.txt")).exists()
    again.stop()
