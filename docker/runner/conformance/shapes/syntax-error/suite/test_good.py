import pytest


def test_good():
    pass


def test_compiles_nothing():
    with pytest.raises(SyntaxError):
        compile("def (", "x", "exec")


def test_imports_a_bad_module():
    import test_bad  # noqa: F401
