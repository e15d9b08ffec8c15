def test_deep(spark):
    assert spark.sql("SELECT 1 AS one").first().one == 1
