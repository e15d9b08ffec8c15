import type { VerdictView } from '@lakeproof/contracts';
import { HiddenTests } from './HiddenTests.js';
import { hiddenTestsOf } from './hidden-tests.js';
import { VerdictFigures } from './VerdictFigures.js';
import { VerdictNotes } from './VerdictNotes.js';
import { hiddenTestsHeadlineOf } from './verdict-words.js';
import classes from './verdict.module.css';

interface CodeVerdictProps {
  readonly verdict: VerdictView;
  /** How many tests there are, those included that never ran. */
  readonly hiddenTestCount: number;
}

/** The verdict on code: which hidden tests pass in every environment, and what the others said. */
export function CodeVerdict({ verdict, hiddenTestCount }: CodeVerdictProps) {
  const results = hiddenTestsOf(verdict);
  const passed = results.filter(({ outcome }) => outcome === 'passed').length;
  // A verdict on an older version of the exercise may hold more of them.
  const all = Math.max(hiddenTestCount, results.length);
  const environments = verdict.variants.length;
  return (
    <div className={classes.verdict}>
      <div className={classes.headline}>
        <h3>{hiddenTestsHeadlineOf(passed, all)}</h3>
        <p>
          {environments === 1
            ? 'Run in one environment.'
            : `Run in ${environments} environments; a test counts when it passes in each.`}
        </p>
      </div>
      <VerdictFigures verdict={verdict} counted={{ label: 'Hidden tests', good: passed, all }} />
      <HiddenTests results={results} />
      <VerdictNotes notes={verdict.notes} />
    </div>
  );
}
