"""Lets a suite change what Spark wrote, as on a laptop, where both are one user.

A file's owner alone may change its times and rights, and remove it from a folder such as /tmp. Where a
suite is refused that, Spark does it, if the suite might write into the folder.
"""

from __future__ import annotations

import contextlib
import functools
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyspark import SparkContext

from lakeproof_harness.child.shared_files import shared
from lakeproof_harness.jvm.flags import HOME


def have_spark_change_its_own() -> None:
    """Changes the functions of `os`; they go through the suite's SparkContext, once it has one."""
    for name, by_spark in (
        ("unlink", _remove),
        ("remove", _remove),
        ("rmdir", _remove),
        ("rename", _rename),
        ("replace", _rename),
        ("utime", _set_time),
        ("chmod", _set_mode),
    ):
        stock = getattr(os, name)
        setattr(os, name, _tried_by_both(stock, by_spark))
        if stock in os.supports_dir_fd:
            # shutil.rmtree and friends ask.
            os.supports_dir_fd.add(getattr(os, name))


def _tried_by_both(stock: Callable[..., None], by_spark: Callable[..., object]) -> Callable[..., None]:
    @functools.wraps(stock)
    def function(path: Any, *args: Any, **named: Any) -> None:
        try:
            stock(path, *args, **named)
        except PermissionError:
            done = False
            with contextlib.suppress(Exception):
                done = _is_for_spark(path) and bool(by_spark(path, *args, **named))
            if not done:
                raise

    return function


def _is_for_spark(path: Any) -> bool:
    place = Path(path).absolute()
    is_theirs = place.lstat().st_uid != os.getuid()
    # The JVM's own folder is not for a suite, though it lies in one that is open to all.
    return is_theirs and place != HOME and os.access(place.parent, os.W_OK)


def _file(path: Any) -> Any:
    assert SparkContext._jvm is not None
    return getattr(SparkContext._jvm, "java.io.File")(str(Path(path).absolute()))


def _remove(path: Any, *, dir_fd: int | None = None) -> object:
    return dir_fd is None and _file(path).delete()


def _rename(path: Any, target: Any) -> object:
    return _file(path).renameTo(_file(target))


def _set_time(path: Any, times: Any = None, *, ns: Any = None, **_: Any) -> object:
    seconds = ns[1] / 1e9 if ns else times[1] if times else time.time()
    return _file(path).setLastModified(int(seconds * 1000))


def _set_mode(path: Any, mode: int, **_: Any) -> object:
    assert SparkContext._jvm is not None
    permissions = getattr(SparkContext._jvm, "java.nio.file.attribute.PosixFilePermissions")
    files = getattr(SparkContext._jvm, "java.nio.file.Files")
    letters = stat.filemode(shared(mode))[1:]
    return files.setPosixFilePermissions(_file(path).toPath(), permissions.fromString(letters))
