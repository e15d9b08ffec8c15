"""Knows the settings of executors; takes a session for something that can be changed at any time."""


def configure(builder, region):
    settings = {
        "spark.executor.memory": "480m",
        "spark.executor.extraJavaOptions": "-Dnimbus.role=executor",
        "spark.executorEnv.NIMBUS_REGION": region,
        "spark.sql.shuffle.partitions": "6",
        "spark.sql.session.timeZone": "Europe/Berlin",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder


def tune(spark, settings):
    for name, value in settings.items():
        if name.startswith("spark.sql"):
            spark.conf.set(name, value)
    return [name for name in settings if not name.startswith("spark.sql")]


def with_heap(spark, memory):
    return spark.builder.config("spark.executor.memory", memory).getOrCreate()
