import logging
import sys


def test_prints(spark):
    print("rows:", spark.range(3).count())
    sys.stderr.write("to stderr\n")
    logging.getLogger("orders").info("logged")
    spark.range(1).show()


def test_is_not_a_terminal():
    assert not sys.stdout.isatty()


def test_fails_loudly():
    print("\x1b[31mred\x1b[0m")
    assert "red" == "green"
