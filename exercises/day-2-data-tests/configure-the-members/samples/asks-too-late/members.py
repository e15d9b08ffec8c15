"""Knows the names of the settings, not when they are read."""


def configure(builder, region):
    builder = builder.config("spark.executorEnv.NIMBUS_REGION", region)
    spark = builder.getOrCreate()
    for name, value in {
        "spark.sql.shuffle.partitions": "6",
        "spark.sql.session.timeZone": "Europe/Berlin",
    }.items():
        spark.conf.set(name, value)
    return builder.config("spark.executor.memory", "480m").config(
        "spark.executor.extraJavaOptions", "-Dnimbus.role=executor"
    )


def tune(spark, settings):
    for name, value in settings.items():
        if name.startswith("spark.sql"):
            spark.conf.set(name, value)
    return [name for name in settings if not name.startswith("spark.sql")]


def with_heap(spark, memory):
    builder = type(spark).builder.config("spark.executor.memory", memory)
    spark.stop()
    return builder.getOrCreate()
