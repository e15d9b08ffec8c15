import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Plain Python, so that the specs of the command line spend no time in Spark. */
const pipeline = (body: string) =>
  `def shipping(total):\n    """Free from 50 on, else 5; nothing for no order."""\n    ${body}\n`;
const correct = 'return 0 if total is None or total >= 50 else 5';

const mutants: Record<string, string> = {
  'boundary-out': 'return 0 if total is None or total > 50 else 5',
  'none-pays': 'return 5 if total is None or total < 50 else 0',
  'always-free': 'return 0',
  'negative-free': 'return 0 if total is None or total >= 50 or total < 0 else 5',
  'six-instead': 'return 0 if total is None or total >= 50 else 6',
};

const test = (name: string, assertion: string) => `\n\ndef test_${name}():\n    assert ${assertion}\n`;
const header = 'from pipeline import shipping\n';
const solution =
  header +
  test('boundary', 'shipping(50) == 0') +
  test('none', 'shipping(None) == 0') +
  test('pays', 'shipping(49) > 0') +
  test('negative', 'shipping(-1) > 0') +
  test('amount', 'shipping(10) == 5');

const exercise = {
  title: 'Shipping',
  mode: 'tests',
  engine: 'classic',
  concepts: ['boundaries'],
  minutes: 5,
  points: 10,
  visible: ['pipeline.py'],
  editable: ['test_shipping.py'],
  variants: [
    { name: 'reference', kind: 'correct' },
    { name: 'by-max', kind: 'correct' },
    { name: 'kolkata', kind: 'correct', conf: { 'spark.sql.session.timeZone': 'Asia/Kolkata' } },
    ...Object.keys(mutants).map((name) => ({
      name,
      kind: 'mutant',
      concept: 'boundaries',
      title: `The bug ${name}`,
      hint: 'Look at the boundaries.',
      story: 'Somebody paid too much.',
    })),
  ],
  limits: { seconds: 120, variantSeconds: 30 },
};

/** Files of a whole exercises/ folder with one day and one exercise, `shipping`, that was never verified. */
export const exampleFiles: Readonly<Record<string, string>> = {
  'curriculum.json': JSON.stringify({
    workshop: { title: 'A workshop', trainer: 'Ada', feeEur: 1, seats: 10, dayRateEur: 1, modes: ['online'] },
    days: [{ slug: 'day-1', title: 'Day 1', lessons: [], exercises: ['shipping'] }],
  }),
  'day-1/day.md': '# Day 1\n',
  'day-1/shipping/README.md': '# Shipping\n\nTest it.\n',
  'day-1/shipping/exercise.json': JSON.stringify(exercise),
  'day-1/shipping/reference/pipeline.py': pipeline(correct),
  'day-1/shipping/variants/by-max/pipeline.py': pipeline(
    'return max(0, 5 if (50 if total is None else total) < 50 else 0)',
  ),
  ...Object.fromEntries(
    Object.entries(mutants).map(([name, body]) => [
      `day-1/shipping/variants/${name}/pipeline.py`,
      pipeline(body),
    ]),
  ),
  'day-1/shipping/starter/test_shipping.py': header,
  'day-1/shipping/solution/test_shipping.py': solution,
  'day-1/shipping/samples/weak/test_shipping.py': header + test('none', 'shipping(None) == 0'),
};

/** Writes it. @returns the exercise's own folder */
export async function writeExample(folder: string): Promise<string> {
  for (const [path, content] of Object.entries(exampleFiles)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return join(folder, 'day-1/shipping');
}
