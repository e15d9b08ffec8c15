from pipeline import fee


def test_boundary():
    assert fee(50) == 0


def test_small():
    assert fee(10) == 5


def test_spark_counts(spark):
    for _ in range(3):
        assert spark.range(100).selectExpr("sum(id)").first()[0] == 4950
