import json

import pytest


def test_recursion_is_an_error():
    def deeper():
        return deeper()

    with pytest.raises(RecursionError):
        deeper()


def test_deep_data_is_an_error():
    value = []
    for _ in range(100_000):
        value = [value]
    with pytest.raises(RecursionError):
        json.dumps(value)
