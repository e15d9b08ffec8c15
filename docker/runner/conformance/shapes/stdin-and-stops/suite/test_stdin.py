import atexit
import gc
import getpass
import locale
import os
import sys
import time
import warnings

import pytest


def test_input():
    input("name? ")


def test_breakpoint():
    breakpoint()


def test_zone(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert time.tzname[0] == "EST"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_locale():
    locale.setlocale(locale.LC_ALL, "C")
    assert f"{1234.5:n}" == "1234.5"


def test_stdout_replaced(capsys):
    sys.stdout.write("x" * 10_000)
    assert len(capsys.readouterr().out) == 10_000


def test_fd_capture(capfd):
    os.write(1, b"raw\n")
    os.system("echo from a child")
    assert capfd.readouterr().out == "raw\nfrom a child\n"


def test_show(spark, capsys):
    spark.range(1).show()
    assert capsys.readouterr().out == "+---+\n| id|\n+---+\n|  0|\n+---+\n\n"


def test_print_schema(spark, capsys):
    spark.range(1).printSchema()
    assert "|-- id: long (nullable = false)" in capsys.readouterr().out


def test_log_of_spark(spark, capfd):
    spark.sparkContext.setLogLevel("WARN")
    spark.range(1).count()
    out, err = capfd.readouterr()
    assert out == ""


def test_who():
    assert getpass.getuser()


def test_gc(spark):
    frames = [spark.range(n) for n in range(50)]
    del frames
    gc.collect()
    assert spark.range(2).count() == 2


def test_atexit():
    atexit.register(lambda: None)


def test_warns():
    with pytest.warns(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_recursion_limit():
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        assert sys.getrecursionlimit() == 300
    finally:
        sys.setrecursionlimit(before)


def test_unraisable():
    class Noisy:
        def __del__(self):
            raise ValueError("in __del__")

    Noisy()


def test_repr_that_fails():
    class Bad:
        def __repr__(self):
            raise ValueError("no repr")

        def __eq__(self, other):
            return False

    assert Bad() == 1


def test_exception_group():
    raise ExceptionGroup("both", [ValueError("a"), TypeError("b")])


def test_note_on_exception():
    error = ValueError("base")
    error.add_note("a note")
    raise error


def test_fail_without_trace():
    pytest.fail("short", pytrace=False)


def test_exit_code():
    sys.exit("bye")


def test_after(spark):
    assert spark.range(3).count() == 3
