"""Gives each SparkContext of a suite a folder of its own for the files it adds to Spark.

The warm JVM has one such folder for all variants, and their suites add files of the same name with
another content: the pipeline itself, say, by `addPyFile`. Stock Spark would refuse the second one, or
its Python workers would import the first.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from pyspark import SparkContext, SparkFiles

from lakeproof_harness.jvm.session import FILES_FOLDER


def keep_apart(scratch: str) -> None:
    """Changes where PySpark puts added files: into folders in `scratch`, which Spark can write to."""
    stock_init = SparkContext._do_init
    stock_add, stock_archive = SparkContext.addFile, SparkContext.addArchive

    def do_init(self: Any, *args: Any, **named: Any) -> None:
        self._lakeproof_files = tempfile.mkdtemp(prefix="userFiles-", dir=scratch)
        # By their addresses: each is added once.
        self._lakeproof_added = {"file": [], "archive": []}
        stock_init(self, *args, **named)
        self.environment[FILES_FOLDER] = self._lakeproof_files

    def add_file(self: Any, path: str, recursive: bool = False) -> None:
        uri = _uri(self, path)
        if not _is_local(uri) or (Path(uri.getPath()).is_dir() and not recursive):
            # It says what is wrong with that.
            stock_add(self, path, recursive)
        elif _is_new(self, "file", uri):
            _fetch(self, uri, self._lakeproof_files)

    def add_archive(self: Any, path: str) -> None:
        uri = _uri(self, path)
        if not _is_local(uri):
            stock_archive(self, path)
        elif _is_new(self, "archive", uri):
            packed = Path(uri.getPath())
            _unpack(packed, Path(self._lakeproof_files, uri.getFragment() or packed.name))

    SparkContext._do_init = do_init
    SparkContext.addFile = add_file
    SparkContext.addArchive = add_archive
    SparkContext.listFiles = property(lambda self: list(self._lakeproof_added["file"]))
    SparkContext.listArchives = property(lambda self: list(self._lakeproof_added["archive"]))
    SparkFiles.getRootDirectory = staticmethod(lambda: SparkFiles._sc._lakeproof_files)


def _spark(context: Any) -> Any:
    """What SparkContext.addFile of the JVM does it with (Spark 4.2)."""
    return getattr(context._jvm, "org.apache.spark.util.Utils")


def _uri(context: Any, path: str) -> Any:
    return _spark(context).resolveURI(path)


def _is_local(uri: Any) -> bool:
    return uri.getScheme() == "file" and Path(uri.getPath()).exists()


def _is_new(context: Any, kind: str, uri: Any) -> bool:
    added = context._lakeproof_added[kind]
    if uri.toString() in added:
        return False
    added.append(uri.toString())
    return True


def _fetch(context: Any, uri: Any, folder: str) -> None:
    """Has Spark copy it, in its own way: it refuses another content under a name that is there already."""
    scala = context._jsc.sc()
    target = getattr(context._jvm, "java.io.File")(folder)
    source = f"{uri.getScheme()}:{uri.getRawPath()}"
    # Added at no time in particular, not taken from a cache, not unpacked.
    how = (0, False, False)
    _spark(context).fetchFile(source, target, scala.conf(), scala.hadoopConfiguration(), *how)


def _unpack(packed: Path, target: Path) -> None:
    """Unpacks it as the suite's user: Spark would give the files to itself alone, if the archive says so."""
    shutil.rmtree(target, ignore_errors=True)
    try:
        shutil.unpack_archive(packed, target, "zip" if packed.suffix == ".jar" else None)
    except shutil.ReadError:
        # Not one of the formats: then it is a file as any other, for Spark too.
        shutil.copyfile(packed, target)
