import random

import pytest


@pytest.mark.parametrize("n", range(40))
def test_guess(n):
    assert random.random() > 0.3
