def test_of_the_context(spark):
    sc = spark.sparkContext
    assert list(sc.getJobTags()) == []
    sc.addJobTag("orders")
    assert list(sc.getJobTags()) == ["orders"]
    sc.clearJobTags()
    assert list(sc.getJobTags()) == []
    assert spark.range(3).count() == 3


def test_of_the_session(spark):
    assert spark.getTags() == set()
    spark.addTag("orders")
    assert spark.getTags() == {"orders"}
    spark.clearTags()
