import type { MatrixCell, VariantView, VerdictView } from '@lakeproof/contracts';

/** How tests did on versions, as on graph paper: C caught, x false alarm or failure without worth, . passes. */
const drawing = [
  { test: 'test_keeps_orders_without_status', row: '... C...C.', alarm: false },
  { test: 'test_join_keeps_every_order_once', row: '... .C....', alarm: false },
  { test: 'test_latest_update_wins', row: '... ..C...', alarm: false },
  { test: 'test_amount_keeps_its_cents', row: '... ......', alarm: false },
  { test: 'test_rows_come_in_this_order', row: '.x. xx.x..', alarm: true },
] as const;

const bugs = [
  ['Orders without a status vanish', 'nulls'],
  ['A customer with two addresses doubles their orders', 'joins'],
  ['An older update wins', 'windows'],
  [null, null],
  ['Unpaid is taken for unknown', 'nulls'],
  [null, null],
] as const;

const file = 'test_orders.py::';
const columns = ['correct-1', 'correct-2', 'correct-3', ...bugs.map((_, index) => `bug-${index + 1}`)];

const outcomesOf = (row: string) => Array.from(row.replace(' ', ''));

const cells: MatrixCell[] = drawing.flatMap(({ test, row }) =>
  outcomesOf(row).map((sign, index) => ({
    test: `${file}${test}`,
    variant: columns[index] ?? '',
    outcome: sign === '.' ? ('passed' as const) : ('failed' as const),
    cause: sign === '.' ? null : ('assertion' as const),
    seconds: 0.2,
    message: '',
  })),
);

const caughtBy = (key: string) =>
  drawing
    .filter(({ alarm, row }) => !alarm && outcomesOf(row)[columns.indexOf(key)] === 'C')
    .map(({ test }) => `${file}${test}`);

const variants: VariantView[] = columns.map((key, index) => {
  const by = caughtBy(key);
  const bug = index >= 3;
  const [title, concept] = bugs[index - 3] ?? [null, null];
  const alarmed = drawing.some(({ alarm, row }) => alarm && outcomesOf(row)[index] === 'x');
  return {
    key,
    label: bug ? `Bug ${index - 2}` : `Correct version ${index + 1}`,
    kind: bug ? 'mutant' : 'correct',
    outcome: bug ? (by.length > 0 ? 'caught' : 'survived') : alarmed ? 'rejected' : 'passed',
    caughtBy: by,
    cause: by.length > 0 ? 'assertion' : null,
    concept,
    title,
    hints: [],
    hintLevels: 0,
    story: null,
  };
});

/** A verdict to show a visitor what one looks like. It is called an example wherever it stands. */
export const exampleVerdict: VerdictView = {
  state: 'graded',
  reason: null,
  // Four of six bugs, less a quarter for the false alarm: three correct versions make four runs.
  score: 0.4167,
  points: 4.17,
  maxPoints: 10,
  tests: drawing.map(({ test, alarm }) => ({
    id: `${file}${test}`,
    valid: !alarm,
    falseAlarmOn: alarm ? ['correct-2'] : [],
  })),
  variants,
  matrix: cells,
  timing: { queued: 0, started: 0, firstResult: 1.6, total: 9.8 },
  message: null,
  notes: [],
};
