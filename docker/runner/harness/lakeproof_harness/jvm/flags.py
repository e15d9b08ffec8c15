"""How the JVM is started: class path, JVM flags and Spark's own settings."""

from __future__ import annotations

import sys
from pathlib import Path

# In the image: /opt/lakeproof/venv.
PYSPARK = Path(sys.prefix, "lib", f"python3.{sys.version_info.minor}", "site-packages", "pyspark")
PYTHON = "/opt/lakeproof/venv/bin/python"
# What Spark's jars are compiled for; spark-submit finds out, which is not asked here.
SCALA = "2.13"
ARCHIVE = Path("/opt/lakeproof/spark.jsa")
HOME = Path("/tmp/spark")
LOG_CONFIGURATION = Path(__file__).with_name("log4j2.properties")

# Jars that hold the names Py4J asks for most: looked into first, out of nearly 290.
FIRST_JARS = ("spark-sql_", "spark-catalyst_", "spark-core_", "spark-sql-api_", "scala-library")

# What Spark's launcher adds for Java 17 (org.apache.spark.launcher.JavaModuleOptions, Spark 4.2).
OPENED = (
    "java.base/java.lang",
    "java.base/java.lang.invoke",
    "java.base/java.lang.reflect",
    "java.base/java.io",
    "java.base/java.net",
    "java.base/java.nio",
    "java.base/java.util",
    "java.base/java.util.concurrent",
    "java.base/java.util.concurrent.atomic",
    "java.base/jdk.internal.ref",
    "java.base/sun.nio.ch",
    "java.base/sun.nio.cs",
    "java.base/sun.security.action",
    "java.base/sun.util.calendar",
    "java.security.jgss/sun.security.krb5",
)

# C1 alone and the serial collector: C2 costs more in a sandbox's short life than it gives.
JVM_FLAGS = (
    "-Xms256m",
    "-Xmx512m",
    "-XX:TieredStopAtLevel=1",
    # Without C2 the JVM reserves 48 MiB for compiled code. Streams and Delta tables on many variants fill
    # them, and then end with "Out of space in CodeCache for adapters".
    "-XX:ReservedCodeCacheSize=192m",
    "-XX:+UseSerialGC",
    "-XX:-UsePerfData",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:+IgnoreUnrecognizedVMOptions",
    "-Xshare:auto",
    "-Djava.net.preferIPv6Addresses=false",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Djdk.reflect.useDirectMethodHandle=false",
    "-Duser.timezone=UTC",
)

# SQLConf.STATEFUL_SHUFFLE_PARTITIONS_INTERNAL, Spark 4.2; without it spark.sql.shuffle.partitions counts.
STATE_PARTITIONS = "spark.sql.streaming.internal.stateStore.partitions"
FEW_PARTITIONS = "2"

# Adaptive execution starts a thread for each stage until a pool is full, and keeps it for a minute: with
# stock's pools (1024, 1024 and 128) a quick suite fills a container. ThreadUtils.newDaemonCachedThreadPool
# and StaticSQLConf, Spark 4.2.
THREAD_POOLS = {
    "spark.sql.shuffleExchange.maxThreadThreshold": "32",
    "spark.sql.resultQueryStage.maxThreadThreshold": "32",
    "spark.sql.broadcastExchange.maxThreadThreshold": "32",
}

SETTINGS = {
    "spark.master": "local[2]",
    "spark.app.name": "lakeproof",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    # What Spark writes for a suite, the suite may change and remove.
    "spark.hadoop.fs.permissions.umask-mode": "002",
    "spark.connect.grpc.binding.address": "127.0.0.1",
    "spark.connect.grpc.binding.port": "0",
    "spark.local.dir": f"{HOME}/local",
    "spark.rdd.compress": "false",
    "spark.python.worker.reuse": "true",
    "spark.python.daemon.module": "lakeproof_harness.jvm.worker_daemon",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.warehouse.dir": f"{HOME}/warehouse",
    # Of a stream's state, as long as a suite sets no number of partitions (child/state_partitions.py). Stock
    # takes spark.sql.shuffle.partitions: 200 tasks and 200 state stores for each batch.
    STATE_PARTITIONS: FEW_PARTITIONS,
    # Delta's VACUUM lists a table's files in so many tasks, however few there are (stock: 10000).
    "spark.sql.sources.parallelPartitionDiscovery.parallelism": "2",
    **THREAD_POOLS,
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.streaming.stopTimeout": "2s",
    # Compiled code of all variants stays (stock: 100 classes, fewer than a suite and its variants have).
    "spark.sql.codegen.cache.maxEntries": "1000",
    # The description of each plan, made for a UI that isn't there: the short one.
    "spark.sql.ui.explainMode": "simple",
    "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
    "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
    "spark.databricks.delta.snapshotPartitions": "1",
    # Delta 4.4's parser drops the arguments of spark.sql(…, args=…) (delta-io/delta#7640): bound in the
    # analyzer they survive.
    "spark.sql.legacy.parameterSubstitution.constantsOnly": "true",
}


def class_path(jars: Path = PYSPARK / "jars") -> str:
    """All of Spark's jars, in an order that never changes: the class-data archive depends on it."""

    def key(jar: Path) -> tuple[int, str]:
        for rank, start in enumerate(FIRST_JARS):
            if jar.name.startswith(start):
                return (rank, jar.name)
        return (len(FIRST_JARS), jar.name)

    return ":".join(str(jar) for jar in sorted(jars.glob("*.jar"), key=key))


def java_command(*extra: str, archive: Path | None = ARCHIVE) -> list[str]:
    """The command line of the JVM, with Spark's Py4J gateway as its main class.

    The gateway's class is named directly: `spark-submit` starts another JVM first, only to work
    out this line (0.4 s).
    """
    opened = [f"--add-opens={package}=ALL-UNNAMED" for package in OPENED]
    settings = [f"-D{key}={value}" for key, value in SETTINGS.items()]
    shared = [f"-XX:SharedArchiveFile={archive}"] if archive and archive.exists() else []
    return [
        "java",
        *JVM_FLAGS,
        *shared,
        *extra,
        *opened,
        f"-Djava.io.tmpdir={HOME}/tmp",
        f"-Dlog4j2.configurationFile={LOG_CONFIGURATION.as_uri()}",
        *settings,
        "-cp",
        class_path(),
        "org.apache.spark.api.python.PythonGatewayServer",
    ]
