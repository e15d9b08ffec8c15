def test_hoards(spark):
    kept = spark._jvm.java.util.ArrayList()
    while True:
        kept.add(spark._jvm.java.nio.ByteBuffer.allocate(32 << 20))
