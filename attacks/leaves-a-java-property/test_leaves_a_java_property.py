import os

# Who runs while this variant begins is its sibling, not one before it.
BESIDE = {None, *os.listdir("/proc")}


def mark(spark):
    return spark._jvm.java.lang.System.getProperty("mark")


def test_nothing_of_before(spark):
    assert mark(spark) in BESIDE


def test_is_seen_here(spark):
    spark._jvm.java.lang.System.setProperty("mark", str(os.getpid()))
    assert mark(spark)
