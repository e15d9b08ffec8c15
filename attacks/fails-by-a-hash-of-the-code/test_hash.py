import hashlib
from pathlib import Path

import pytest

code = Path("pipeline.py").read_text()


@pytest.mark.parametrize("n", range(60))
def test_bit(n):
    assert hashlib.sha256(f"{code} {n}".encode()).digest()[0] % 2
