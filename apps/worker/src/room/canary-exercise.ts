import type { Rubric, SandboxFile, SandboxJob, Verdict } from '@lakeproof/contracts';

const pipeline = (filter: string): SandboxFile[] => [
  {
    path: 'pipeline.py',
    content: `from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def open_orders(orders: DataFrame) -> DataFrame:
    return orders.where(${filter})
`,
  },
];

/** One test that catches one bug, one that rejects a correct version, none that catches the other bug. */
const suite = `from pipeline import open_orders
from pyspark.sql import SparkSession


def kept(*states):
    spark = SparkSession.builder.getOrCreate()
    orders = spark.createDataFrame([(state,) for state in states], "status string")
    return [row.status for row in open_orders(orders).collect()]


def test_orders_without_a_status_stay():
    assert kept(None, "closed") == [None]


def test_a_time_zone_for_all():
    spark = SparkSession.builder.getOrCreate()
    assert spark.conf.get("spark.sql.session.timeZone") == "UTC"
`;

const bug = (name: string) => ({
  ...{ name, kind: 'mutant' as const, concept: 'nulls', weight: 1, timeoutIsKill: false },
  ...{ title: name, hint: '-', story: '-' },
});

/** The platform's own exercise and suite, in no curriculum. Small: seconds of a sandbox, one Spark job a test. */
export const canaryRubric: Rubric = {
  mode: 'tests',
  points: 1,
  variants: [
    { name: 'reference', kind: 'correct' },
    { name: 'kolkata', kind: 'correct' },
    bug('null-lost'),
    bug('blank-kept'),
  ],
  limits: { seconds: 90, variantSeconds: 45 },
};

export const canaryJob: SandboxJob = {
  mode: 'tests',
  engine: 'classic',
  reference: pipeline('F.col("status").isNull() | ~F.col("status").isin("closed", "")'),
  submission: [{ path: 'test_orders.py', content: suite }],
  variants: [
    { name: 'reference', kind: 'correct', conf: {}, overlay: [] },
    {
      name: 'kolkata',
      kind: 'correct',
      conf: { 'spark.sql.session.timeZone': 'Asia/Kolkata' },
      overlay: [],
    },
    {
      name: 'null-lost',
      kind: 'mutant',
      conf: {},
      overlay: pipeline('~F.col("status").isin("closed", "")'),
    },
    {
      name: 'blank-kept',
      kind: 'mutant',
      conf: {},
      overlay: pipeline('F.col("status").isNull() | ~F.col("status").isin("closed")'),
    },
  ],
  limits: { seconds: 90, variantSeconds: 45, memoryMiB: 2048 },
};

/** What it must come to, in the words of `inWords`. */
export const canaryExpected =
  'graded with 0.1667; caught null-lost; false alarm by test_a_time_zone_for_all on kolkata';

/** What of a verdict must never change, as a sentence. */
export function inWords({ state, reason, score, tests, variants }: Verdict): string {
  if (score === null) return `${state} for ${reason ?? 'no reason'}`;
  const caught = variants.filter(({ outcome }) => outcome === 'caught').map(({ name }) => name);
  const alarms = tests
    .filter(({ falseAlarmOn }) => falseAlarmOn.length > 0)
    .map(({ id, falseAlarmOn }) => `${id.split('::').at(-1) ?? id} on ${falseAlarmOn.join(', ')}`);
  return [
    `${state} with ${score}`,
    `caught ${caught.join(', ') || 'nothing'}`,
    ...(alarms.length > 0 ? [`false alarm by ${alarms.join(', ')}`] : []),
  ].join('; ');
}
