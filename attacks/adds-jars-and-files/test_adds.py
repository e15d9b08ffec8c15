import os
import zipfile

from pyspark import SparkFiles


def test_nothing_of_before(spark):
    assert not os.path.exists(os.path.join(SparkFiles.getRootDirectory(), "mark.txt"))
    assert "mark" not in str(spark.sparkContext._jsc.sc().listJars()) + str(spark.sparkContext._jsc.sc().listFiles())


def test_adds(spark):
    with open("mark.txt", "w") as file:
        file.write("x")
    with zipfile.ZipFile("mark.jar", "w") as jar:
        jar.writestr("mark.txt", "x")
    spark.sparkContext.addFile(os.path.abspath("mark.txt"))
    spark.sql(f"ADD JAR '{os.path.abspath('mark.jar')}'")
    spark.sql(f"ADD FILE '{os.path.abspath('mark.txt')}'")
    listed = str(spark.sparkContext._jsc.sc().listFiles()) + str(spark.sql("LIST JARS").collect())
    assert "mark" in listed
