import warnings

import pandas as pd
import pytest


def test_plain(spark):
    assert spark.createDataFrame([(1, "a")], ["id", "name"]).toPandas().shape == (1, 2)


def test_warns():
    warnings.warn("new thing", UserWarning, stacklevel=1)


def test_ignored():
    warnings.warn("an old thing", UserWarning, stacklevel=1)


def test_expected():
    with pytest.warns(DeprecationWarning, match="gone"):
        warnings.warn("gone", DeprecationWarning, stacklevel=1)


def test_pandas_warns():
    frame = pd.DataFrame({"a": [1, 2]})
    frame["a"][0] = 3


@pytest.mark.filterwarnings("ignore")
def test_by_mark():
    warnings.warn("new thing", UserWarning, stacklevel=1)


def test_udf(spark):
    from pyspark.sql.functions import udf

    assert spark.range(1).select(udf(lambda n: n, "long")("id")).first()[0] == 0


def test_inferring_from_dictionaries(spark):
    assert spark.createDataFrame([{"id": 1}]).first().id == 1
