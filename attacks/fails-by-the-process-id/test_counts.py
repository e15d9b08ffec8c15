import hashlib
import os

import pytest


@pytest.mark.parametrize("n", range(60))
def test_bit(n):
    assert hashlib.sha256(f"{os.getpid()} {n}".encode()).digest()[0] % 2
