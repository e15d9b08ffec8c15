import pandas as pd
import pyspark.pandas as ps
import pytest


@pytest.fixture
def frame(spark):
    return ps.DataFrame({"shop": ["a", "a", "b"], "amount": [1, 2, 3]})


def test_group(frame):
    totals = frame.groupby("shop")["amount"].sum().sort_index()
    assert totals.to_pandas().to_dict() == {"a": 3, "b": 3}


def test_to_pandas(frame):
    pd.testing.assert_frame_equal(frame.to_pandas(), pd.DataFrame({"shop": ["a", "a", "b"], "amount": [1, 2, 3]}))


def test_wrong(frame):
    assert frame["amount"].mean() == 3


def test_apply(frame):
    assert frame["amount"].apply(lambda n: n * 2).sum() == 12


def test_loc(frame):
    assert frame.loc[frame["shop"] == "b", "amount"].to_numpy().tolist() == [3]


def test_from_spark(spark):
    assert spark.range(3).pandas_api().shape == (3, 1)


def test_other_frame(frame):
    other = ps.Series([1, 2, 3])
    assert (frame["amount"] - other).sum() == 0


def test_missing_column(frame):
    frame["nothing"]
