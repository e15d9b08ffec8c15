"""Makes plain PySpark code use the Spark Connect server of the warm JVM, whatever address it asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from pyspark.cloudpickle import cloudpickle
from pyspark.errors import PySparkAttributeError, PySparkNotImplementedError
from pyspark.sql import SparkSession
from pyspark.sql.connect.column import Column
from pyspark.sql.connect.dataframe import DataFrame
from pyspark.sql.connect.session import SparkSession as ConnectSession

from lakeproof.testing.metrics import FOLDER
from lakeproof_harness.child.settings import is_fixed

NO_JVM = "Use the functions of pyspark.sql: Spark Connect has no way into the JVM."
# What a suite reaches for first and Spark Connect doesn't have, and what to write instead.
INSTEAD = {
    "sparkContext": "Make rows by spark.createDataFrame(...), and set options by spark.conf.set(...).",
    "newSession": "stop() this session and build another.",
    "rdd": "Use DataFrame operations or mapInPandas, and collect() or toLocalIterator() to look at rows.",
    "_jvm": NO_JVM,
    "_jsc": NO_JVM,
    "_jsparkSession": NO_JVM,
    "_jconf": "Use spark.conf.get(...) and spark.conf.set(...).",
    "_jc": NO_JVM,
    "_jdf": "Use df.explain() or the functions of pyspark.sql: Spark Connect has no way into the JVM.",
}


class OutOfSessions(RuntimeError):
    """A suite stopped its session more often than there are sessions for it."""


def attach_on_demand(door: dict[str, Any], suite: str, ignored: Callable[[str], None]) -> None:
    """Prepares PySpark; nothing is opened until the suite asks for Spark.

    `door` is the server's port, the user and the ids of the sessions that wait for this process, and
    the folder in which expectations of pipelines are counted;
    `ignored` is told the name of each setting that was asked for and has no effect here.
    """
    os.environ[FOLDER] = door["metrics"]
    os.environ["SPARK_REMOTE"] = f"sc://127.0.0.1:{door['port']}"
    # From the start, as with pyspark-client: functions called at import are Connect's too.
    os.environ["SPARK_CONNECT_MODE_ENABLED"] = "1"
    _take_waiting_sessions(door)
    _ignore_fixed_settings(ignored)
    _pickle_by_value(Path(suite))
    _say_what_to_write_instead()


def _take_waiting_sessions(door: dict[str, Any]) -> None:
    stock = ConnectSession.__init__
    waiting = list(door["sessions"])

    def init(self: Any, *_: Any, **__: Any) -> None:
        if not waiting:
            raise OutOfSessions(
                f"This suite asked for more than {len(door['sessions'])} Spark sessions. Make one in a "
                'fixture of scope "session" and leave it running.'
            )
        stock(self, f"{os.environ['SPARK_REMOTE']}/;user_id={door['user']};session_id={waiting.pop(0)}")

    ConnectSession.__init__ = init


def _ignore_fixed_settings(ignored: Callable[[str], None]) -> None:
    # Stock refuses a master beside SPARK_REMOTE; a suite that also runs on a laptop has one.
    SparkSession.Builder._validate_startup_urls = lambda _: None
    for name in ("getOrCreate", "create"):
        _drop_fixed(name, ignored)


def _drop_fixed(name: str, ignored: Callable[[str], None]) -> None:
    stock = getattr(SparkSession.Builder, name)

    def build(self: Any) -> Any:
        for key in [key for key in self._options if is_fixed(key) or key == "spark.remote"]:
            del self._options[key]
            ignored(key)
        return stock(self)

    setattr(SparkSession.Builder, name, build)


def _pickle_by_value(suite: Path) -> None:
    """Sends functions of the suite's own modules whole: Spark's workers don't have its files."""
    stock = cloudpickle._is_registered_pickle_by_value

    def by_value(module: ModuleType) -> bool:
        file = getattr(sys.modules.get(module.__name__), "__file__", None)
        return (file is not None and Path(file).is_relative_to(suite)) or stock(module)

    cloudpickle._is_registered_pickle_by_value = by_value


def _say_what_to_write_instead() -> None:
    """Adds to the errors for what Connect lacks the sentence that helps."""
    for owner in (ConnectSession, DataFrame, Column):
        owner.__getattr__ = _explained(owner.__getattr__)
    rdd = DataFrame.rdd.fget
    DataFrame.rdd = property(lambda self: _explained(lambda frame, _: rdd(frame))(self, "rdd"))


def _explained(stock: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    def get(self: Any, name: str) -> Any:
        try:
            return stock(self, name)
        except (PySparkAttributeError, PySparkNotImplementedError) as error:
            if name in INSTEAD:
                error._message = f"{error._message} Here: {INSTEAD[name]}"
            raise

    return get
