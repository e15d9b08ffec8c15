import runpy
import sys

import job
import pytest


def test_transform(spark):
    frame = spark.createDataFrame([job.Order(1, 100.0)])
    assert job.transform(frame).first()["gross"] == 119.0


def test_default_source(spark, tmp_path):
    spark.range(2).write.save(str(tmp_path / "t"))
    assert (tmp_path / "t" / "_delta_log").is_dir()


def test_without_target(capsys):
    with pytest.raises(SystemExit):
        job.main([])
    assert "--target" in capsys.readouterr().err


def test_zz_main(spark, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["job.py", "--target", str(tmp_path / "out")])
    runpy.run_path("job.py", run_name="__main__")
    assert "done" in capsys.readouterr().err


def test_zz_spark_was_stopped(spark):
    assert spark.range(2).count() == 2
