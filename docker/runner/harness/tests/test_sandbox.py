"""The whole harness: one job each, run by the real processes on a real JVM."""

from sandbox import wait_until

ACTS = """
from pipeline import act

def test_before(): pass
def test_act(spark): act(spark)
def test_after(spark): assert spark.range(3).count() == 3
"""
PASSED = {"test_before": "passed", "test_act": "passed", "test_after": "passed"}


def acts(*bodies):
    """A job whose variants differ in what their `act` does: a way to have many suites in one job."""
    files = {"reference/pipeline.py": "", "submission/test_act.py": ACTS}
    for n, body in enumerate(bodies):
        lines = "\n".join("    " + line for line in body.strip().splitlines())
        files[f"variants/{n}/pipeline.py"] = f"import pytest\nHERE = {n}\ndef act(spark):\n{lines}\n"
    return files


def test_grades_variants_and_tells_them_apart(sandbox):
    bodies = [
        "pass",
        "assert spark.range(2).count() == 3",
        "assert spark.conf.get('spark.sql.session.timeZone') == 'Asia/Kolkata'",
        "raise KeyError('id')",
    ]
    confs = [{}, {}, {"spark.sql.session.timeZone": "Asia/Kolkata"}, {}]
    events = sandbox.run(acts(*bodies), confs)

    assert events[-1]["event"] == "done"
    assert [events.end(n) for n in range(4)] == [("finished", "")] * 4
    assert events.outcomes(0) == events.outcomes(2) == PASSED
    assert events.outcomes(1) == events.outcomes(3) == {**PASSED, "test_act": "failed"}
    causes = {event["variant"]: event["cause"] for event in events.of("test") if event["outcome"] == "failed"}
    assert causes == {1: "assertion", 3: "exception"}
    assert events.of("collected", 0)[0]["tests"] == [f"test_act.py::{test}" for test in PASSED]


