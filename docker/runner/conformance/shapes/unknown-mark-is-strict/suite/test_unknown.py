import pytest


@pytest.mark.integration
def test_unknown():
    pass
