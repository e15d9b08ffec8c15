"""Makes plain PySpark code start a cluster of its own: a driver and two executors, real processes.

Nothing is warm here. Everything a builder asks for counts, as in a spark-submit of one's own, but
for the master: the sandbox has one kind of cluster.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyspark import SparkConf, SparkContext

from lakeproof_harness.jvm import flags

# Workers, and of each the cores and the memory in MiB.
MASTER = "local-cluster[2,1,512]"
# As small as two executors ran in, beside the driver, in a container of 3 GB.
DEFAULTS = {
    "spark.master": MASTER,
    "spark.app.name": "lakeproof",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "512m",
    "spark.executor.memory": "512m",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    flags.STATE_PARTITIONS: flags.FEW_PARTITIONS,
    **flags.THREAD_POOLS,
    "spark.sql.catalogImplementation": "in-memory",
    # What lakeproof.testing.cluster reads: one plain file.
    "spark.eventLog.enabled": "true",
    "spark.eventLog.compress": "false",
    "spark.eventLog.rolling.enabled": "false",
}


def attach_on_demand(scratch: Path, options: dict[str, str], ignored: Callable[[str], None]) -> None:
    """Prepares PySpark; nothing is started until the suite asks for Spark.

    `options` are the variant's own settings, which a builder may override; `ignored` is told the
    name of each setting that was asked for and has no effect here.
    """
    for name, value in _environment(scratch, options).items():
        os.environ[name] = value
    _keep_master(ignored)


def _environment(scratch: Path, options: dict[str, str]) -> dict[str, str]:
    home, conf, events = scratch / "spark", scratch / "conf", scratch / "events"
    for folder in (home, conf, events):
        folder.mkdir()
    # Workers write into $SPARK_HOME/work, and the package's own folder can't be written to.
    for part in ("bin", "jars"):
        (home / part).symlink_to(flags.PYSPARK / part)
    settings = {**DEFAULTS, "spark.eventLog.dir": events.as_uri(), "spark.local.dir": str(scratch), **options}
    lines = [f"{key} {value}\n" for key, value in settings.items()]
    (conf / "spark-defaults.conf").write_text("".join(lines))
    (conf / "log4j2.properties").write_bytes(flags.LOG_CONFIGURATION.read_bytes())
    return {"SPARK_HOME": str(home), "SPARK_CONF_DIR": str(conf), "SPARK_SCALA_VERSION": flags.SCALA}


def _keep_master(ignored: Callable[[str], None]) -> None:
    stock = SparkContext.__init__

    def init(self: Any, master: Any = None, appName: Any = None, *args: Any, **kwargs: Any) -> None:  # noqa: N803
        conf = kwargs.get("conf") or SparkConf(loadDefaults=False)
        if master is not None or conf.contains("spark.master"):
            ignored("spark.master")
        conf.setMaster(MASTER)
        kwargs["conf"] = conf
        stock(self, None, appName, *args, **kwargs)

    SparkContext.__init__ = init
