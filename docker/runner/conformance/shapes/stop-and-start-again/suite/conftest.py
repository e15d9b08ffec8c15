import pytest
from pyspark.sql import SparkSession


@pytest.fixture(params=["2", "5"])
def spark(request):
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.sql.shuffle.partitions", request.param)
        .config("spark.sql.session.timeZone", "Asia/Tokyo" if request.param == "5" else "UTC")
        .getOrCreate()
    )
    session.asked_for = request.param
    yield session
    session.stop()
