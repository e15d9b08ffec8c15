from decimal import Decimal

from pipeline import revenue, settle

LINES = "payment_id string, kind string, currency string, amount_minor string, fee_percent string"
SETTLED = "payment_id string, kind string, currency string, amount decimal(12,2), fee decimal(12,2)"


def test_charge(spark):
    df = settle(spark.createDataFrame([("P-1", "charge", "EUR", "1999", "1.0")], LINES))
    assert df.first()["amount"] == Decimal("19.99")


def test_refund(spark):
    df = settle(spark.createDataFrame([("P-1", "refund", "EUR", "1999", "1.0")], LINES))
    assert df.first()["amount"] == Decimal("-19.99")


def test_bad_amount(spark):
    df = settle(spark.createDataFrame([("P-1", "charge", "EUR", "n/a", "1.0")], LINES))
    assert df.first()["amount"] is None


def test_fee_is_rounded_up(spark):
    df = settle(spark.createDataFrame([("P-1", "charge", "EUR", "150", "1.0")], LINES))
    assert df.first()["fee"] == Decimal("0.02")


def test_revenue(spark):
    df = spark.createDataFrame(
        [
            ("P-1", "charge", "EUR", Decimal("19.99"), Decimal("0.20")),
            ("P-2", "charge", "EUR", Decimal("10.01"), Decimal("0.10")),
        ],
        SETTLED,
    )
    row = revenue(df).first()
    assert float(row["total"]) == 30.0
    assert float(row["average"]) == 15.0


def test_yen(spark):
    df = settle(spark.createDataFrame([("P-1", "charge", "JPY", "5000", "1.0")], LINES))
    assert df.first()["amount"] is not None
