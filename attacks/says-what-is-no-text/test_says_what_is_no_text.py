import os
import sys

import pytest


@pytest.mark.parametrize("value", ["\0", "\ud800", "\x1b[2J", "a\nb"], ids=["nul\0", "surrogate\ud800", "\x1b[2J", "a\nb"])
def test_id(value):
    pass


def test_output():
    os.write(1, b"\xff\xfe\x00\xed\xa0\x80")
    sys.stdout.write("\0\x1b]0;title\x07")


def test_message():
    raise AssertionError("\0 \ud800 \x1b[2J " + b"\xff".decode("latin-1"))
