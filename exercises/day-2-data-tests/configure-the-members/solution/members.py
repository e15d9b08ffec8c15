"""What each member of the application is given."""

from pyspark.sql import SparkSession

HEAP = "480m"


def configure(builder, region, heap=HEAP):
    """The builder with the settings of driver, executors and sessions."""
    settings = {
        "spark.executor.memory": heap,
        "spark.executor.extraJavaOptions": "-Dnimbus.role=executor",
        # Read when the driver's JVM starts, which is when the first session is built.
        "spark.driver.extraJavaOptions": "-Dnimbus.role=driver",
        "spark.executorEnv.NIMBUS_REGION": region,
        "spark.sql.shuffle.partitions": "6",
        "spark.sql.session.timeZone": "Europe/Berlin",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder


def tune(spark, settings):
    """Applies what can still be applied; returns the names of the settings that come too late."""
    too_late = sorted(name for name in settings if not spark.conf.isModifiable(name))
    for name in settings.keys() - set(too_late):
        spark.conf.set(name, settings[name])
    return too_late


def with_heap(spark, memory):
    """A session whose executors have this heap, and everything else as before."""
    region = spark.sparkContext.getConf().get("spark.executorEnv.NIMBUS_REGION")
    # Executors read their memory when they start: there is no way but to start others.
    spark.stop()
    return configure(SparkSession.builder, region, memory).getOrCreate()
