import pytest


def test_name(spark):
    assert spark.conf.get("spark.app.name") == "nightly orders"


def test_name_of_the_context(spark):
    assert spark.sparkContext.appName == "nightly orders"


def test_master(spark):
    assert spark.sparkContext.master == "local[2]"
    assert spark.conf.get("spark.master") == "local[2]"


def test_parallelism(spark):
    assert spark.sparkContext.defaultParallelism == 2
    assert spark.sparkContext.defaultMinPartitions == 2


def test_id(spark):
    assert spark.sparkContext.applicationId.startswith("local-")


def test_conf_of_the_context(spark):
    assert spark.sparkContext.getConf().get("spark.app.name") == "nightly orders"


def test_user(spark):
    import getpass

    assert spark.sparkContext.sparkUser() == getpass.getuser()


def test_python(spark):
    import sys

    assert spark.sparkContext.pythonVer == f"{sys.version_info[0]}.{sys.version_info[1]}"


def test_ui(spark):
    if spark.sparkContext.uiWebUrl is None:
        pytest.skip("no UI")


def test_jvm(spark):
    assert spark._jvm.java.lang.Math.max(1, 2) == 2
    assert spark._jsparkSession is not None
    assert spark.sparkContext._jsc.sc().isStopped() is False


def test_current_user(spark):
    assert spark.sql("SELECT current_user() AS u").first().u == spark.sparkContext.sparkUser()


def test_wrong(spark):
    assert spark.sparkContext.appName == "pyspark-shell"


def test_repr(spark):
    assert repr(spark.sparkContext) == "<SparkContext master=local[2] appName=nightly orders>"


def test_html(spark):
    assert "nightly orders" in spark._repr_html_()


def test_status_tracker(spark):
    assert list(spark.sparkContext.statusTracker().getActiveJobsIds()) == []
