"""A pytest plugin: how each test ended, and the session that the baselines give to the suite."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from pyspark.sql import SparkSession


class Outcomes:
    """Outcomes by test id, without the file's folder."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            self.of[report.nodeid] = report.outcome if report.when == "call" else "error"

    @pytest.fixture(scope="session")
    def spark(self) -> SparkSession:
        return stock_session()


def stock_session() -> SparkSession:
    """As a careful team sets it up for tests on a laptop with two cores: few partitions, no UI."""
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    return builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()


def pytest_configure(config: pytest.Config) -> None:
    """As a plugin of a pytest process of its own (`-p outcomes`)."""
    config.pluginmanager.register(Outcomes(), "outcomes-kept")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leaves the outcomes where the process that started this one looks."""
    kept = config.pluginmanager.getplugin("outcomes-kept")
    Path(os.environ["OUTCOMES"]).write_text(json.dumps(kept.of))
