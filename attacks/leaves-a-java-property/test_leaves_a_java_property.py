def test_nothing_of_before(spark):
    assert spark._jvm.java.lang.System.getProperty("mark") is None


def test_is_seen_here(spark):
    spark._jvm.java.lang.System.setProperty("mark", "1")
    assert spark._jvm.java.lang.System.getProperty("mark") == "1"
