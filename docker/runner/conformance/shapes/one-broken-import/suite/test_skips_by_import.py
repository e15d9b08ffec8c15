import pytest

moto = pytest.importorskip("moto")


def test_never():
    pass
