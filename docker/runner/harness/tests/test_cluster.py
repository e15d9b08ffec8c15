"""Engine cluster: a driver and real executors, started by the suite itself."""

TESTS = """
import os
import pytest
from lakeproof.testing import cluster
from pyspark.sql import SparkSession, functions as F
from pyspark.sql.types import IntegerType

@pytest.fixture(scope="session")
def spark():
    return SparkSession.builder.master("local[8]").config("spark.executor.memory", "500m").getOrCreate()

def test_executors_are_processes_of_their_own(spark):
    pid = F.udf(lambda _: os.getpid(), IntegerType())("id").alias("pid")
    pids = spark.range(20, numPartitions=8).select(pid)
    assert os.getpid() not in {row.pid for row in pids.collect()}
    assert [executor.id for executor in cluster.executors(spark)] == ["0", "1"]
    assert sum(executor.tasks for executor in cluster.executors(spark)) >= 8
    tasks = cluster.events(spark, "SparkListenerTaskEnd")
    assert {event["Task Info"]["Executor ID"] for event in tasks} == {"0", "1"}

def test_an_executor_that_dies_is_noticed_and_replaced(spark):
    first = cluster.executors(spark)[0]
    cluster.kill(first)
    cluster.wait_until(lambda: first.id not in {executor.id for executor in cluster.executors(spark)}, 60)
    (gone,) = [executor for executor in cluster.executors(spark, alive=False) if executor.id == first.id]
    assert not gone.alive and gone.removed_because
    cluster.wait_until(lambda: len(cluster.executors(spark)) == 2, 60)

def test_settings_of_builder_and_variant_count(spark):
    conf = spark.sparkContext.getConf()
    assert conf.get("spark.executor.memory") == "500m"
    assert conf.get("spark.master").startswith("local-cluster")
    assert spark.conf.get("spark.sql.session.timeZone") == "Asia/Kolkata"

def test_a_module_of_the_driver_is_not_on_executors(spark):
    import helper
    spark.range(1).select(F.udf(helper.answer, IntegerType())("id")).collect()

def test_stop_and_another_cluster(spark):
    spark.stop()
    again = SparkSession.builder.config("spark.sql.shuffle.partitions", "3").getOrCreate()
    assert again.range(10).repartition(3).count() == 10
    assert os.listdir(os.environ["SPARK_CONF_DIR"] + "/../events")
"""


def test_a_suite_has_a_cluster_of_its_own(sandbox):
    files = {
        "reference/pipeline.py": "",
        "submission/helper.py": "def answer(_): return 42",
        "submission/test_it.py": TESTS,
    }
    conf = {"spark.sql.session.timeZone": "Asia/Kolkata"}
    events = sandbox.run(files, [conf, conf], engine="cluster", variantSeconds=150, seconds=400)

    expected = {
        "test_executors_are_processes_of_their_own": "passed",
        "test_an_executor_that_dies_is_noticed_and_replaced": "passed",
        "test_settings_of_builder_and_variant_count": "passed",
        "test_a_module_of_the_driver_is_not_on_executors": "failed",
        "test_stop_and_another_cluster": "passed",
    }
    for n in (0, 1):
        messages = events.messages(n)
        assert {test: text for test, text in messages.items() if text and "No module" not in text} == {}
        assert events.outcomes(n) == expected
        assert "No module named 'helper'" in messages["test_a_module_of_the_driver_is_not_on_executors"]
    assert [events.end(n) for n in (0, 1)] == [("finished", "")] * 2


PROBES = """
import time
import pytest
from lakeproof.testing import cluster
from pyspark.sql import SparkSession, functions as F
from pyspark.sql.types import LongType

def busy(spark, tasks, seconds):
    work = F.udf(lambda n: time.sleep(seconds) or n, LongType())
    return spark.range(tasks, numPartitions=tasks).select(work("id")).collect()

@pytest.fixture
def started(request):
    builder = SparkSession.builder
    for key, value in request.param.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    yield spark
    spark.stop()

@pytest.mark.parametrize("started", [{
    "spark.dynamicAllocation.enabled": "true",
    "spark.dynamicAllocation.shuffleTracking.enabled": "true",
    "spark.dynamicAllocation.initialExecutors": "1",
    "spark.dynamicAllocation.minExecutors": "1",
    "spark.dynamicAllocation.maxExecutors": "2",
    "spark.dynamicAllocation.schedulerBacklogTimeout": "1s",
    "spark.dynamicAllocation.executorIdleTimeout": "3s",
}], indirect=True)
def test_allocation_grows_under_load_and_shrinks_after(started):
    cluster.wait_until(lambda: len(cluster.executors(started)) == 1, 60)
    busy(started, tasks=12, seconds=2)
    assert len(cluster.executors(started, alive=False)) == 2
    cluster.wait_until(lambda: len(cluster.executors(started)) == 1, 60)
    kinds = [event["Event"] for event in cluster.events(started)]
    assert kinds.count("SparkListenerExecutorAdded") == 2
    assert "SparkListenerExecutorRemoved" in kinds

@pytest.mark.parametrize("started", [{
    # Short, and yet long enough for an executor that has to wait for the CPU of a busy machine.
    "spark.executor.heartbeatInterval": "2s",
    "spark.network.timeout": "20s",
    "spark.network.timeoutInterval": "5s",
}], indirect=True)
def test_a_frozen_executor_is_missed_by_its_heartbeats(started):
    busy(started, tasks=4, seconds=0.1)
    frozen = cluster.executors(started)[0]
    cluster.freeze(frozen)
    seconds = cluster.wait_until(lambda: frozen.id not in {one.id for one in cluster.executors(started)}, 90)
    (gone,) = [one for one in cluster.executors(started, alive=False) if one.id == frozen.id]
    assert gone.removed_because
    # A lost connection would be noticed at once; which of two reasons the driver notes is a race.
    assert seconds > 15
    assert busy(started, tasks=4, seconds=0.1)
"""


def test_probes_see_allocation_and_lost_heartbeats(sandbox):
    files = {"reference/pipeline.py": "", "submission/test_it.py": PROBES}
    events = sandbox.run(files, engine="cluster", variantSeconds=300, seconds=400)

    assert set(events.messages(0).values()) == {""}
    assert set(events.outcomes(0).values()) == {"passed"}
    assert events.end(0) == ("finished", "")
