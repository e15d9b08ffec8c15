import { Button, VisuallyHidden } from '@mantine/core';
import { falseAlarmCost, type VerdictView } from '@lakeproof/contracts';
import { FalseAlarmIcon } from './MeaningIcon.js';
import type { Selection } from './selection.js';
import { shortNameOf } from './test-name.js';
import { TestNameText } from './TestNameText.js';
import { falseAlarmSentence } from './verdict-words.js';
import classes from './verdict.module.css';

/** Tests that reject a correct version, each with the version, and what they cost. */
export function FalseAlarms({
  verdict,
  onSelect,
}: {
  readonly verdict: VerdictView;
  readonly onSelect: (selection: Selection) => void;
}) {
  const alarms = verdict.tests.filter(({ falseAlarmOn }) => falseAlarmOn.length > 0);
  if (alarms.length === 0) return null;
  const correct = verdict.variants.filter(({ kind }) => kind === 'correct').length;
  const cost = falseAlarmCost(verdict.tests, verdict.variants);
  const labelOf = (key: string) => verdict.variants.find((variant) => variant.key === key)?.label ?? key;
  return (
    <section className={classes.section}>
      <h4>False alarms</h4>
      {cost && (
        <p>
          Each costs 1/{cost.runs} of the points: correct versions are run {cost.runs} times in all, one of
          them twice.
        </p>
      )}
      <ul className={classes.list}>
        {alarms.map(({ id, falseAlarmOn }) => (
          <li key={id} className={classes.item} data-meaning="alarm">
            <span className={classes.itemSign}>
              <FalseAlarmIcon size={18} stroke={2} aria-hidden="true" />
            </span>
            <div>
              <code className={classes.testName}>
                <TestNameText id={id} />
              </code>
              <p>{falseAlarmSentence(falseAlarmOn.map(labelOf), correct)}</p>
              <Button
                variant="subtle"
                size="compact-xs"
                className={classes.inline ?? ''}
                onClick={() => {
                  onSelect({ test: id, variant: falseAlarmOn[0] ?? null });
                }}
              >
                What it said <VisuallyHidden>({shortNameOf(id)})</VisuallyHidden>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
