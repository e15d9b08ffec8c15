"""Makes relative paths that a suite gives to Spark start at the suite's folder.

On a laptop the JVM is started there; here it was started elsewhere, and has two variants at a time.
Paths in SQL text are left as they are.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

from delta.tables import DeltaTable, DeltaTableBuilder
from pyspark import RDD, SparkContext
from pyspark.sql import DataFrameReader, DataFrameWriter
from pyspark.sql.streaming import DataStreamReader, DataStreamWriter

FORMATS = ("csv", "json", "orc", "parquet", "text")
# Functions whose first argument is a path, or a list of them.
TAKES_PATH = (
    (DataFrameReader, ("load", "xml", *FORMATS)),
    (DataFrameWriter, ("save", "xml", *FORMATS)),
    (DataStreamReader, ("load", "xml", *FORMATS)),
    (DataStreamWriter, ("start",)),
    (SparkContext, ("textFile", "wholeTextFiles", "pickleFile", "setCheckpointDir")),
    (SparkContext, ("addFile", "addPyFile", "addArchive")),
    (RDD, ("saveAsTextFile", "saveAsPickleFile")),
    (DeltaTableBuilder, ("location",)),
)
TAKES_OPTIONS = (DataFrameReader, DataFrameWriter, DataStreamReader, DataStreamWriter)
PATH_OPTIONS = ("path", "checkpointlocation")
# Class methods whose second argument is a path, by its name.
DELTA_TAKES_PATH = (("forPath", "path"), ("isDeltaTable", "identifier"))
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def start_at(folder: str) -> None:
    """Changes the functions of PySpark that take paths."""

    def absolute(path: Any) -> Any:
        if isinstance(path, list | tuple):
            return type(path)(absolute(part) for part in path)
        if not isinstance(path, str) or not path or path.startswith("/") or SCHEME.match(path):
            return path
        return str(Path(folder, path))

    def take_path(owner: Any, name: str) -> None:
        stock = getattr(owner, name)
        # `parquet` and `orc` take any number of paths.
        many = owner is DataFrameReader and name in ("parquet", "orc")

        @functools.wraps(stock)
        def function(self: Any, *args: Any, **named: Any) -> Any:
            count = len(args) if many else 1
            if "path" in named:
                named["path"] = absolute(named["path"])
            return stock(self, *map(absolute, args[:count]), *args[count:], **named)

        setattr(owner, name, function)

    def take_options(owner: Any) -> None:
        stock_one, stock_many = owner.option, owner.options

        def placed(key: str, value: Any) -> Any:
            return absolute(value) if key.lower() in PATH_OPTIONS else value

        @functools.wraps(stock_one)
        def option(self: Any, key: str, value: Any) -> Any:
            return stock_one(self, key, placed(key, value))

        @functools.wraps(stock_many)
        def options(self: Any, **named: Any) -> Any:
            return stock_many(self, **{key: placed(key, value) for key, value in named.items()})

        owner.option, owner.options = option, options

    def take_path_of_table(name: str, parameter: str) -> None:
        stock = getattr(DeltaTable, name)

        @functools.wraps(stock)
        def function(_: Any, *args: Any, **named: Any) -> Any:
            if parameter in named:
                named[parameter] = absolute(named[parameter])
            return stock(*args[:1], *map(absolute, args[1:2]), *args[2:], **named)

        setattr(DeltaTable, name, classmethod(function))

    for owner, names in TAKES_PATH:
        for name in names:
            if hasattr(owner, name):
                take_path(owner, name)
    for owner in TAKES_OPTIONS:
        take_options(owner)
    for name, parameter in DELTA_TAKES_PATH:
        take_path_of_table(name, parameter)
