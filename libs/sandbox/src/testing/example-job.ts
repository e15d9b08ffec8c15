import type { SandboxJob } from '@lakeproof/contracts';

const pipeline = (filter: string) => `from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def without_cancelled(orders: DataFrame) -> DataFrame:
    return orders.where(${filter})
`;

const tests = `import pytest
from pipeline import without_cancelled


@pytest.fixture(scope="session")
def spark():
    from pyspark.sql import SparkSession
    return SparkSession.builder.getOrCreate()


def kept(spark, *states):
    orders = spark.createDataFrame([(state,) for state in states], "status string")
    return sorted(row.status or "none" for row in without_cancelled(orders).collect())


def test_cancelled_orders_go(spark):
    assert kept(spark, "cancelled", "paid") == ["paid"]


def test_unlabelled_orders_stay(spark):
    assert kept(spark, None, "paid") == ["none", "paid"]
`;

const overlay = (filter: string) => [{ path: 'pipeline.py', content: pipeline(filter) }];

/** A small job for the specs: two correct versions and two bugs, caught by one test each. */
export function exampleJob(submission: string = tests): SandboxJob {
  return {
    mode: 'tests',
    engine: 'classic',
    reference: overlay('~F.col("status").eqNullSafe("cancelled")'),
    submission: [{ path: 'test_orders.py', content: submission }],
    variants: [
      { name: 'reference', kind: 'correct', conf: {}, overlay: [] },
      {
        name: 'sql',
        kind: 'correct',
        conf: { 'spark.sql.session.timeZone': 'Asia/Kolkata' },
        overlay: overlay(`"status is distinct from 'cancelled'"`),
      },
      { name: 'null-lost', kind: 'mutant', conf: {}, overlay: overlay('F.col("status") != "cancelled"') },
      { name: 'nothing-removed', kind: 'mutant', conf: {}, overlay: overlay('F.lit(True)') },
    ],
    limits: { seconds: 60, variantSeconds: 20, memoryMiB: 2048 },
  };
}
