"""All settings in one place, and the environment set where it is easy to set."""

import os


def configure(builder, region):
    os.environ["NIMBUS_REGION"] = region
    return (
        builder.config("spark.executor.memory", "480m")
        .config("spark.driver.extraJavaOptions", "-Dnimbus.role=driver")
        .config("spark.executor.extraJavaOptions", "-Dnimbus.role=driver")
        .config("spark.sql.shuffle.partitions", "6")
        .config("spark.sql.session.timeZone", "Europe/Berlin")
    )


def tune(spark, settings):
    too_late = []
    for name, value in settings.items():
        try:
            spark.conf.set(name, value)
        except Exception:
            too_late.append(name)
    return sorted(too_late)


def with_heap(spark, memory):
    return spark.builder.config("spark.executor.memory", memory).getOrCreate()
