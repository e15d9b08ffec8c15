"""Fixtures offered to every suite; a suite's own of the same name come first."""

from __future__ import annotations

import pytest
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark() -> SparkSession:
    """A Spark session for all tests of the suite."""
    return SparkSession.builder.getOrCreate()