def test_a_learners_spark_is_as_on_a_laptop(sandbox):
    bodies = [
        # Databases, tables and views are the variant's own, twice.
        *[
            """
assert [d.name for d in spark.catalog.listDatabases()] == ["default"]
assert spark.catalog.currentDatabase() == "default"
spark.sql("CREATE DATABASE bronze")
spark.range(3).write.saveAsTable("bronze.orders")
spark.range(2).write.saveAsTable("orders")
spark.range(4).createGlobalTempView("all_orders")
spark.table("orders").cache().count()
assert [spark.table(t).count() for t in ("bronze.orders", "orders", "global_temp.all_orders")] == [3, 2, 4]
"""
        ]
        * 2,
        """
from pyspark import SparkContext
from pyspark.sql import SparkSession
assert SparkSession.builder.getOrCreate() is spark
assert SparkContext.getOrCreate() is spark.sparkContext
builder = SparkSession.builder.master("local[7]").appName("x")
other = builder.config("spark.sql.shuffle.partitions", "3").getOrCreate()
assert other is spark and spark.conf.get("spark.sql.shuffle.partitions") == "3"
spark.sparkContext.setLogLevel("WARN")
assert spark.newSession().conf.get("spark.sql.shuffle.partitions") != "3"
made = SparkSession.builder.create()
folders = [s.conf.get("spark.sql.warehouse.dir").removeprefix("file:") for s in (made, spark)]
assert folders[0] == folders[1]
made.range(2).write.saveAsTable("made")
assert __import__("os").listdir(folders[0] + "/made")
""",
        """
from pyspark.sql import SparkSession
spark.range(1).createOrReplaceTempView("seen")
old = spark.range(1)
spark.stop()
for act in (old.count, old.show, old.collect, lambda: old.write.saveAsTable("old")):
    with pytest.raises(Exception, match="stopped SparkContext|NoneType"): act()
fresh = SparkSession.builder.getOrCreate()
assert fresh is not spark and not fresh.catalog.tableExists("seen")
assert fresh.createDataFrame([(1, "a")], ["id", "name"]).count() == 1
assert fresh.sparkContext.parallelize([1, 2]).map(lambda n: n + 1).collect() == [2, 3]
fresh.stop()
pytest.skip("the session of the other tests is gone")
""",
        # Python workers import this variant's own code; two variants at the same time.
        *[
            """
from pyspark.sql import functions as F
from pyspark.sql.types import IntegerType
here = F.udf(lambda n: __import__("pipeline").HERE, IntegerType())
assert [row[0] for row in spark.range(4).select(here("id")).collect()] == [HERE] * 4
"""
        ]
        * 2,
        """
sc = spark.sparkContext
seen = sc.accumulator(0)
known = sc.broadcast({1: "a"})
sc.parallelize([1, 2]).foreach(lambda n: seen.add(n))
assert seen.value == 3
assert sc.parallelize([1]).map(lambda n: known.value[n]).collect() == ["a"]
""",
        # Functions called back from the JVM reach their own process; two variants at the same time.
        *[
            """
got = []
rows = spark.readStream.format("rate").load()
stream = rows.writeStream.foreachBatch(lambda frame, n: got.append(HERE)).trigger(once=True)
stream.start().awaitTermination(30)
assert got == [HERE]
"""
        ]
        * 2,
        """
import os, shutil, tempfile
from pyspark.sql import functions as F
folder = tempfile.mkdtemp()
spark.range(3).withColumn("day", F.lit("a")).write.partitionBy("day").csv(folder + "/rows")
assert os.listdir(folder + "/rows")
shutil.rmtree(folder)
assert not os.path.exists(folder)
with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
    file.write("1,2"); file.flush()
    assert spark.read.csv(file.name).count() == 1
os.makedirs("/tmp/fixed/x")
spark.range(1).write.parquet("/tmp/fixed/x/rows")
shutil.rmtree("/tmp/fixed")
""",
        """
spark.range(5).write.format("delta").saveAsTable("rows")
from delta.tables import DeltaTable
DeltaTable.forName(spark, "rows").delete("id > 2")
assert spark.table("rows").count() == 3
assert spark.sql("DESCRIBE HISTORY rows").count() == 2
""",
        # Nobody's rights, nobody else's files.
        """
import os, pathlib
assert os.getuid() >= 900 and os.geteuid() == os.getuid()
forbidden = [
    lambda: os.setuid(0),
    lambda: os.kill(1, 0),
    lambda: os.chown(".", 0, 0),
    lambda: os.chroot("."),
    lambda: os.mkdir("/x"),
    lambda: open("/opt/lakeproof/x", "w"),
    lambda: open("/proc/1/environ").read(),
    lambda: os.readlink("/proc/1/fd/0"),
]
for act in forbidden:
    with pytest.raises(OSError): act()
other = "learner2" if "learner1" in os.getcwd() else "learner1"
for folder in (f"/work/{other}", f"/tmp/{other}"):
    with pytest.raises(PermissionError): os.listdir(folder)
assert os.readlink("/proc/self/fd/0") == "/dev/null"
""",
        """
import os
with open("rows.csv", "w") as file: file.write("1,2")
assert spark.read.option("path", "rows.csv").format("csv").load().count() == 1
assert spark.sparkContext.textFile("rows.csv").collect() == ["1,2"]
spark.range(3).write.parquet("out/rows")
assert os.listdir("out/rows") and spark.read.parquet("out/rows").count() == 3
assert spark.read.format("csv").options(path="rows.csv").load().count() == 1
from delta.tables import DeltaTable
spark.range(3).write.format("delta").options(path="out/table").save()
assert DeltaTable.isDeltaTable(spark, "out/table")
DeltaTable.forPath(spark, path="out/table").delete("id > 0")
assert DeltaTable.forPath(spark, "out/table").toDF().count() == 1
""",
        # What a suite asked for is what it reads; a session it starts after a stop() is its own.
        """
import gc, tempfile
from pyspark import SparkConf, SparkContext
from pyspark.sql import SparkSession
for n in range(3):
    SparkSession.builder.getOrCreate().stop()
    gc.collect()
    context = SparkContext(conf=SparkConf().setAppName("mine").set("spark.my.own", str(n)))
    assert context.appName == "mine" and context.getConf().get("spark.my.own") == str(n)
    assert SparkSession(context).conf.get("spark.my.own") == str(n)
SparkSession.builder.getOrCreate().stop()
folder = tempfile.mkdtemp()
placed = SparkSession.builder.config("spark.sql.warehouse.dir", folder).getOrCreate()
placed.range(2).write.saveAsTable("rows")
assert __import__("os").listdir(folder + "/rows")
pytest.skip("the session of the other tests is gone")
""",
        # Adaptive execution starts a thread for each of hundreds of stages, of which few may stay; the block
        # manager keeps up to 256 for a minute.
        """
for n in range(120):
    assert spark.range(4).groupBy("id").count().orderBy("id").count() == 4
threads = spark._jvm.java.lang.management.ManagementFactory.getThreadMXBean().getThreadCount()
assert threads < 500, f"{threads} threads"
""",
        """
import pandas as pd
frame = spark.createDataFrame(pd.DataFrame({"a": [1, 2], "b": ["x", None]}))
assert frame.toPandas().shape == (2, 2)
""",
    ]
    events = sandbox.run(acts(*bodies), [{}] * len(bodies))

    wrong = {n: events.messages(n) for n in range(len(bodies)) if events.outcomes(n) != PASSED}
    assert set(wrong) == {3, 13}, wrong
    assert {events.outcomes(n)["test_act"] for n in wrong} == {"skipped"}, wrong
    assert all(events.end(n) == ("finished", "") for n in range(len(bodies)))
    assert [(note["code"], note["detail"]) for note in events.of("note")] == [
        ("setting-ignored", "spark.master")
    ]
    assert not [line for line in sandbox.log if "replaced" in line]


