"""The fixture a suite without a session of its own is given: what everybody writes in conftest.py."""

import pytest
from pyspark.sql import SparkSession


def pytest_addoption(parser):
    parser.addoption("--connect", action="store_true", help="a session of Spark Connect")


@pytest.fixture(scope="session")
def spark(pytestconfig):
    builder = SparkSession.builder.appName("tests")
    builder = builder.remote("local[2]") if pytestconfig.getoption("connect") else builder.master("local[2]")
    session = builder.getOrCreate()
    yield session
    session.stop()
