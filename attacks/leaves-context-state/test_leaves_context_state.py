import os

# Who runs while this variant begins is its sibling, not one before it.
BESIDE = set(os.listdir("/proc"))


def level(spark):
    return spark._jvm.org.apache.logging.log4j.LogManager.getRootLogger().getLevel().toString()


def test_nothing_of_before(spark):
    context = spark.sparkContext
    folder = context.getCheckpointDir()
    assert folder is None or folder.partition("checkpoint-of-a-variant-")[2].partition("/")[0] in BESIDE
    assert context.getLocalProperty("mark") is None
    assert context.getLocalProperty("spark.jobGroup.id") is None


def test_is_seen_here(spark):
    context = spark.sparkContext
    context.setCheckpointDir(f"{os.environ['TMPDIR']}/checkpoint-of-a-variant-{os.getpid()}")
    context.setLocalProperty("mark", "1")
    context.setJobGroup("mark", "left behind")
    context.setLogLevel("OFF")
    assert "checkpoint-of-a-variant" in context.getCheckpointDir()
    assert context.getLocalProperty("mark") == "1"
    assert level(spark) == "OFF"