def test_no_variant_meets_the_delta_logs_of_the_one_before(sandbox):
    body = """
logs = getattr(getattr(spark._jvm, "org.apache.spark.sql.delta.DeltaLog$"), "MODULE$")
assert logs.cacheSize() == 0
spark.range(3).write.format("delta").save("rows")
assert logs.cacheSize() == 1
"""
    events = sandbox.run(acts(body, body), [{}, {}], parallel=1)
    assert [events.outcomes(n) for n in range(2)] == [PASSED] * 2, events.messages(1)


def test_variants_whose_files_name_a_common_place_run_one_after_the_other(sandbox):
    body = """
import os, shutil
spark.range(HERE + 1).write.parquet("/tmp/orders")
assert spark.read.parquet("/tmp/orders").count() == HERE + 1
os.rename("/tmp/orders", "/tmp/kept")
shutil.rmtree("/tmp/kept")
"""
    events = sandbox.run(acts("pass", body, body, "pass"), [{}] * 4)
    assert [events.outcomes(n) for n in range(4)] == [PASSED] * 4, [events.messages(n) for n in range(4)]
    told = [event["variant"] for event in events if event.get("variant") in (1, 2)]
    assert told in (sorted(told), sorted(told, reverse=True))
    assert {event["variant"] for event in events[:4]} <= {0, 3}


def test_python_workers_import_the_files_their_own_variant_added(sandbox):
    body = """
with open("rates.py", "w") as file:
    file.write(f"RATE = {HERE}")
spark.sparkContext.addPyFile("rates.py")
def rate(_):
    import rates
    return rates.RATE
assert spark.sparkContext.parallelize([0], 1).map(rate).collect() == [HERE]
"""
    events = sandbox.run(acts(body, body), [{}, {}])
    assert [events.outcomes(n) for n in range(2)] == [PASSED] * 2, [events.messages(n) for n in range(2)]
    assert not [line for line in sandbox.log if "replaced" in line]


def test_hostile_and_unlucky_suites_end_alone(sandbox):
    bodies = {
        "leaves": "import os; os._exit(0)",
        "dies": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "goes silent": "import os, time; os.closerange(3, 1024); time.sleep(1000)",
        "stops pytest": "pytest.exit('enough')",
        "leaves a stream": "spark.readStream.format('rate').load().writeStream.format('noop').start()",
        "prints": "while True: print('x' * 10000)",
        "hoards": "kept = []\nwhile True: kept.append(bytearray(10 << 20))",
        "forks": "import os, time\nfor _ in range(20):\n    if os.fork() == 0: time.sleep(1000)",
        "ends the JVM": "spark._jvm.java.lang.System.exit(0)",
        "changes the JVM": """
zone = spark._jvm.java.util.TimeZone
zone.setDefault(zone.getTimeZone("Asia/Tokyo"))
""",
        "is plain": """
assert spark._jvm.java.util.TimeZone.getDefault().getID() == "UTC"
import os, pathlib
from lakeproof_harness import processes
running = list(processes.of_user(os.getuid()))
assert running == [os.getpid()], running
assert sorted(p.name for p in pathlib.Path.cwd().iterdir()) == ["pipeline.py", "test_act.py"]
left = {p.name for p in pathlib.Path("/tmp").iterdir() if p.lstat().st_uid != 0}
assert left == {"spark"}, left
assert spark.streams.active == [] and spark._jsc.sc().statusTracker().getActiveJobIds() is not None
""",
    }
    numbers = {name: n for n, name in enumerate(bodies)}
    events = sandbox.run(acts(*bodies.values()), [{}] * len(bodies))

    def end(name):
        return events.end(numbers[name])

    def outcomes(name):
        return events.outcomes(numbers[name])

    assert events[-1]["event"] == "done"
    assert end("leaves")[0] == "exited"
    assert end("leaves")[1] == "The process ended itself with exit code 0 while running test_act.py::test_act"
    assert end("goes silent") == (
        "exited",
        "The process stopped reporting while running test_act.py::test_act",
    )
    assert end("dies")[0] == "exited" and "signal 9" in end("dies")[1]
    assert end("stops pytest")[0] == "exited" and "enough" in end("stops pytest")[1]
    assert outcomes("leaves a stream") == PASSED
    assert end("prints")[0] == "too-much-output"
    assert end("hoards")[0] == "out-of-memory"
    assert outcomes("forks") == PASSED
    assert end("ends the JVM")[0] == "exited" and "JVM was brought down" in end("ends the JVM")[1]
    assert outcomes("ends the JVM") == {"test_before": "passed"}
    assert outcomes("changes the JVM") == PASSED
    assert outcomes("is plain") == PASSED, events.messages(numbers["is plain"])
    assert len(events.of("test")) == len({(event["variant"], event["id"]) for event in events.of("test")})


