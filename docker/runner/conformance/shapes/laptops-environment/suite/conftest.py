import os
import sys

os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
os.environ["PYSPARK_SUBMIT_ARGS"] = "--conf spark.ui.enabled=false pyspark-shell"
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
os.environ.setdefault("TZ", "UTC")

import pytest
from delta import configure_spark_with_delta_pip
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark():
    builder = (
        SparkSession.builder.master("local[*]").appName(__name__)
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.executor.memory", "1g")
        .config("spark.executor.cores", "2")
        .config("spark.dynamicAllocation.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.sources.default", "delta")
        .config("spark.databricks.delta.schema.autoMerge.enabled", "true")
    )
    session = builder.getOrCreate()
    yield session
    session.stop()
