import os

import pytest


@pytest.mark.parametrize("n", range(60))
def test_remainder(n):
    assert os.getpid() % 60 != n
