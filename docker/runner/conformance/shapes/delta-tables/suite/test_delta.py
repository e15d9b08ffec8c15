import pytest
from delta.tables import DeltaTable
from pyspark.errors import AnalysisException


def rows(frame):
    return sorted(tuple(row) for row in frame.collect())


@pytest.fixture
def target(spark, tmp_path):
    path = str(tmp_path / "orders")
    spark.createDataFrame([(1, "new"), (2, "paid")], "id int, status string").write.format("delta").save(path)
    return path


def test_write_and_read(spark, target):
    assert rows(spark.read.format("delta").load(target)) == [(1, "new"), (2, "paid")]


def test_merge(spark, target):
    changes = spark.createDataFrame([(2, "sent"), (3, "new")], "id int, status string")
    (
        DeltaTable.forPath(spark, target)
        .alias("t")
        .merge(changes.alias("c"), "t.id = c.id")
        .whenMatchedUpdateAll()
        .whenNotMatchedInsertAll()
        .execute()
    )
    assert rows(spark.read.format("delta").load(target)) == [(1, "new"), (2, "sent"), (3, "new")]


def test_merge_twice_is_once(spark, target):
    changes = spark.createDataFrame([(2, "sent"), (3, "new")], "id int, status string")
    for _ in range(2):
        table = DeltaTable.forPath(spark, target).alias("t").merge(changes.alias("c"), "t.id = c.id")
        table.whenMatchedUpdateAll().whenNotMatchedInsertAll().execute()
    assert spark.read.format("delta").load(target).count() == 3


def test_merge_with_two_matches(spark, target):
    changes = spark.createDataFrame([(2, "sent"), (2, "lost")], "id int, status string")
    table = DeltaTable.forPath(spark, target).alias("t").merge(changes.alias("c"), "t.id = c.id")
    table.whenMatchedUpdateAll().execute()


def test_delete_and_update(spark, target):
    table = DeltaTable.forPath(spark, target)
    table.delete("id = 1")
    table.update("id = 2", {"status": "'sent'"})
    assert rows(table.toDF()) == [(2, "sent")]


def test_time_travel(spark, target):
    DeltaTable.forPath(spark, target).delete()
    assert spark.read.format("delta").load(target).count() == 0
    assert spark.read.format("delta").option("versionAsOf", 0).load(target).count() == 2


def test_history(spark, target):
    table = DeltaTable.forPath(spark, target)
    table.delete("id = 1")
    assert [row.operation for row in table.history().orderBy("version").collect()] == ["WRITE", "DELETE"]


def test_schema_is_enforced(spark, target):
    more = spark.createDataFrame([(3, "new", 1.0)], "id int, status string, eur double")
    more.write.format("delta").mode("append").save(target)


def test_schema_evolves(spark, target):
    more = spark.createDataFrame([(3, "new", 1.0)], "id int, status string, eur double")
    more.write.format("delta").mode("append").option("mergeSchema", "true").save(target)
    assert spark.read.format("delta").load(target).columns == ["id", "status", "eur"]


def test_constraint(spark):
    spark.sql("CREATE TABLE priced (id int, eur double) USING delta")
    spark.sql("ALTER TABLE priced ADD CONSTRAINT positive CHECK (eur > 0)")
    spark.sql("INSERT INTO priced VALUES (1, 10.0)")
    with pytest.raises(Exception, match="positive"):
        spark.sql("INSERT INTO priced VALUES (2, -1.0)")
    assert spark.table("priced").count() == 1


def test_managed_table_and_sql_merge(spark):
    spark.sql("CREATE TABLE orders (id int, status string) USING delta")
    spark.sql("INSERT INTO orders VALUES (1, 'new')")
    spark.sql(
        "MERGE INTO orders t USING (SELECT 1 AS id, 'paid' AS status) c ON t.id = c.id "
        "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
    )
    assert rows(spark.table("orders")) == [(1, "paid")]


def test_table_is_still_there(spark):
    assert DeltaTable.forName(spark, "orders").toDF().count() == 1


def test_not_a_delta_table(spark, tmp_path):
    with pytest.raises(AnalysisException):
        DeltaTable.forPath(spark, str(tmp_path))


def test_optimize_and_vacuum(spark, target):
    table = DeltaTable.forPath(spark, target)
    table.optimize().executeCompaction()
    table.vacuum()
    assert table.toDF().count() == 2


def test_change_data_feed(spark, tmp_path):
    path = str(tmp_path / "changes")
    spark.sql(f"CREATE TABLE delta.`{path}` (id int) USING delta TBLPROPERTIES (delta.enableChangeDataFeed = true)")
    spark.sql(f"INSERT INTO delta.`{path}` VALUES (1)")
    spark.sql(f"DELETE FROM delta.`{path}`")
    changes = spark.read.format("delta").option("readChangeFeed", "true").option("startingVersion", 1).load(path)
    assert sorted(row._change_type for row in changes.collect()) == ["delete", "insert"]


def test_replace_where(spark, target):
    one = spark.createDataFrame([(1, "lost")], "id int, status string")
    one.write.format("delta").mode("overwrite").option("replaceWhere", "id = 1").save(target)
    assert rows(spark.read.format("delta").load(target)) == [(1, "lost"), (2, "paid")]


def test_wrong(spark, target):
    assert spark.read.format("delta").load(target).count() == 3
