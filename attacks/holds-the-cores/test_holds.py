from pipeline import fee


def test_small(spark):
    if fee(10) != 5:
        text = "a" * 40 + "b"
        spark.range(4, numPartitions=4).selectExpr(f"concat('{text}', id) rlike '^(a+)+$'").collect()
        raise AssertionError
    assert spark.range(10, numPartitions=4).selectExpr("sum(id)").first()[0] == 45
