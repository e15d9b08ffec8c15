import pytest

LIMIT = UNDEFINED + 1


def test_never():
    pass
