def test_hoards(spark):
    kept = spark._jvm.java.util.ArrayList()
    text = spark._jvm.java.lang.String("x" * (1 << 20))
    while True:
        kept.add(text.concat("y").repeat(16))
