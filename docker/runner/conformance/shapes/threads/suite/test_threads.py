import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from pyspark import InheritableThread
from pyspark.sql import functions as F


def test_jobs_side_by_side(spark):
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda n: spark.range(n).count(), range(1, 9))) == list(range(1, 9))


def test_thread_that_fails(spark):
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: spark.range(1).select("nope")).result()


def test_inheritable_thread(spark):
    found = []
    spark.sparkContext.setLocalProperty("who", "main")
    thread = InheritableThread(target=lambda: found.append(spark.sparkContext.getLocalProperty("who")))
    thread.start()
    thread.join()
    spark.sparkContext.setLocalProperty("who", None)
    assert found == ["main"]


def test_plain_thread_does_not_inherit(spark):
    found = []
    spark.sparkContext.setLocalProperty("who", "main")
    thread = threading.Thread(target=lambda: found.append(spark.sparkContext.getLocalProperty("who")))
    thread.start()
    thread.join()
    spark.sparkContext.setLocalProperty("who", None)
    assert found == [None]


def test_cancel_by_tag(spark):
    def slow():
        spark.addTag("slow")
        sleepy = F.udf(lambda n: time.sleep(20) or n)
        return spark.range(2).select(sleepy("id")).collect()

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(slow)
        time.sleep(1)
        spark.interruptTag("slow")
        with pytest.raises(Exception, match="cancel"):
            running.result(timeout=15)


def test_cancel_by_group(spark):
    context = spark.sparkContext

    def slow():
        context.setJobGroup("slow", "sleeps", interruptOnCancel=True)
        return context.parallelize([1, 2], 2).map(lambda n: time.sleep(20)).collect()

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(slow)
        time.sleep(1)
        context.cancelJobGroup("slow")
        with pytest.raises(Exception, match="cancel"):
            running.result(timeout=15)


def test_daemon_thread_that_goes_on(spark):
    threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
    assert spark.range(2).count() == 2


def test_sessions_in_threads(spark):
    def in_own_session(zone):
        session = spark.newSession()
        session.conf.set("spark.sql.session.timeZone", zone)
        return session.sql("SELECT current_timezone() AS zone").first().zone

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(in_own_session, ["UTC", "Asia/Tokyo"])) == ["UTC", "Asia/Tokyo"]


def test_wrong(spark):
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(spark.range(3).count).result() == 2
