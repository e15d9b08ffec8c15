"""What is installed is what requirements.txt pins, and what the harness takes it for."""

import re
from pathlib import Path

import pyspark
import pytest

from lakeproof_harness.jvm import flags

RUNNER = Path(__file__).parents[2]
PINNED = dict(
    re.findall(r"^([a-z0-9-]+)==([^ ]+)", RUNNER.joinpath("requirements.txt").read_text(), re.MULTILINE)
)


def test_spark_is_the_one_that_is_pinned():
    assert pyspark.__version__ == PINNED["pyspark"]


def test_the_harness_finds_pyspark_where_python_does():
    assert Path(pyspark.__file__).parent == flags.PYSPARK


@pytest.mark.parametrize("part", ["core", "connect", "sql-api"])
def test_jars_of_spark_are_for_that_scala_and_of_that_version(part):
    (jar,) = flags.PYSPARK.glob(f"jars/spark-{part}_*.jar")
    assert jar.name == f"spark-{part}_{flags.SCALA}-{PINNED['pyspark']}.jar"


def test_delta_s_jars_are_there():
    for line in RUNNER.joinpath("jars.sha256").read_text().splitlines():
        assert flags.PYSPARK.joinpath("jars", line.split()[1]).exists()
