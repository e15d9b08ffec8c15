/** The facts of the workshop on offer. Another workshop on the same platform has others: nothing below is code. */
export const offer = {
  question: 'What would it take for you to trust your Databricks pipelines in production?',
  trainer: 'Bartosz Konieczny',
  currency: 'EUR',
  fee: 7000,
  seats: 10,
  days: [
    {
      title: 'Unit tests for PySpark',
      text: 'From notebook to testable function. Small data, assertions that hide nothing, and what runs on driver and executors.',
    },
    {
      title: 'Data tests and the Medallion architecture',
      text: 'Contracts between bronze, silver and gold. Rules that can fail, quarantine, audit before publish.',
    },
    {
      title: 'Integration tests, streaming and Lakeflow SDP',
      text: 'Replay safety, watermarks, slowly changing dimensions, and Spark Declarative Pipelines under test.',
    },
    {
      title: 'Production',
      text: 'What runs where in CI, Spark when members fail, and a bug hunt through a whole pipeline.',
    },
  ],
  internals: [
    'Configuration of Spark’s architecture members',
    'Code execution on driver and executors',
    'The JARs’ split personality',
    'Dynamic resource allocation',
    'Failure detection by heartbeats',
    'RPC in Apache Spark',
  ],
  /** What a hunt for one bug costs a team. */
  hunt: { people: 3, days: 3, dayRate: 800 },
} as const;

/** Lost engineering time of one hunt: people × days × rate. */
export const huntCost = ({ people, days, dayRate }: typeof offer.hunt): number => people * days * dayRate;

export const money = (amount: number): string => `${offer.currency} ${amount.toLocaleString('en')}`;
