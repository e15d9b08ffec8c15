from datetime import datetime

import pytest
from pyspark.sql.types import IntegerType, StringType, StructField, StructType, TimestampType

ORDERS = StructType(
    [
        StructField("order_id", IntegerType()),
        StructField("customer_id", IntegerType()),
        StructField("status", StringType()),
        StructField("amount", StringType()),
        StructField("updated_at", TimestampType()),
    ]
)


@pytest.fixture
def orders(spark):
    rows = [
        (1, 7, "paid", " 10,50 ", datetime(2024, 3, 1, 10)),
        (1, 7, "open", "9,00", datetime(2024, 3, 1, 9)),
        (2, 8, None, "3.25", datetime(2024, 3, 2, 8)),
        (3, 9, "CANCELLED", "1", datetime(2024, 3, 2, 9)),
    ]
    return spark.createDataFrame(rows, ORDERS)


@pytest.fixture
def customers(spark):
    return spark.createDataFrame([(7, "DE"), (9, "FR")], "customer_id int, country string")
