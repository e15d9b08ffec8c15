from pyspark.testing.sqlutils import ReusedSQLTestCase
from pyspark.testing.utils import ReusedPySparkTestCase
from pyspark.testing import assertDataFrameEqual


class OrdersTest(ReusedSQLTestCase):
    def test_rows(self):
        frame = self.spark.createDataFrame([(1, "a")], "id int, name string")
        assertDataFrameEqual(frame, [(1, "a")])

    def test_view(self):
        with self.tempView("orders"):
            self.spark.range(3).createOrReplaceTempView("orders")
            self.assertEqual(self.spark.sql("select count(*) from orders").first()[0], 3)

    def test_table(self):
        with self.table("orders_t"):
            self.spark.range(2).write.saveAsTable("orders_t")
            self.assertEqual(self.spark.table("orders_t").count(), 2)

    def test_conf(self):
        with self.sql_conf({"spark.sql.ansi.enabled": False}):
            self.assertIsNone(self.spark.sql("select cast('x' as int)").first()[0])

    def test_fails(self):
        self.assertEqual(self.spark.range(2).count(), 3)


class ContextTest(ReusedPySparkTestCase):
    def test_sum(self):
        self.assertEqual(self.sc.parallelize([1, 2, 3]).sum(), 6)
