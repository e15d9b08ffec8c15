def seen(spark):
    java = spark._jvm.java
    return [
        java.lang.System.getProperty("mark") is not None,
        java.util.TimeZone.getDefault().getID() != "UTC",
        java.util.Locale.getDefault(java.util.Locale.Category.FORMAT).toString() == "tr_TR",
        java.security.Security.getProperty("mark") is not None,
        spark._jsc.hadoopConfiguration().get("mark") is not None,
    ]


def test_nothing_of_before(spark):
    assert seen(spark) == [False] * 5


def test_is_seen_here(spark):
    java = spark._jvm.java
    java.lang.System.setProperty("mark", "1")
    java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Tokyo"))
    java.util.Locale.setDefault(java.util.Locale.Category.FORMAT, java.util.Locale("tr", "TR"))
    java.security.Security.setProperty("mark", "1")
    spark._jsc.hadoopConfiguration().set("mark", "1")
    assert seen(spark) == [True] * 5
