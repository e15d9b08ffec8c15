import asyncio
import ctypes
import errno
import multiprocessing
import os
import sys

import pytest
from pipeline import fee
from pyspark.sql import SparkSession
from pyspark.sql.functions import udf

LIBC = ctypes.CDLL(None, use_errno=True)
# io_setup, io_uring_setup and add_key have no function in libc: their numbers on x86_64, then on aarch64.
IO_SETUP, IO_URING_SETUP, ADD_KEY = (206, 425, 248) if os.uname().machine == "x86_64" else (0, 425, 217)


@pytest.mark.parametrize("call", [
    lambda: LIBC.inotify_init(),
    lambda: LIBC.syscall(IO_SETUP, 128, ctypes.byref(ctypes.c_ulong())),
    lambda: LIBC.syscall(IO_URING_SETUP, 8, ctypes.create_string_buffer(120)),
    lambda: LIBC.syscall(ADD_KEY, b"user", b"own", b"x", 1, -2),
    lambda: LIBC.open(b"/dev/ptmx", os.O_RDWR),
], ids=["inotify", "aio", "io_uring", "keys", "terminals"])
def test_is_not_there_or_works(call):
    ctypes.set_errno(0)
    assert call() >= 0 or ctypes.get_errno() in (errno.ENOSYS, errno.ENOENT), os.strerror(ctypes.get_errno())


def test_waits_and_starts_processes():
    async def said():
        child = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(input())", stdin=-1, stdout=-1)
        return (await child.communicate(b"hello\n"))[0]

    assert asyncio.run(said()) == b"hello\n"
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(abs, [-1, 2, -3]) == [1, 2, 3]


def test_runs_python_workers():
    spark = SparkSession.builder.getOrCreate()
    doubled = udf(lambda n: n * 2, "bigint")
    assert sorted(row[0] for row in spark.range(4).repartition(2).select(doubled("id")).collect()) == [0, 2, 4, 6]


def test_small_order_pays():
    assert fee(10) == 5
