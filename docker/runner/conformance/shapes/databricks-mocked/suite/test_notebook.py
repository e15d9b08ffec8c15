import runpy
import sys
import types
from unittest.mock import MagicMock, call, patch

import pytest


@pytest.fixture
def dbutils():
    mock = MagicMock(name="dbutils")
    mock.widgets.get.return_value = "2026-02-01"
    mock.secrets.get.side_effect = lambda scope, key: {"db": "secret"}[key]
    return mock


@pytest.fixture
def orders(spark):
    spark.createDataFrame([("2026-02-01", 1), ("2026-02-02", 2)], "day string, id int").createOrReplaceTempView("orders")


def test_notebook(spark, dbutils, orders):
    display = MagicMock()
    names = runpy.run_path("notebook.py", {"spark": spark, "dbutils": dbutils, "display": display})
    assert names["result"] == 1
    display.assert_called_once()
    assert dbutils.mock_calls[:2] == [call.widgets.text("day", "2026-01-01"), call.widgets.get("day")]


def test_exec(spark, dbutils, orders):
    scope = {"spark": spark, "dbutils": dbutils, "display": print}
    exec(compile(open("notebook.py").read(), "notebook.py", "exec"), scope)
    assert scope["orders"].first()["id"] == 1


def test_missing_secret(dbutils):
    dbutils.secrets.get("scope", "other")


def test_dlt(spark, monkeypatch):
    dlt = types.ModuleType("dlt")
    dlt.table = lambda function=None, **_: function if function else (lambda inner: inner)
    dlt.expect_or_drop = lambda *_: (lambda inner: inner)
    dlt.read = MagicMock(return_value=spark.range(5))
    monkeypatch.setitem(sys.modules, "dlt", dlt)
    source = "import dlt\n@dlt.table(name='silver')\n@dlt.expect_or_drop('ok', 'id > 1')\ndef silver():\n    return dlt.read('bronze').filter('id > 1')\n"
    scope = {}
    exec(source, scope)
    assert scope["silver"]().count() == 3
    dlt.read.assert_called_with("bronze")


def test_databricks_is_not_installed():
    with pytest.raises(ImportError):
        import databricks.connect


def test_patched_reader(spark):
    with patch("pyspark.sql.DataFrameReader.parquet", return_value=spark.range(3)) as read:
        assert spark.read.parquet("s3://nowhere").count() == 3
    read.assert_called_once_with("s3://nowhere")


def test_patched_writer(spark):
    frame = MagicMock()
    frame.write.format.return_value.mode.return_value.saveAsTable("x")
    frame.write.format.assert_called_once_with("delta")


def test_pipelines_outside_of_a_pipeline():
    from pyspark import pipelines as dp

    @dp.table
    def silver():
        return None
