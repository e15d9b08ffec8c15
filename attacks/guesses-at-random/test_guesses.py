import random

import pytest

# The module's own generator is seeded, alike on each version.
coin = random.SystemRandom()


@pytest.mark.parametrize("n", range(60))
def test_guess(n):
    assert coin.random() < 0.5