def test_suites_that_never_end_are_ended(sandbox):
    bodies = {
        "loops": "while True: pass",
        "hides from signals": """
import os, signal, time
for number in range(1, 32):
    if number not in (9, 19): signal.signal(number, signal.SIG_IGN)
if os.fork() == 0: os.setsid()
time.sleep(1000)
""",
        "computes": "spark.range(10**13).selectExpr('max(id % 7)').collect()",
    }
    events = sandbox.run(acts(*bodies.values()), [{}] * len(bodies), variantSeconds=10)

    for n in range(len(bodies)):
        end, message = events.end(n)
        assert end == "timeout" and "test_act.py::test_act" in message
        assert events.outcomes(n) == {"test_before": "passed", "test_act": "timeout"}
    assert not [line for line in sandbox.log if "replaced" in line]


def test_a_submission_cannot_replace_what_it_tests(sandbox):
    files = {
        "reference/pipeline.py": "VALUE = 'reference'\n",
        "variants/1/pipeline.py": "VALUE = 'variant'\n",
        "submission/pipeline.py": "VALUE = 'submission'\n",
        "submission/pipeline/__init__.py": "VALUE = 'submission'\n",
        "submission/test_a.py": "import pipeline\ndef test_a(): assert pipeline.VALUE == 'reference'\n",
    }
    events = sandbox.run(files, [{}, {}])
    assert events.outcomes(0) == {"test_a": "passed"}
    assert events.outcomes(1) == {"test_a": "failed"}
    assert len(events.of("collected", 0)[0]["notes"]) == 2


def test_mode_code_runs_the_hidden_tests_on_the_learners_code(sandbox):
    files = {
        "reference/test_hidden.py": "import pipeline\ndef test_double(): assert pipeline.double(2) == 4\n",
        "submission/pipeline.py": "def double(n): return 2 * n\n",
        "submission/test_hidden.py": "def test_double(): pass\n",
        "submission/test_own.py": "def test_own(): assert False\n",
        "variants/1/pipeline.py": "def double(n): return n\n",
    }
    events = sandbox.run(files, [{}, {}], mode="code")
    assert events.outcomes(0) == {"test_double": "passed"}
    assert events.outcomes(1) == {"test_double": "failed"}


def test_the_deadline_for_all_ends_what_runs_and_starts_nothing_more(sandbox):
    events = sandbox.run(acts("while True: pass", "while True: pass", "pass"), [{}] * 3, seconds=4)
    assert events[-1]["event"] == "done"
    assert [events.end(n)[0] for n in (0, 1)] == ["timeout"] * 2
    assert events.of("variant", 2) == []


def test_is_broken_on_nonsense(sandbox):
    sandbox.send(b"nonsense\n")
    (event,) = sandbox.rest()
    assert event["event"] == "broken" and "not JSON" in event["reason"]


def test_ends_when_stdin_is_closed(sandbox):
    sandbox.start(acts("while True: pass"), [{}])
    assert sandbox.read()["event"] == "collected"
    sandbox.process.stdin.close()
    wait_until(lambda: sandbox.process.poll() is not None, 5)


def test_ends_when_told_to(sandbox):
    sandbox.process.terminate()
    assert sandbox.process.wait(5) == 143
