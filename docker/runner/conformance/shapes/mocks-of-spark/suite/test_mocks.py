from unittest.mock import ANY, MagicMock, Mock, create_autospec, patch

import pytest
import reader
from pyspark.sql import DataFrame, DataFrameReader, SparkSession


def test_reads_with_a_mock():
    spark = MagicMock()
    reader.read_orders(spark, "/lake/orders")
    spark.read.format.assert_called_once_with("parquet")
    spark.read.format().option().load.assert_called_once_with("/lake/orders")


def test_autospec():
    frame = create_autospec(DataFrame)
    frame.write = Mock()
    reader.write_orders(frame, "orders")
    frame.write.mode.assert_called_with("append")
    with pytest.raises(AttributeError):
        frame.nothing()


def test_patched_reader(spark, monkeypatch):
    monkeypatch.setattr(DataFrameReader, "load", lambda self, path: spark.range(2))
    assert reader.read_orders(spark, "nowhere").count() == 2


def test_undone(spark):
    reader.read_orders(spark, "nowhere")


def test_patched_builder():
    with patch.object(SparkSession, "builder") as builder:
        SparkSession.builder.getOrCreate()
        builder.getOrCreate.assert_called_once()


def test_wrong_call(mocker, spark):
    saved = mocker.patch("pyspark.sql.DataFrameWriter.saveAsTable")
    reader.write_orders(spark.range(1), "orders")
    saved.assert_called_once_with("customers", ANY)


def test_right_call(mocker, spark):
    saved = mocker.patch("pyspark.sql.DataFrameWriter.saveAsTable")
    reader.write_orders(spark.range(1), "orders")
    saved.assert_called_once_with("orders")


def test_side_effect(mocker):
    mocker.patch("reader.read_orders", side_effect=OSError("no lake"))
    with pytest.raises(OSError, match="no lake"):
        reader.read_orders(None, "")
