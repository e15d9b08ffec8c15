import pytest


@pytest.fixture
def place():
    return "root"


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.name, reverse=True)


def pytest_configure(config):
    config.addinivalue_line("markers", "nightly: by night only")


def pytest_runtest_setup(item):
    if item.get_closest_marker("nightly"):
        pytest.skip("by night only")


def pytest_addoption(parser):
    parser.addoption("--environment", default="dev")
