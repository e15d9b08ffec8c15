import pytest
from sandbox import Sandbox


@pytest.fixture
def sandbox():
    """A harness as the container runs it, in its own set of processes; ended afterwards."""
    with Sandbox() as started:
        yield started
