import os

from pyspark.sql import functions as F
from pyspark.sql.types import StringType

# Who runs while this variant begins is its sibling, not one before it.
BESIDE = set(os.listdir("/proc"))
PLACES = ["/tmp", "/tmp/spark", "/tmp/spark/tmp", "/tmp/spark/local", "/tmp/spark/warehouse", "/dev/shm", "/dev/mqueue",
          os.path.dirname(os.getcwd()), os.path.dirname(os.environ.get("TMPDIR", "/tmp/x"))]


def act(work, places):
    '''What `work` says of each place, in a Python worker of Spark.'''
    def everywhere(_):
        said = []
        for place in places:
            try:
                said.append(str(work(place)))
            except OSError:
                continue
        return ",".join(said)
    return everywhere


def read(place):
    return sorted(name.partition("=")[2] for name in os.listdir(place) if name.startswith("mark=")) or ""


def leave(place, writer):
    os.makedirs(f"{place}/mark={writer}/inside")
    os.chmod(f"{place}/mark={writer}", 0o700)


def in_worker(spark, work):
    said = F.udf(act(work, PLACES), StringType())
    return spark.range(1, numPartitions=1).select(said("id")).first()[0]


def writers(spark):
    return {int(number) for number in "".join(c if c.isdigit() else " " for c in in_worker(spark, read)).split()}


def test_nothing_of_before(spark):
    assert {writer for writer in writers(spark) if str(writer) not in BESIDE} == set()


def test_is_seen_here(spark):
    writer = os.getpid()
    in_worker(spark, lambda place: leave(place, writer))
    spark.range(1).write.csv(f"/tmp/mark={writer}-csv")
    assert writer in writers(spark)
