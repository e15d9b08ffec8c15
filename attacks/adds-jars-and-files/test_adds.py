import os
import re
import zipfile

# Who runs while this variant begins is its sibling, not one before it.
BESIDE = set(os.listdir("/proc"))
MARK = f"mark-{os.getpid()}"


def writers(spark):
    context = spark.sparkContext._jsc.sc()
    return set(re.findall(r"mark-(\d+)", str(context.listJars()) + str(context.listFiles())))


def test_nothing_of_before(spark):
    assert writers(spark) - BESIDE == set()


def test_adds(spark):
    with open(f"{MARK}.txt", "w") as file:
        file.write("x")
    with zipfile.ZipFile(f"{MARK}.jar", "w") as jar:
        jar.writestr("mark.txt", "x")
    spark.sparkContext.addFile(os.path.abspath(f"{MARK}.txt"))
    spark.sql(f"ADD JAR '{os.path.abspath(MARK)}.jar'")
    spark.sql(f"ADD FILE '{os.path.abspath(MARK)}.txt'")
    assert str(os.getpid()) in writers(spark)
